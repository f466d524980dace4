import { permissions } from "../src/clouds/permissions.js";
import { type CloudPermissions, neededBy } from "../src/core/permissions.js";
import { nouns } from "../src/spec/nouns.js";

const introduction = `# What the credentials of a deployment need

Generated from the clouds' tables by \`npm run docs\`. \`npx webtier permissions FOLDER --stack NAME\` prints the policy of one stack: only what its own resources need. A cloud whose tables are empty for a component makes nothing for it.

These are the rights of whoever runs \`pulumi up\`; the rights of the instances are a \`DynamicGroupPolicy\`. They come from the providers' sources and the vendors' policy references, and are not proven by a deployment with nothing else: the first run with a new policy may show an action that is missing. A \`transform\`, or a resource beside the components, may need more.
`;

const places: Readonly<Record<string, string>> = {
  aws: "Put the region in place of `REGION`. Actions of IAM have no region.",
  oci: "Put the name of the group and of the compartment in. The statements stand in the compartment or above it; those in the tenancy stand at its root.",
  openstack: "Roles are given in the project that the stack stands in.",
};

export async function renderPermissions(): Promise<string> {
  const { markdownTable } = await import("markdown-table");
  const sections = Object.entries(permissions).map(([cloud, one]) => {
    const rows = nouns.flatMap(({ name }) => rowsOf(one, name));
    const { language, text } = one.policy(Object.keys(one.types));
    return [
      `## ${cloud}`,
      markdownTable([["component", "makes", "needs"], ...rows], { alignDelimiters: false, padding: true }),
      ...one.remarks(Object.keys(one.types)).map((remark) => `* ${remark}`),
      `### Everything, on ${cloud}`,
      places[cloud] ?? "",
      `\`\`\`${language}\n${text}\n\`\`\``,
    ].join("\n\n");
  });
  return `${[introduction.trimEnd(), ...sections].join("\n\n")}\n`;
}

/** One row for each type that a component makes. */
function rowsOf({ types }: CloudPermissions, noun: string): string[][] {
  const made = Object.keys(types).filter((type) => types[type]?.by.includes(noun));
  return made.map((type, index) => [
    index === 0 ? noun : "",
    `\`${type}\``,
    neededBy(types, [type])
      .map((right) => `\`${right}\``)
      .join(", "),
  ]);
}
