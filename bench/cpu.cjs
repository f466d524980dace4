// Preloaded into a measured process: writes the CPU it used, in milliseconds, when it ends.
const { writeFileSync } = require("node:fs");

const { BENCH_CPU, BENCH_PROCESS } = process.env;
if (BENCH_CPU && (process.argv[1] ?? "").includes(BENCH_PROCESS ?? "")) {
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(BENCH_CPU, String((user + system) / 1000));
  });
}
