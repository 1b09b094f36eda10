import { isIP } from "node:net";
import { isInAny, isNetwork, withoutMapping } from "#platform/networks.ts";

/** TRUSTED_PROXIES: addresses and networks, apart by commas or spaces. Throws with what cannot be read. */
export function readTrustedProxies(setting: string): readonly string[] {
  const proxies = setting.split(/[\s,]+/).filter((each) => each !== "");
  const wrong = proxies.filter((each) => !isNetwork(each));
  if (wrong.length > 0) throw new Error(`TRUSTED_PROXIES must hold addresses or networks, such as 127.0.0.1 or 10.0.0.0/8, not "${wrong.join('", "')}".`);
  return proxies;
}

/**
 * Who is asking. The other end of the connection, unless that is a proxy the operator named: then whoever the proxy says
 * spoke to it, and so on through a chain of named proxies. What anybody else writes into `X-Forwarded-For` is not believed.
 *
 * @param peer the other end of the connection
 * @param forwarded `X-Forwarded-For` as it came, the nearest speaker last
 */
export function clientAddress(peer: string, forwarded: string | undefined, trusted: readonly string[]): string {
  let client = withoutMapping(peer);
  for (const said of (forwarded ?? "").split(",").reverse()) {
    if (!isInAny(client, trusted)) return client;
    const address = withoutMapping(said.trim().replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1"));
    if (isIP(address) === 0) return client;
    client = address;
  }
  return client;
}
