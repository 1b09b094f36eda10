import { describe, expect, test } from "vitest";
import { clientAddress, readTrustedProxies } from "./client-address.ts";

describe("who is asking", () => {
  test("is the other end of the connection, whatever it says of itself", () => {
    expect(clientAddress("198.51.100.4", "203.0.113.7", [])).toBe("198.51.100.4");
    expect(clientAddress("198.51.100.4", "203.0.113.7", ["127.0.0.1"])).toBe("198.51.100.4");
    expect(clientAddress("::ffff:198.51.100.4", undefined, [])).toBe("198.51.100.4");
  });

  test("is whom a named proxy says it spoke to, and not what that one added before", () => {
    expect(clientAddress("127.0.0.1", "203.0.113.7", ["127.0.0.0/8"])).toBe("203.0.113.7");
    expect(clientAddress("::ffff:127.0.0.1", "192.0.2.66, 203.0.113.7", ["127.0.0.1"])).toBe("203.0.113.7");
    expect(clientAddress("10.0.0.2", "192.0.2.66, 203.0.113.7, 10.0.0.9", ["10.0.0.0/8"])).toBe("203.0.113.7");
  });

  test("is the proxy itself where it says nothing that can be read", () => {
    expect(clientAddress("127.0.0.1", undefined, ["127.0.0.1"])).toBe("127.0.0.1");
    expect(clientAddress("127.0.0.1", "unknown", ["127.0.0.1"])).toBe("127.0.0.1");
  });

  test("may carry a port", () => {
    expect(clientAddress("127.0.0.1", "203.0.113.7:4711", ["127.0.0.1"])).toBe("203.0.113.7");
    expect(clientAddress("127.0.0.1", "[2001:db8::7]:4711", ["127.0.0.1"])).toBe("2001:db8::7");
  });
});

test("the setting is a list of addresses and networks, and says what is wrong in it", () => {
  expect(readTrustedProxies("")).toEqual([]);
  expect(readTrustedProxies("127.0.0.1, 10.0.0.0/8 ::1")).toEqual(["127.0.0.1", "10.0.0.0/8", "::1"]);
  expect(() => readTrustedProxies("127.0.0.1, nginx")).toThrow('not "nginx"');
});
