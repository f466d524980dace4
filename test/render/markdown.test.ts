import { expect, test } from "vitest";
import type { Diff, FailedDiff } from "../../src/diff/model.js";
import { type CommentOptions, renderComment } from "../../src/render/markdown.js";
import { failed, huge, none, preview, rich, withPolicies } from "./diffs.js";
import { faultsOf, pageOf } from "./page-of.js";

const options: CommentOptions = {
  marker: "shop/prod",
  command: "webtier diff main feature/admin",
  seconds: 3.21,
  sourceLink: (source) => `https://github.com/o/r/blob/9f8e7d6c/${source.replace(/:(\d+).*/, "#L$1")}`,
};
const isOurs = (href: string) => href.startsWith("https://github.com/o/r/");
const heads = (text: string) => text.match(/^(?:### |#### |<details[^>]*><summary>).*/gm);

test("a comment reads from the verdict to the native resources", async () => {
  await expect(renderComment([rich], options)).toMatchFileSnapshot("comments/rich.md");
});

test("a comment about several stacks begins with a table of them, and opens only what failed", async () => {
  const stacks = [none, { ...withPolicies, stack: "staging" }, { ...failed, stack: "dev" }];
  await expect(renderComment(stacks, options)).toMatchFileSnapshot("comments/several.md");
});

test("a plan that could not be made is told with its error, and nothing else", () => {
  expect(renderComment([failed], options)).toEqual(`<!-- webtier:shop/prod -->

### \`shop/prod\` **plan failed**

#### Error

the **plan of the head** could not be made; nothing is known of its changes

\`\`\`text
BackendSet "app" asks aws for what it cannot do
  backendSet.policy: "source-ip" is not available: an application load balancer chooses a target per request
    instead: stickiness with a cookie, or a balancer of kind "network"
\`\`\`

#### Diagnostics

- warning \`image old\`: the settings name an image that no template uses

<sub>\`webtier diff main feature/admin\` in 3.2 s<br>offline plan: no state, no credentials, shows intent only</sub>
`);
});

test("nothing that changes is said in one line", () => {
  expect(
    renderComment([none], { marker: "shop/prod", command: "webtier diff main readme" }),
  ).toEqual(`<!-- webtier:shop/prod -->

### \`shop/prod\` **no changes** · 41 resources the same

\`main\` at \`1a2b3c4d\` → \`readme\` at \`9f8e7d6c\`, on \`aws\`

<sub>\`webtier diff main readme\`<br>offline plan: no state, no credentials, shows intent only</sub>
`);
});

const footerOf = (diff: Diff | FailedDiff) =>
  renderComment([diff], options).trimEnd().split("\n").at(-1)?.split("<br>").slice(1);

test("the footer says what a preview cannot show, who made it, and that policies were not run", () => {
  expect(footerOf(preview)).toEqual([
    "+ create, ~ update, ± replace, – delete, ↷ move",
    "preview: a conservative estimate: unknown values may show more change than happens",
    "this plan was made by untrusted code: it shows what that code says",
    "policies were not run in this mode</sub>",
  ]);
});

test("policies that were run are not said to be missing", () => {
  expect(footerOf(withPolicies)?.at(-1)).toEqual(
    "this plan was made by untrusted code: it shows what that code says</sub>",
  );
});

test("the order of stacks does not change a comment", () => {
  const stacks = [rich, { ...none, stack: "b" }, { ...failed, stack: "a" }];
  expect(renderComment(stacks, options)).toEqual(renderComment([...stacks].reverse(), options));
});

test("beyond a glance, what follows from another change is folded away", () => {
  const first = rich.risks[2];
  const follower = { ...rich.risks[2], because: [], name: "follower" };
  const risks =
    first === undefined ? [] : [...rich.risks, ...Array.from({ length: 5 }, () => follower as typeof first)];
  expect(heads(renderComment([{ ...rich, risks }], options))?.slice(1, 3)).toEqual([
    "#### Risks",
    "<details><summary>6 more that follow: 6 rolling</summary>",
  ]);
});

/** What is left out when there is room for one byte less than before, again and again. */
function leftOutStepByStep(diff: Diff): string[] {
  const said: string[] = [];
  let limit = 1e9;
  for (;;) {
    const text = renderComment([diff], { ...options, limit, fullText: "https://example.com/whole" });
    if (Buffer.byteLength(text) > limit) return said;
    said.push(/Left out to fit:\*\* (.*)/.exec(text)?.[1] ?? "nothing");
    limit = Buffer.byteLength(text) - 1;
  }
}

test("a comment that is too long leaves out the least important first, and says so", () => {
  const lines = [
    "the topology",
    "the topology, values of native properties",
    "the topology, native resources one by one",
    "the topology, native resources one by one, notes that do not change",
    "the topology, native resources one by one, notes that do not change, counts of what stays the same",
    ...[30, 10, 3].map(
      (rows) =>
        `the topology, native resources one by one, notes that do not change, counts of what stays the same, all rows of a table after ${rows}`,
    ),
    ...Array(3).fill("all but the verdict and the first risks"),
    "all but the verdicts",
  ];
  expect(leftOutStepByStep(huge(40))).toEqual([
    "nothing",
    ...lines.map((line) => `${line}. The whole: [read it here](https://example.com/whole)`),
  ]);
});

test.each([1_000, 2_000, 5_000, 12_000, 30_000, 60_000])(
  "a comment of at most %i bytes holds whole elements alone",
  (limit) => {
    const texts = [
      [huge(200)],
      [huge(60), { ...failed, stack: "a" }, { ...none, stack: "b" }],
      Array.from({ length: 200 }, (_, at) => ({ ...rich, stack: `s${at}` })),
    ].map((stacks) => renderComment(stacks, { ...options, limit }));
    expect(
      texts.map((text) => ({ fits: Buffer.byteLength(text) <= limit, faults: faultsOf(pageOf(text), isOurs) })),
    ).toEqual(texts.map(() => ({ fits: true, faults: [] })));
  },
);

test("the limit counts bytes: letters of three bytes fill it sooner", () => {
  const text = renderComment([{ ...rich, risks: rich.risks.map((risk) => ({ ...risk, says: "한".repeat(190) })) }], {
    ...options,
    limit: 7_000,
  });
  expect({ fits: Buffer.byteLength(text) <= 7_000, isCut: text.includes("Left out to fit") }).toEqual({
    fits: true,
    isCut: true,
  });
});

test("3,000 resources take less than 2 seconds of computing", () => {
  const diff = huge(3_000);
  const before = process.cpuUsage();
  const text = renderComment([diff], options);
  const { user } = process.cpuUsage(before);
  expect({ fits: Buffer.byteLength(text) <= 60_000, isQuick: user < 2_000_000 }).toEqual({ fits: true, isQuick: true });
});

test.each([
  ["../../other/repository.ts:1:1"],
  ["/etc/passwd:1:1"],
  ["https://evil.example/x.ts:1:1"],
  ["javascript:alert(1):1:1"],
  ["index.ts"],
])("a source outside of the program is not linked: %s", (source) => {
  const diff = {
    ...none,
    verdict: rich.verdict,
    components: rich.components.slice(2, 3).map((one) => ({ ...one, source })),
  };
  expect(renderComment([diff], { ...options, sourceLink: (text) => `https://github.com/o/r/${text}` })).not.toContain(
    "](",
  );
});

test.each(["javascript:alert(1)", "data:text/html,x", "not an address"])(
  "an address that is none of the web is not linked: %s",
  (address) => {
    expect(renderComment([rich], { ...options, sourceLink: () => address })).not.toContain("](");
  },
);

test("the marker cannot end its comment", () => {
  const [line] = renderComment([none], { ...options, marker: "--> <b>shop</b> <!-- /prod--" }).split("\n");
  expect(line).toEqual("<!-- webtier:bshop/b !- /prod -->");
});
