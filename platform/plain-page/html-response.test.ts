import { describe, expect, it } from "vitest";
import { asksToSaveData, htmlResponse } from "./html-response.ts";

describe("htmlResponse", () => {
  it("sends the page with a policy that allows nothing from inside it, and is not stored", async () => {
    const response = htmlResponse("<p>Hi", { status: 422 });
    expect(response.status).toBe(422);
    expect(await response.text()).toBe("<p>Hi");
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'; style-src 'self'");
    expect(response.headers.get("content-security-policy")).not.toContain("unsafe");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("keeps the caller's headers, and every cookie", () => {
    const headers = new Headers({ "Cache-Control": "public, max-age=60" });
    headers.append("Set-Cookie", "a=1");
    headers.append("Set-Cookie", "b=2");
    const response = htmlResponse("", { headers });
    expect(response.headers.get("cache-control")).toBe("public, max-age=60");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });
});

describe("asksToSaveData", () => {
  it("reads the browser's wish", () => {
    expect(asksToSaveData(new Headers({ "Save-Data": "on" }))).toBe(true);
    expect(asksToSaveData(new Headers())).toBe(false);
  });
});
