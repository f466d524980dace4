import { deepStrictEqual } from "node:assert";
import { parseArgs } from "node:util";
import type { Plan } from "../src/plan/model.js";
import { planOf, planWall, programCpu, typeCheckCpu } from "./measure.js";
import { machine, writeSection } from "./page.js";
import { interleave, median, pairedRatio } from "./rounds.js";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "10" } } });
const rounds = Number(values.rounds);
/** Single rounds scatter; with fewer of them nothing is written down. */
const enough = 10;
const copies = { thousand: 34, threeThousand: 100 } as const;
const bars = { overhead: 1.15, types: 1.1, growth: 3.3 } as const;

/** Both programs must ask for the same resources, or their figures say nothing. */
async function compareWork(): Promise<number> {
  const native = ({ resources }: Plan) =>
    resources.filter(({ kind }) => kind === "resource").map(({ type, name, inputs }) => ({ type, name, inputs }));
  const sorted = (plan: Plan) => native(plan).sort((a, b) => a.name.localeCompare(b.name));
  const [library, handwritten] = await Promise.all([planOf("library"), planOf("handwritten")]);
  deepStrictEqual(sorted(library), sorted(handwritten));
  return native(library).length;
}

async function main(): Promise<void> {
  const count = await compareWork();
  const small = await interleave(rounds, {
    empty: () => programCpu("empty"),
    handwritten: () => programCpu("handwritten"),
    library: () => programCpu("library"),
    pulumi: () => typeCheckCpu("pulumi.ts"),
    webtier: () => typeCheckCpu("webtier.ts"),
    awsRoot: () => typeCheckCpu("aws-root.ts"),
    oci: () => planWall("oci"),
    aws: () => planWall("aws"),
    openstack: () => planWall("openstack"),
  });
  const large = await interleave(rounds, {
    empty: () => programCpu("empty"),
    thousand: () => programCpu("library", copies.thousand),
    threeThousand: () => programCpu("library", copies.threeThousand),
  });
  const empty = median(large.empty);
  const ratio = copies.threeThousand / copies.thousand;
  const growth = ((median(large.threeThousand) - empty) / (median(large.thousand) - empty)) * (3 / ratio);
  const overhead = pairedRatio(small.library, small.handwritten);
  const types = pairedRatio(small.webtier, small.pulumi);
  const ms = (figures: readonly number[]) => `${Math.round(median(figures))} ms`;
  const section = `Written by \`npm run bench -- --rounds ${rounds}\`: ${rounds} interleaved rounds, medians; ratios are medians of the ratios within a round. ${machine}. Absolute times are noisy; ratios are what holds.

| what | figure | bar |
| --- | --- | --- |
| CPU of an empty program | ${ms(small.empty)} | |
| CPU of ${count} resources, written by hand with the SDK | ${ms(small.handwritten)} | |
| CPU of the same ${count} resources, from this library | ${ms(small.library)} | |
| library against by hand | ${overhead.toFixed(3)} | ${bars.overhead} |
| type-check of one line that imports only \`@pulumi/pulumi\`, CPU | ${ms(small.pulumi)} | |
| type-check of one line that imports \`webtier\`, CPU | ${ms(small.webtier)} | |
| type-check of one line that imports the root of \`@pulumi/aws\`, CPU | ${ms(small.awsRoot)} | |
| \`webtier\` against \`@pulumi/pulumi\` | ${types.toFixed(3)} | ${bars.types} |
| \`webtier plan\` of examples/web-stack on oci, wall | ${ms(small.oci)} | |
| \`webtier plan\` of examples/web-stack on aws, wall | ${ms(small.aws)} | |
| \`webtier plan\` of examples/web-stack on openstack, wall | ${ms(small.openstack)} | |
| CPU of ${copies.thousand * count} resources | ${ms(large.thousand)} | |
| CPU of ${copies.threeThousand * count} resources | ${ms(large.threeThousand)} | |
| growth from 1,000 to 3,000 resources, without the empty program | ${growth.toFixed(2)} | ${bars.growth} |

Each figure is the CPU of the program's own process, run by \`webtier plan\` as \`pulumi preview\` would run it, with \`--stack-trace-limit=0\`.
`;
  if (rounds >= enough) writeSection("Programs", section);
  console.log(section);
  if (overhead > bars.overhead || types > bars.types || growth > bars.growth) process.exitCode = 1;
}

void main();
