import { selfSigned } from "../support/certificate.js";
import { publicKey } from "../support/public-key.js";
import { type Api, region } from "./api.js";

/** What a program expects to find in its account, made through the API as its owner would. */

export async function importCertificate({ ask }: Api, host: string): Promise<string> {
  const { key, certificate } = selfSigned(host);
  const parameters = { Certificate: certificate, PrivateKey: key };
  return (await ask<{ CertificateArn: string }>("acm", "import_certificate", parameters)).CertificateArn;
}

export async function importKeyPair({ ask }: Api, name: string): Promise<string> {
  await ask("ec2", "import_key_pair", { KeyName: name, PublicKeyMaterial: publicKey });
  return name;
}

export async function registerImage({ ask }: Api, name: string): Promise<string> {
  const root = { DeviceName: rootDevice, Ebs: { VolumeSize: 8 } };
  const parameters = { Name: name, RootDeviceName: rootDevice, BlockDeviceMappings: [root] };
  return (await ask<{ ImageId: string }>("ec2", "register_image", parameters)).ImageId;
}

export const rootDevice = "/dev/xvda";

export async function makeTopic({ ask }: Api, name: string): Promise<string> {
  return (await ask<{ TopicArn: string }>("sns", "create_topic", { Name: name })).TopicArn;
}

export interface Adopted {
  readonly vpcId: string;
  readonly cidr: string;
  readonly outbound: "nat";
  readonly subnets: readonly {
    readonly id: string;
    readonly cidr: string;
    readonly zone: string;
    readonly public: boolean;
  }[];
}

/** A network that exists: a public and a private subnet in each of three zones. */
export async function makeNetwork({ ask }: Api, cidr: string): Promise<Adopted> {
  const { Vpc } = await ask<{ Vpc: { VpcId: string } }>("ec2", "create_vpc", {
    CidrBlock: cidr,
    ...called("vpc", "main"),
  });
  const wanted = ["a", "b", "c"].flatMap((letter, index) => [
    { cidr: `10.0.${index}.0/24`, zone: `${region}${letter}`, public: true },
    { cidr: `10.0.1${index}.0/24`, zone: `${region}${letter}`, public: false },
  ]);
  const made = wanted.map(async (subnet) => {
    const { Subnet } = await ask<{ Subnet: { SubnetId: string } }>("ec2", "create_subnet", {
      VpcId: Vpc.VpcId,
      CidrBlock: subnet.cidr,
      AvailabilityZone: subnet.zone,
      ...called("subnet", subnet.cidr),
    });
    return { id: Subnet.SubnetId, ...subnet };
  });
  return { vpcId: Vpc.VpcId, cidr, outbound: "nat", subnets: await Promise.all(made) };
}

function called(ResourceType: string, Value: string): object {
  return { TagSpecifications: [{ ResourceType, Tags: [{ Key: "Name", Value }] }] };
}
