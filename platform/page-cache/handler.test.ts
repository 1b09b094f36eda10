import { describe, expect, it } from "vitest";
import { getRouteCacheKey } from "next/dist/server/lib/route-cache-key.js";
import PageCache from "./handler.ts";
import { keptPages } from "./pages.ts";

const PAGE = { kind: "APP_ROUTE", status: 200, body: Buffer.from("page") };

describe("PageCache", () => {
  it("keeps a page by the address it is renewed by, as the installed Next names it", async () => {
    keptPages().start();
    const key = getRouteCacheKey("/en/millbrook/votes/your-patch", { kind: "APP_ROUTE" as never, sourceRoute: "/[locale]/[council]/(public)/votes/[vote]/route" });
    const cache = new PageCache();
    await cache.get(key);
    await cache.set(key, PAGE);
    expect(keptPages().peek("/en/millbrook/votes/your-patch")).not.toBeNull();
    expect(await cache.get(key)).toMatchObject({ value: { body: PAGE.body } });
    keptPages().renew("millbrook");
    expect(await cache.get(key)).toBeNull();
  });

  it("keeps nothing under a name without an address", async () => {
    keptPages().start();
    const cache = new PageCache();
    await cache.get("/route-cache/APP_ROUTE/abc/millbrook");
    await cache.set("/route-cache/APP_ROUTE/abc/millbrook", PAGE);
    expect(await cache.get("/route-cache/APP_ROUTE/abc/millbrook")).toBeNull();
  });
});
