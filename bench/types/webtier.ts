import { Network } from "webtier";

export const id = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 }).networkId;
