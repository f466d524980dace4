// Writes what is derived from the clouds' tables: the page and the file of capabilities, and the clouds' lines in the
// comments of options; the schemas of plans, of differences and of stack files; and what deployments need. Run by: npm run docs
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCapabilities, renderJson, renderMarkdown } from "./capabilities.js";
import { documented, readSpecs, renewSpec } from "./comments.js";
import { renderDiffSchema } from "./diff-schema.js";
import { renderPermissions } from "./permissions.js";
import { renderPlanSchema } from "./plan-schema.js";
import { renderSettingsSchema } from "./settings-schema.js";

const root = join(__dirname, "..");

async function writeDocs(): Promise<void> {
  const document = readCapabilities();
  writeFileSync(join(root, "capabilities.json"), renderJson(document));
  writeFileSync(join(root, "docs/capabilities.md"), await renderMarkdown(document));
  writeFileSync(join(root, "plan.schema.json"), renderPlanSchema());
  writeFileSync(join(root, "diff.schema.json"), renderDiffSchema());
  writeFileSync(join(root, "settings.schema.json"), renderSettingsSchema());
  writeFileSync(join(root, "docs/permissions.md"), await renderPermissions());
  const specs = readSpecs(join(root, "src/spec"));
  const options = documented(specs, [...new Set(document.rows.map(({ noun }) => noun))]);
  for (const spec of specs) {
    const renewed = renewSpec(spec, options, document);
    if (renewed !== spec.text) writeFileSync(spec.path, renewed);
  }
}

void writeDocs();
