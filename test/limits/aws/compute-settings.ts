import { type Case, given, idText, inSection } from "./cases.js";

const word = (says: string, section: string, text: string, bad: unknown, good: unknown, at = ""): Case =>
  given(says, `${section}.one${at}`, text, { [section]: { one: bad } }, { [section]: { one: good } });

const imageText = 'must be an image id or a parameter\'s name; instead: text such as "ami-0123456789abcdef0"';
const publicText = "must be a public key of ED25519 or RSA in OpenSSH form; instead: text that begins with ssh-ed25519";
const scopeText = 'must be an ARN without wildcards; instead: text such as "arn:aws:s3:::shop-assets"';
const diskText = 'must be the ARN of a key of KMS; instead: text such as "arn:aws:kms:eu-west-1:123456789012:key/…"';
const topicText = 'must be the ARN of an SNS topic; instead: text such as "arn:aws:sns:eu-west-1:123456789012:ops"';
const policyText =
  'must be the ARN of a managed policy; instead: text such as "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"';
const deviceText = 'must be a device; instead: the image\'s root device, such as "/dev/xvda"';
const machineText = 'must be an instance type; instead: a type such as "t3.micro"';

const ami = "ami-0123456789abcdef0";
const device = "/dev/sda1";
const bucket = "arn:aws:s3:::shop-assets";
const kms = "arn:aws:kms:ap-northeast-2:123456789012";
const sns = "arn:aws:sns:ap-northeast-2:123456789012";
const agent = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy";
const own = "arn:aws:iam::123456789012:policy";
const sidText = 'must be letters and digits; instead: text such as "Decrypt"';
const statement = { Effect: "Allow", Action: "kms:Decrypt", Resource: "*" };

const right = (says: string, at: string, text: string, bad: object, good: object): Case =>
  word(says, "rights", text, bad, good, `.${at}`);
const element = (says: string, key: string, text: string, bad: unknown, good: unknown): Case =>
  right(
    says,
    `statements[0].${key}`,
    text,
    { statements: [{ ...statement, [key]: bad }] },
    { statements: [{ ...statement, [key]: good }] },
  );
const textOrList = 'must be text or a list of texts; instead: text such as "s3:GetObject"';

