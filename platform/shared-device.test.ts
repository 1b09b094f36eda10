import { expect, test } from "vitest";
import { helpingCookie, isHelping, sharedDeviceCookie, sharedDeviceOf, wipeBrowser } from "./shared-device.ts";

const asking = (cookie: string) => new Request("http://localhost/", { headers: { cookie } });
const device = { token: "a".repeat(43), idleMinutes: 10, home: "brackenshire/station" };

test("a browser is the device its cookie says, and nothing else is one", () => {
  const cookie = sharedDeviceCookie(device, 60, true);
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Secure$/);
  expect(sharedDeviceOf(asking(cookie.split(";")[0] ?? ""))).toEqual(device);
  for (const other of ["", "shared-device=", "shared-device=short.10.x", `shared-device=${"a".repeat(43)}.10.//evil.example"`, "x=1"]) expect(sharedDeviceOf(asking(other))).toBeNull();
});

test("a wipe ends every cookie but the device's and those kept, and empties the browser's stores", () => {
  const headers = wipeBrowser(asking(`pass-1=a; ballot-1=b; shared-device=${device.token}.10.x/station; __Secure-next-auth.session-token=c; b%0d=1; keep=2`), (name) => name === "keep");
  expect(headers.get("clear-site-data")).toBe('"cache", "storage"');
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.getSetCookie().map((cookie) => cookie.split("=")[0])).toEqual(["pass-1", "ballot-1", "__Secure-next-auth.session-token"]);
  expect(headers.getSetCookie().every((cookie) => cookie.includes("Max-Age=0"))).toBe(true);
  expect(headers.getSetCookie().at(-1)).toContain("Secure");
});

test("an officer who helps is known by a cookie that the wipe ends", () => {
  const asked = asking(helpingCookie(false, false).split(";")[0] ?? "");
  expect([isHelping(asked), isHelping(asking("helping=0"))]).toEqual([true, false]);
  expect(wipeBrowser(asked).getSetCookie().map((cookie) => cookie.split("=")[0])).toEqual(["helping"]);
});
