// What the provider adds to inputs. Source: @pulumi/oci 4.20.0 (names: `-` and 7 digits behind the logical name), terraform-provider-oci
// 8.23.0 (ids of parts of balancers are paths); read 2026-11.
import { marksOf } from "../schema.js";
import { schemaOf } from "./schema.js";

type Inputs = Readonly<Record<string, unknown>>;

/** The name that the provider makes of the logical one where none is given. */
export function physicalName(type: string, name: string, inputs: Inputs): { name?: string } {
  const isNamed = type.startsWith("oci:") && marksOf(schemaOf(type), "name") !== undefined;
  return isNamed && inputs.name === undefined ? { name: `${name}-0a1b2c3` } : {};
}

const parts = /^oci:(LoadBalancer\/(?!loadBalancer:)|NetworkLoadBalancer\/(?!networkLoadBalancer:))/;

export function idOf(type: string, name: string, index: number): string {
  if (!type.startsWith("oci:")) return `${name}-${index}`;
  const [, , kind = ""] = type.split(":");
  return parts.test(type) ? `balancers/${index}/${kind}/${name}` : `ocid1.${kind.toLowerCase()}.oc1.phx.${index}`;
}

/** Outputs that only the service knows. */
const computed: Readonly<Record<string, (inputs: Inputs) => Inputs>> = {
  "oci:LoadBalancer/loadBalancer:LoadBalancer": ({ isPrivate }) => ({
    ipAddressDetails: [{ ipAddress: isPrivate === true ? "10.20.0.9" : "203.0.113.9", isPublic: isPrivate !== true }],
  }),
  "oci:NetworkLoadBalancer/networkLoadBalancer:NetworkLoadBalancer": ({ isPrivate }) => ({
    ipAddresses: [
      { ipAddress: "10.20.0.8", isPublic: false },
      ...(isPrivate === true ? [] : [{ ipAddress: "203.0.113.8", isPublic: true }]),
    ],
  }),
};

export function stateOf(type: string, name: string, inputs: Inputs): Inputs {
  return { ...physicalName(type, name, inputs), ...inputs, ...computed[type]?.(inputs) };
}

/** The ids in a text that were made here. */
export function madeIds(text: string): string[] {
  return text.match(/ocid1\.[a-z]+\.oc1\.phx\.\d+|balancers\/\d+\/\w+\/[^"' ]+/g) ?? [];
}