export const computeSettings = [
  ...inSection("aws 1.8", [
    word("imageId: ami- or resolve:ssm:", "images", imageText, "web", ami),
    word("imageId: a parameter by its name", "images", imageText, "ssm:/shop/image", "resolve:ssm:/shop/image"),
    word("imageId is text", "images", "must be text; got a number; instead: text in quotes", 7, ami),
    word(
      "imageId in a pair",
      "images",
      'must be an image id or a parameter\'s name; instead: text such as "ami-0123456789abcdef0"',
      { id: "web", rootDevice: device },
      { id: ami, rootDevice: device },
      ".id",
    ),
    word(
      "a pair has a root device",
      "images",
      deviceText,
      { id: ami, rootDevice: "xvda" },
      { id: ami, rootDevice: device },
      ".rootDevice",
    ),
    word(
      "a pair without its root device",
      "images",
      "is required",
      { id: ami },
      { id: ami, rootDevice: device },
      ".rootDevice",
    ),
    word(
      "a misspelt part of a pair",
      "images",
      "is not an option here; instead: one of id, rootDevice",
      { id: ami, rootDevice: device, device },
      { id: ami, rootDevice: device },
      ".device",
    ),
    word("sourceInstanceId", "instances", idText("i", "an instance"), "source", "i-0123456789abcdef0"),
    word("instanceType", "machines", machineText, "small", "t4g.micro"),
    word("keyName is a name", "keys", "must not be empty", "", "ops"),
    word(
      "a key pair takes ED25519",
      "keys",
      publicText,
      { publicKey: "ecdsa-sha2-nistp256 AAAA ops" },
      { publicKey: "ssh-ed25519 AAAA" },
      ".publicKey",
    ),
    word(
      "a key pair takes RSA",
      "keys",
      publicText,
      { publicKey: "ssh-dss AAAA" },
      { publicKey: "ssh-rsa AAAA ops" },
      ".publicKey",
    ),
    word(
      "a private key is no public one",
      "keys",
      publicText,
      { publicKey: "-----BEGIN OPENSSH PRIVATE KEY-----" },
      { publicKey: "ssh-ed25519 AAAA" },
      ".publicKey",
    ),
    word("kmsKeyId: a key", "diskKeys", diskText, "shop", `${kms}:key/0f3c2a51`),
    word("kmsKeyId: an alias", "diskKeys", diskText, "alias/shop", `${kms}:alias/shop`),
    word(
      "httpPutResponseHopLimit from 1",
      "templates",
      "0 is below 1; instead: a number from 1 to 64",
      { metadataHops: 0 },
      { metadataHops: 1 },
      ".metadataHops",
    ),
    word(
      "httpPutResponseHopLimit up to 64",
      "templates",
      "65 is above 64; instead: a number from 1 to 64",
      { metadataHops: 65 },
      { metadataHops: 64 },
      ".metadataHops",
    ),
  ]),
  ...inSection("aws 1.10", [
    word("alarmActions: a topic", "topics", topicText, "ops", `${sns}:ops`),
    word("alarmActions: no subscription", "topics", topicText, `${sns}:ops:0a1`, `${sns}:ops_1-a`),
  ]),
  ...inSection("aws 1.11", [
    word("a scope is an ARN", "scopes", scopeText, "shop-assets", bucket),
    word("a scope holds no *", "scopes", scopeText, "arn:aws:s3:::shop-*", bucket),
    word("a scope holds no ?", "scopes", scopeText, "arn:aws:s3:::shop?", bucket),
    word("a list of scopes holds no *", "scopes", scopeText, [bucket, "arn:aws:s3:::*"], [bucket], "[1]"),
    word("a list of scopes is not empty", "scopes", "needs at least one entry", [], [bucket]),
    element("Effect", "Effect", '"allow" is not a value of this option; instead: "Allow" or "Deny"', "allow", "Deny"),
    element("Action", "Action", textOrList, 7, ["kms:Decrypt", "kms:Encrypt"]),
    element("Resource", "Resource", "needs at least one entry", [], "arn:aws:kms:eu-west-1:123456789012:key/demo"),
    right(
      "Condition",
      "statements[0].Condition.StringEquals",
      "must be an object of names; got text",
      { statements: [{ ...statement, Condition: { StringEquals: "a" } }] },
      { statements: [{ ...statement, Condition: { StringEquals: { "aws:a": "b" } } }] },
    ),
    right(
      "a statement has an Action",
      "statements[0].Action",
      textOrList,
      { statements: [{ ...statement, Action: undefined }] },
      { statements: [statement] },
    ),
    right(
      "a statement says what is allowed",
      "statements[0].NotAction",
      "is not an option here; instead: one of Action, Condition, Effect, Resource, Sid",
      { statements: [{ ...statement, NotAction: "s3:*" }] },
      { statements: [statement] },
    ),
    right(
      "policyArn",
      "managedPolicies[0]",
      policyText,
      { managedPolicies: ["CloudWatchAgentServerPolicy"] },
      { managedPolicies: [agent] },
    ),
    right(
      "policyArn of an account",
      "managedPolicies[0]",
      policyText,
      { managedPolicies: ["arn:aws:iam::12:policy/web"] },
      { managedPolicies: ["arn:aws:iam::123456789012:policy/team/web"] },
    ),
    right(
      "each policy once",
      "managedPolicies[1]",
      '"CloudWatchAgentServerPolicy" is there twice; instead: each one once',
      { managedPolicies: [agent, agent] },
      { managedPolicies: [agent] },
    ),
    right(
      "policies that differ in dots alone would be one resource",
      "managedPolicies[1]",
      '"web-read" is there twice; instead: each one once',
      { managedPolicies: [`${own}/web.read`, `${own}/web-read`] },
      { managedPolicies: [`${own}/web.read`, `${own}/web_read`] },
    ),
    element("Sid: letters and digits", "Sid", sidText, "may-decrypt", "Decrypt2"),
    right(
      "Sid: once in a policy",
      "statements[1].Sid",
      '"Decrypt" is there twice; instead: each one once',
      {
        statements: [
          { ...statement, Sid: "Decrypt" },
          { ...statement, Sid: "Decrypt" },
        ],
      },
      { statements: [{ ...statement, Sid: "Decrypt" }, statement, statement] },
    ),
  ]),
];
