import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A certificate of its own issuer for a host: as PEM texts, and as a PKCS #12 bundle without a password. */
export function selfSigned(host: string): { key: string; certificate: string; bundle: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), "webtier-certificate-"));
  const run = (words: string, ...more: string[]) =>
    execFileSync("openssl", [...words.split(" "), ...more], { cwd: folder, stdio: "pipe" });
  const read = (file: string) => readFileSync(join(folder, file));
  try {
    const subject = ["-subj", `/CN=${host}`, "-addext", `subjectAltName=DNS:${host}`];
    run("req -x509 -newkey rsa:2048 -nodes -days 30 -keyout key.pem -out cert.pem", ...subject);
    run("pkcs12 -export -inkey key.pem -in cert.pem -out bundle.p12 -passout pass:");
    return { key: String(read("key.pem")), certificate: String(read("cert.pem")), bundle: read("bundle.p12") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
