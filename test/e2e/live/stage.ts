import { randomBytes } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { Trial } from "../support/trial.js";
import type { Cloud } from "./credentials.js";

export interface StageOptions {
  readonly cloud: Cloud;
  readonly program: string;
  /** What the stack file holds. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly hear: (text: string) => void;
}

/** A program, and a folder of the user's own that holds all it takes to destroy what the program made. */
export interface Stage {
  readonly trial: Trial;
  readonly folder: string;
  /** Puts the files beside the state that `pulumi destroy` reads there: the stack's, and a project without a program. */
  keep(): void;
  /** Removes the folder and the copy of the program. */
  clear(): void;
  /** How to destroy the rest by Pulumi. */
  readonly instruction: string;
}

export function makeStage({ cloud, program, config, environment, hear }: StageOptions): Stage {
  const name = `${cloud}-${program}-${new Date().toISOString().replaceAll(/[-:]|\..*/g, "")}-${randomBytes(2).toString("hex")}`;
  const folder = join(environment.XDG_STATE_HOME ?? join(homedir(), ".local/state"), "webtier/live", name);
  const state = join(folder, "state");
  mkdirSync(state, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const trial = new Trial({
    name: `live/${name}`,
    program: join("examples", program),
    project: program,
    stack: cloud,
    config,
    environment: {
      PULUMI_CONFIG_PASSPHRASE: passphraseIn(folder, environment),
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "false",
    },
    state,
    refresh: cloud === "oci",
    recorded: false,
    hear,
  });
  const copy = join(trial.folder, "..");
  chmodSync(copy, 0o700);
  const secret = existsSync(join(folder, passphraseFile))
    ? ` PULUMI_CONFIG_PASSPHRASE_FILE="$PWD/${passphraseFile}"`
    : "";
  return {
    trial,
    folder,
    keep() {
      writeFileSync(join(folder, "Pulumi.yaml"), `name: ${program}\nruntime: nodejs\n`);
      copyFileSync(join(trial.folder, `Pulumi.${cloud}.yaml`), join(folder, `Pulumi.${cloud}.yaml`));
    },
    clear() {
      for (const place of [folder, copy]) rmSync(place, { recursive: true, force: true });
    },
    instruction: `cd ${folder} && PULUMI_BACKEND_URL="file://$PWD/state"${secret} pulumi destroy --refresh --stack ${cloud}`,
  };
}

const passphraseFile = "passphrase";

function passphraseIn(folder: string, { PULUMI_CONFIG_PASSPHRASE: own }: StageOptions["environment"]): string {
  if (own) return own;
  const made = randomBytes(24).toString("base64url");
  writeFileSync(join(folder, passphraseFile), made, { mode: 0o600 });
  return made;
}
