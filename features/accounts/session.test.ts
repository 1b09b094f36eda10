import { expect, test } from "vitest";
import { readCookie } from "./session.ts";

test("a cookie that is badly written is none", () => {
  const request = new Request("http://here.example/", { headers: { cookie: "a=1; b=%zz; c=d%20e" } });
  expect(["a", "b", "c", "d"].map((name) => readCookie(request, name))).toEqual(["1", null, "d e", null]);
});
