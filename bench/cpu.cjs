// Preloaded into the processes of a measure: each writes a line with what it used when it ends.
const { appendFileSync } = require("node:fs");

const { BENCH_USED } = process.env;
if (BENCH_USED) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const used = { process: process.argv[1] ?? "", cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
    appendFileSync(BENCH_USED, `${JSON.stringify(used)}\n`);
  });
}
