import { expect, test } from "vitest";
import { clouds as registry } from "../../src/clouds/registry.js";
import type { Answer } from "../../src/core/answers.js";
import { capabilities } from "../../src/core/capabilities.js";
import { useRegistry } from "../../src/core/choose.js";
import { BackendSet, Listener, LoadBalancer, Network, Tier } from "../../src/index.js";
import { nouns } from "../../src/spec/nouns.js";
import { complaints } from "../probe/judge.js";
import { mockEngine, refusal, settled } from "../pulumi/harness.js";
import { module as toy } from "./toy/index.js";

useRegistry({ toy: () => toy });

const config = (style: string) => ({ "webtier:cloud": "toy", "webtier:settings": JSON.stringify({ style }) });

test("a cloud from outside is chosen by its line in the registry and makes its own resources", async () => {
  const recorded = mockEngine(config("fancy"));
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });
  const web = new Tier("web", { network });
  const balancer = new LoadBalancer("front", { network, kind: "application", visibility: "private", allowFrom: [web] });
  const pages = new BackendSet("pages", {
    loadBalancer: balancer,
    port: 5000,
    protocol: "http",
    policy: "source-ip",
    healthCheck: { protocol: "http" },
  });
  new Listener("http", { loadBalancer: balancer, port: 80, protocol: "http", backendSet: pages });
  await settled();
  expect(recorded.filter(({ type }) => type.startsWith("toy:"))).toEqual([
    { type: "toy:index/room:Room", name: "shop-room", inputs: { range: "10.20.0.0/16", corners: 2 } },
    {
      type: "toy:index/crew:Crew",
      name: "web-crew",
      inputs: { room: "shop-room-id", charter: '{"home":"shop-room-id","may":["open","close"]}' },
    },
    {
      type: "toy:index/door:Door",
      name: "front-door",
      inputs: { room: "shop-room-id", open: false, style: "revolving", guests: ["web-crew-id"] },
    },
    {
      type: "toy:index/desk:Desk",
      name: "pages-desk",
      inputs: { door: "front-door-id", number: 5000, manner: "spoken", check: "ask", queue: "by face" },
    },
    {
      type: "toy:index/bell:Bell",
      name: "http-bell",
      inputs: { door: "front-door-id", number: 80, manner: "heard", desk: "pages-desk-id" },
    },
  ]);
  expect(recorded.find(({ name }) => name === "web")?.inputs.documents).toEqual({
    "crew.charter": { home: { of: "network:shop", ref: "room.id" }, may: ["open", "close"] },
  });
});

test("its refusals come in the common words", () => {
  mockEngine(config("plain"));
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });
  expect(
    refusal(
      () => new LoadBalancer("front", { network, kind: "application", visibility: "public", logs: { access: true } }),
    ),
  ).toBe(
    [
      'LoadBalancer "front" asks toy for what it cannot do',
      '  loadBalancer.kind: "application" is not available: doors have no such thing',
      "    instead: leave it out",
      "  loadBalancer.logs: is not available: doors have no such thing",
      "    instead: leave it out",
    ].join("\n"),
  );
});

const registered = Object.fromEntries(Object.entries(registry).map(([name, load]) => [name, load()]));
const { clouds, rows } = capabilities(nouns, { ...registered, toy });

test("its tables go into the list of capabilities", () => {
  expect(Object.keys(clouds)).toEqual([...Object.keys(registry), "toy"]);
});

const styles = ["plain", "fancy"].map((style) => toy.cloud({ style }));
const probed = rows.filter(({ noun, path }) => `${noun}.${path}` !== "Tier.placement");

test.each(probed.map((row) => ({ name: `${row.noun} ${row.path} ${row.value ?? ""}`, row })))(
  "the probe holds for $name",
  ({ row }) => {
    expect(complaints(styles, row, row.answers.toy as Answer, rows)).toEqual([]);
  },
);
