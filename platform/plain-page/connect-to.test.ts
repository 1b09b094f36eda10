import { expect, test } from "vitest";
import { htmlResponse } from "./html-response.ts";

test("a page may ask another host of the installation only where it is told to, and no other page may", () => {
  const policyOf = (connectTo?: string) => htmlResponse("", { connectTo }).headers.get("Content-Security-Policy");
  expect(policyOf()).toContain("connect-src 'self';");
  expect(policyOf("https://box.example.org/")).toContain("connect-src 'self' https://box.example.org;");
});
