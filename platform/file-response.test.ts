import { expect, it } from "vitest";
import { fileResponse } from "./file-response.ts";

const FILE = { sha256: "ab12", contentType: "text/csv", name: 'a "b"\r\n.csv', read: async () => new TextEncoder().encode("x") };
const ask = (etag?: string) => new Request("http://localhost/", etag ? { headers: { "if-none-match": etag } } : {});

it("sends the file with a tag of its content and a name that is safe in a header", async () => {
  const answer = await fileResponse(FILE, ask());
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe("x");
  expect(answer.headers.get("etag")).toBe('"ab12"');
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="a--b---.csv"');
});

it("sends nothing to those who have it", async () => {
  for (const held of ['"ab12"', 'W/"ab12"', '"zz", "ab12"', "*"]) expect((await fileResponse(FILE, ask(held))).status).toBe(304);
  expect((await fileResponse(FILE, ask('"zz"'))).status).toBe(200);
});

it("lets caches keep what is for everybody, and nothing else", async () => {
  expect((await fileResponse(FILE, ask())).headers.get("cache-control")).toBe("public, max-age=3600");
  expect((await fileResponse({ ...FILE, confidential: true }, ask())).headers.get("cache-control")).toBe("private, no-store");
});
