import path from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { buildStylesheets, findTooNew, type Stylesheets } from "./stylesheet.ts";

describe("the built stylesheet", () => {
  let sheets: Stylesheets;
  beforeAll(async () => {
    sheets = await buildStylesheets(path.dirname(import.meta.dirname), (file) => `/assets/${file}`);
  });

  it("has nothing that a browser of 2018 would drop", () => {
    expect(findTooNew(sheets.full)).toEqual([]);
    expect(sheets.full).not.toMatch(/:is\(|:where\(|[{;]inset:|[{;](margin|padding)-(block|inline)|@media[^{]*[<>]=/);
  });

  it("is under 14 KB compressed", () => {
    expect(gzipSync(sheets.full, { level: 9 }).byteLength).toBeLessThan(14 * 1024);
  });

  it("points at the served fonts, and leaves them out for visitors who save data", () => {
    expect(sheets.full).toContain("/assets/figtree-latin.woff2");
    expect(sheets.saveData).not.toContain("woff2");
    expect(sheets.saveData).toContain(".btn{");
  });

  it("lets a council's own sheet change the brand", () => {
    expect(sheets.full).toContain("--brand:#5e1f58");
    expect(sheets.full).toMatch(/\.btn\{[^}]*background:var\(--brand\)/);
  });
});

describe("findTooNew", () => {
  it("names layers, nesting and mixed colours", () => {
    expect(findTooNew("@layer base{a{color:red}}")).toEqual(["@layer (cascade layers)"]);
    expect(findTooNew("@media print{.a{color:red;.b{color:blue}}}")).toEqual(["& (nested rules)"]);
    expect(findTooNew(".a{color:color-mix(in oklab,red,blue)}")[0]).toContain("color-mix");
    expect(findTooNew('@supports (x:y){.a{content:"{"}.b{color:red}}')).toEqual([]);
  });
});
