/**
 * `pulumi preview --json` of an inline program, in a process of its own:
 * `node -r scripts/typescript.cjs preview-digest.ts FOLDER ENTRY STACK FLAG…`. Prints what the command prints.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb.js";

const { LanguageServer } = require("@pulumi/pulumi/automation/server.js") as {
  LanguageServer: new (program: () => Promise<unknown>) => { onPulumiExit: (failed: boolean) => void };
};
const [folder = "", entry = "", stack = "", ...flags] = process.argv.slice(2);

async function program(): Promise<Record<string, unknown>> {
  process.chdir(folder);
  return { ...require(join(folder, entry)) };
}

const server = new Server();
const language = new LanguageServer(program);
server.addService(LanguageRuntimeService, language as never);
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (_, port) => {
  const client = [`--client=127.0.0.1:${port}`, "--exec-kind", "auto.inline", "--non-interactive"];
  const words = ["preview", "--json", "--stack", stack, ...client, ...flags];
  const child = spawn("pulumi", words, { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
  child.on("exit", (code) => {
    language.onPulumiExit(code !== 0);
    server.forceShutdown();
    process.exitCode = code ?? 1;
  });
});
