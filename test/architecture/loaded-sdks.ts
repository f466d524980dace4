// Run by the architecture test with plain node: prints the SDKs that are loaded, first by the clouds' folders alone and then after
// the named cloud made a network.
import * as pulumi from "@pulumi/pulumi";
import { clouds } from "../../src/clouds/registry.js";
import { Network } from "../../src/components/network.js";
import { settings } from "../fixtures/settings.js";

const modules = Object.fromEntries(Object.entries(clouds).map(([name, load]) => [name, load()]));
const sdks = Object.values(modules).map(({ sdk }) => sdk);
const name = process.argv[2] as keyof typeof settings;

function loaded(): string[] {
  return sdks.filter((sdk) => Object.keys(require.cache).some((file) => file.includes(`/node_modules/${sdk}/`)));
}

async function makeNetwork(): Promise<void> {
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: name, state: inputs as object }),
    call: () => ({}),
  });
  new Network("shop", { cloud: modules[name]?.cloud(settings[name]) as never, cidr: "10.20.0.0/16", zones: 1 });
}

async function report(): Promise<void> {
  const before = loaded();
  await makeNetwork();
  console.log(JSON.stringify({ before, after: loaded() }));
}

void report();
