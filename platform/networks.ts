import { BlockList, isIP } from "node:net";

/** An address, or a network in the form address/prefix: `203.0.113.7`, `203.0.113.0/28`, `2001:db8::/48`. */
export function isNetwork(text: string): boolean {
  const [address = "", prefix, ...more] = text.split("/");
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

/** Whether an address lies in one of the networks; what is no address lies in none. */
export function isInAny(address: string, networks: readonly string[]): boolean {
  const plain = withoutMapping(address);
  const family = isIP(plain);
  if (family === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [start = "", prefix] = network.split("/");
    const its = isIP(start);
    if (its === 0 || !isNetwork(network)) continue;
    const kind = its === 4 ? "ipv4" : "ipv6";
    if (prefix === undefined) list.addAddress(start, kind);
    else list.addSubnet(start, Number(prefix), kind);
  }
  return list.check(plain, family === 4 ? "ipv4" : "ipv6");
}

/** `::ffff:203.0.113.7` is the IPv4 address that it carries. */
export const withoutMapping = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

const LOOPBACK = ["127.0.0.0/8", "::1"];

export const isLoopback = (address: string): boolean => isInAny(address, LOOPBACK);

/** The network of a home: an IPv4 address, or the first half (/64) of an IPv6 one, since one home has that many. */
export function homeNetwork(address: string): string {
  const plain = withoutMapping(address);
  if (isIP(plain) !== 6) return plain;
  const [head = "", tail] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  const rest = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => "0");
  return [...groups, ...zeros, ...rest].slice(0, 4).map((group) => Number.parseInt(group || "0", 16).toString(16)).join(":");
}
