import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { PageStore, type FinishedPage } from "./page-store.ts";

const page = (text: string, status = 200): FinishedPage => ({ kind: "APP_ROUTE", status, body: Buffer.from(text), headers: { "content-type": "text/html", "cache-control": "no-store" } });
const textOf = (kept: { readonly value: FinishedPage } | null): string | null => (kept?.value.body ? Buffer.from(kept.value.body).toString() : null);

describe("PageStore", () => {
  let store: PageStore;
  const make = (key: string, text = key, status = 200): void => {
    store.get(key);
    store.set(key, page(text, status));
  };
  beforeEach(() => {
    store = new PageStore(1_000_000);
    store.start();
  });

  it("gives back a page that was found missing and then made", () => {
    expect(store.get("/en/millbrook")).toBeNull();
    store.set("/en/millbrook", page("hub"));
    expect(textOf(store.get("/en/millbrook"))).toBe("hub");
    expect(textOf(store.peek("/en/millbrook"))).toBe("hub");
  });

  it("tells browsers and proxies to ask each time, by a tag of the content", () => {
    make("/en/millbrook", "hub");
    make("/cy/millbrook", "hub");
    make("/en/fellside", "another");
    const [one, same, other] = ["/en/millbrook", "/cy/millbrook", "/en/fellside"].map((key) => store.get(key)?.value.headers);
    expect(one).toMatchObject({ "content-type": "text/html", "cache-control": "public, max-age=0, must-revalidate" });
    expect(one?.["etag"]).toMatch(/^W\/"[\w-]{22}"$/);
    expect(same?.["etag"]).toBe(one?.["etag"]);
    expect(other?.["etag"]).not.toBe(one?.["etag"]);
  });

  it("keeps nothing but pages that answered 200", () => {
    for (const status of [303, 404, 500]) {
      make(`/en/millbrook/${String(status)}`, "text", status);
      expect(store.get(`/en/millbrook/${String(status)}`)).toBeNull();
    }
    store.set("/en/nothing", null);
    expect(store.get("/en/nothing")).toBeNull();
  });

  it("renews a page, those below it and both languages, and no others", () => {
    const keys = ["/en/millbrook", "/cy/millbrook", "/en/millbrook/votes/your-patch", "/en/millbrook-on-sea", "/en/fellside"];
    for (const key of keys) make(key);
    store.renew("millbrook");
    expect(keys.filter((key) => store.peek(key))).toEqual(["/en/millbrook-on-sea", "/en/fellside"]);
    store.renew("fellside/votes");
    expect(store.peek("/en/fellside")).not.toBeNull();
  });

  it("does not keep a page whose making began before a renewal", () => {
    store.get("/en/millbrook");
    store.renew("millbrook");
    store.set("/en/millbrook", page("old"));
    expect(store.peek("/en/millbrook")).toBeNull();
    make("/en/millbrook", "new");
    expect(textOf(store.peek("/en/millbrook"))).toBe("new");
  });

  it("does not keep it either when somebody else asked after the renewal", () => {
    store.get("/en/millbrook");
    store.renew("millbrook");
    store.get("/en/millbrook");
    store.set("/en/millbrook", page("old"));
    expect(store.peek("/en/millbrook")).toBeNull();
  });

  it("keeps nothing while renewals are not heard, and begins anew after", () => {
    make("/en/millbrook");
    store.stop();
    expect(store.get("/en/millbrook")).toBeNull();
    store.set("/en/millbrook", page("made in between"));
    expect(store.peek("/en/millbrook")).toBeNull();
    store.get("/en/millbrook");
    store.start();
    store.set("/en/millbrook", page("begun in between"));
    expect(store.peek("/en/millbrook")).toBeNull();
  });

  it("drops the page that was not asked for the longest when full", () => {
    store = new PageStore(100_000);
    store.start();
    const body = "x".repeat(10_000);
    for (let at = 0; at < 8; at++) make(`/en/page-${String(at)}`, body);
    store.get("/en/page-0");
    make("/en/page-8", body);
    expect(store.peek("/en/page-0")).not.toBeNull();
    expect(store.peek("/en/page-1")).toBeNull();
    make("/en/too-large", "x".repeat(20_000));
    expect(store.peek("/en/too-large")).toBeNull();
  });

  it("packs a page once for each way it may go", () => {
    const text = "the same words again and again ".repeat(50);
    make("/en/millbrook", text);
    const [br, gzip] = [store.packed("/en/millbrook", "br"), store.packed("/en/millbrook", "gzip")];
    expect(brotliDecompressSync(br ?? Buffer.alloc(0)).toString()).toBe(text);
    expect(gunzipSync(gzip ?? Buffer.alloc(0)).toString()).toBe(text);
    expect(store.packed("/en/millbrook", "br")).toBe(br);
    expect(store.packed("/en/nothing", "br")).toBeNull();
  });
});
