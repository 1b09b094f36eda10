import { expect, test } from "vitest";
import { homeNetwork, isInAny, isLoopback, isNetwork } from "./networks.ts";

test("networks are written as addresses with or without a prefix", () => {
  for (const good of ["203.0.113.7", "203.0.113.0/28", "2001:db8::/48", "::1"]) expect(isNetwork(good)).toBe(true);
  for (const bad of ["", "library", "203.0.113", "203.0.113.0/33", "203.0.113.0/a", "2001:db8::/129", "1.2.3.4/8/8"]) expect(isNetwork(bad)).toBe(false);
});

test("an address lies in a network of its own family, mapped or not", () => {
  expect(isInAny("203.0.113.9", ["203.0.113.0/28"])).toBe(true);
  expect(isInAny("::ffff:203.0.113.9", ["203.0.113.0/28"])).toBe(true);
  expect(isInAny("203.0.113.19", ["203.0.113.0/28"])).toBe(false);
  expect(isInAny("2001:db8::9", ["203.0.113.0/28", "2001:db8::/48"])).toBe(true);
  expect(isInAny("nonsense", ["0.0.0.0/0"])).toBe(false);
  expect(isInAny("203.0.113.9", ["nonsense"])).toBe(false);
});

test("this machine is known in every spelling", () => {
  for (const here of ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"]) expect(isLoopback(here)).toBe(true);
  for (const elsewhere of ["128.0.0.1", "::2", ""]) expect(isLoopback(elsewhere)).toBe(false);
});

test("a home is an IPv4 address or the first half of an IPv6 one, however it is written", () => {
  expect(homeNetwork("::ffff:203.0.113.9")).toBe("203.0.113.9");
  expect(homeNetwork("2001:db8:0:7:1:2:3:4")).toBe("2001:db8:0:7");
  expect(homeNetwork("2001:0db8::7:1:2:3:4")).toBe("2001:db8:0:7");
  expect(homeNetwork("2001:db8::1")).toBe("2001:db8:0:0");
});
