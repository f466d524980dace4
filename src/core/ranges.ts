import { Address4 } from "ip-address";
import { bug } from "./errors.js";

/** The n-th of the 2^bits equal parts of an IPv4 range. */
export function partOf(cidr: string, bits: number, index: number): string {
  const whole = new Address4(cidr);
  const prefix = whole.subnetMask + bits;
  if (prefix > 32 || index >= 2 ** bits) throw bug(`${cidr} has no part ${index} of ${2 ** bits}`);
  const first = whole.startAddress().bigInt() + (BigInt(index) << BigInt(32 - prefix));
  return `${Address4.fromBigInt(first).correctForm()}/${prefix}`;
}

/** Whether one IPv4 range lies inside another. */
export function isWithin(inner: string, outer: string): boolean {
  return new Address4(inner).isInSubnet(new Address4(outer));
}

export function isAddress(text: string): boolean {
  return !text.includes("/") && Address4.isValid(text);
}
