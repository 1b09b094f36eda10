import { expect, it } from "vitest";
import { remembered } from "./remembered.ts";

const ask = (handler: (request: Request, context: null) => Promise<Response>, address: string) => handler(new Request(`http://localhost${address}`), null).then(async (answer) => `${String(answer.status)} ${await answer.text()} ${answer.headers.get("x-page") ?? ""}`);

it("gives one answer to many who ask for the same address, and another for another", async () => {
  let made = 0;
  const handler = remembered((request: Request) => Promise.resolve(new Response(`${new URL(request.url).search} ${String((made += 1))}`, { headers: { "X-Page": "yes" } })));
  const answers = await Promise.all([ask(handler, "/list?a=1"), ask(handler, "/list?a=1"), ask(handler, "/list?a=2")]);
  expect(answers).toEqual(["200 ?a=1 1 yes", "200 ?a=1 1 yes", "200 ?a=2 2 yes"]);
  expect(await ask(handler, "/list?a=1")).toBe("200 ?a=1 1 yes");
});

it("keeps nothing that is not a good answer, sets a cookie or has an endless address", async () => {
  let made = 0;
  const bad = remembered(() => Promise.resolve(new Response(String((made += 1)), { status: 500 })));
  expect([await ask(bad, "/a"), await ask(bad, "/a")]).toEqual(["500 1 ", "500 2 "]);
  const cookie = remembered(() => Promise.resolve(new Response(String((made += 1)), { headers: { "Set-Cookie": "a=1" } })));
  expect([await ask(cookie, "/a"), await ask(cookie, "/a")]).toEqual(["200 3 ", "200 4 "]);
  const good = remembered(() => Promise.resolve(new Response(String((made += 1)))));
  const long = `/a?q=${"x".repeat(500)}`;
  expect([await ask(good, long), await ask(good, long)]).toEqual(["200 5 ", "200 6 "]);
  const broken = remembered(() => Promise.reject(new Error("no database")));
  await expect(ask(broken, "/a")).rejects.toThrow("no database");
});
