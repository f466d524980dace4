import { execFileSync } from "node:child_process";
import { join } from "node:path";

const lab = join(__dirname, "../../lab/lab");

/** What the health monitor of a real balancer does on its own: it finds a member in ERROR. */
export function makeSick(pool: string, address: string): void {
  execFileSync(lab, ["sick", pool, address], { stdio: ["ignore", "ignore", "inherit"] });
}
