import { type Lab, pythonOfLab } from "./lab.js";
import { type Ask, startSdk } from "./sdk.js";

/** The cloud's own API, as one account sees it. */
export interface Api {
  readonly account: string;
  /** The environment of this account's provider. */
  readonly environment: Readonly<Record<string, string>>;
  readonly ask: Ask;
}

/** A role that is assumed in another account is in that account; neither has to be made. */
export async function openAccount(lab: Lab, account: string): Promise<Api> {
  const python = pythonOfLab();
  const anyone = environmentOf(lab, { AWS_ACCESS_KEY_ID: "lab", AWS_SECRET_ACCESS_KEY: "lab" });
  const role = { RoleArn: `arn:aws:iam::${account}:role/trial`, RoleSessionName: "trial" };
  const { Credentials: given } = await startSdk(python, anyone)<{ Credentials: Credentials }>(
    "sts",
    "assume_role",
    role,
  );
  const environment = environmentOf(lab, {
    AWS_ACCESS_KEY_ID: given.AccessKeyId,
    AWS_SECRET_ACCESS_KEY: given.SecretAccessKey,
    AWS_SESSION_TOKEN: given.SessionToken,
  });
  return { account, environment, ask: startSdk(python, environment) };
}

interface Credentials {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly SessionToken: string;
}

function environmentOf({ endpoint }: Lab, credentials: Readonly<Record<string, string>>): Record<string, string> {
  return {
    ...credentials,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

/** Of the zones that the examples name. */
export const region = "ap-northeast-2";
