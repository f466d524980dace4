import { output } from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { clouds as registry } from "../../src/clouds/registry.js";
import type { Answer } from "../../src/core/answers.js";
import { capabilities } from "../../src/core/capabilities.js";
import { useRegistry } from "../../src/core/choose.js";
import {
  BackendSet,
  Image,
  InstancePool,
  InstanceTemplate,
  Listener,
  LoadBalancer,
  Network,
  Tier,
} from "../../src/index.js";
import { nouns } from "../../src/spec/nouns.js";
import { complaints } from "../probe/judge.js";
import { mockEngine, notesOf, refusal, settled } from "../pulumi/harness.js";
import { module as toy } from "./toy/index.js";

useRegistry({ toy: () => toy });

const settings = {
  images: { web: "clockwork", app: "magnets" },
  machines: { small: "thumb", large: "fist" },
};
const config = (style: string) => ({
  "webtier:cloud": "toy",
  "webtier:settings": JSON.stringify({ ...settings, style }),
});

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
  const template = new InstanceTemplate("web", { tier: web, image: "web", machine: "small", userData: output(" go ") });
  new InstancePool("web", {
    template,
    backendSets: [pages],
    size: { min: 1, max: 4 },
    autoscaling: { metric: "cpu", target: 55 },
  });
  await settled();
  expect(recorded.filter(({ type }) => type.startsWith("toy:"))).toEqual([
    { type: "toy:index/room:Room", name: "shop-room", inputs: { range: "10.20.0.0/16", corners: 2 } },
    {
      type: "toy:index/crew:Crew",
      name: "web-crew",
      inputs: { room: "shop-room-id", charter: '{"home":"shop-room-id","visits":[{"to":"everywhere"}]}' },
    },
    {
      type: "toy:index/door:Door",
      name: "front-door",
      inputs: { room: "shop-room-id", open: false, style: "revolving", guests: ["web-crew-id"] },
    },
    {
      type: "toy:index/pattern:Pattern",
      name: "web-pattern",
      inputs: { crew: "web-crew-id", kit: "clockwork", size: "thumb", says: "go" },
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
    {
      type: "toy:index/shelf:Shelf",
      name: "web-shelf",
      inputs: { pattern: "web-pattern-id", desks: ["pages-desk-id"], toys: 1, most: 4, watches: "effort", near: 6 },
    },
  ]);
  expect(recorded.find(({ type }) => type === "webtier:index:Tier")?.inputs.documents).toEqual({
    "crew.charter": { home: { of: "network:shop", ref: "room.id" }, visits: [{ to: "everywhere" }] },
  });
  expect(notesOf(recorded, "webtier:index:InstancePool")).toEqual([
    "note:instancePool.size: 1 to 4 instances, each with one address of its own in private subnets",
    "near:instancePool.autoscaling.target: 55 becomes 60, the next full tenth: a toy more comes a little later",
  ]);
});

test("its refusals come in the common words", async () => {
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
  await settled();
});

test("what it does not have at all is refused, too", () => {
  mockEngine(config("plain"));
  expect(refusal(() => new Image("golden", { instance: "source" }))).toBe(
    [
      'Image "golden" asks toy for what it cannot do',
      "  image.instance: is not available: toys are not taken apart",
      "    instead: a name among images in the settings",
    ].join("\n"),
  );
});

const registered = Object.fromEntries(Object.entries(registry).map(([name, load]) => [name, load()]));
const { clouds, rows } = capabilities(nouns, { ...registered, toy });

test("its tables go into the list of capabilities", () => {
  expect(Object.keys(clouds)).toEqual([...Object.keys(registry), "toy"]);
});

const styles = ["plain", "fancy"].map((style) => toy.cloud({ ...settings, style }));
const probed = rows.filter(({ noun, path }) => `${noun}.${path}` !== "Tier.placement");

test.each(probed.map((row) => ({ name: `${row.noun} ${row.path} ${row.value ?? ""}`, row })))(
  "the probe holds for $name",
  ({ row }) => {
    expect(complaints(styles, row, row.answers.toy as Answer, rows)).toEqual([]);
  },
);
