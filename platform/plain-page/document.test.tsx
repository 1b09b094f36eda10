import { describe, expect, it } from "vitest";
import { assetAddress } from "./assets.ts";
import { renderDocument as render } from "./document.tsx";

describe("renderDocument", () => {
  it("writes a whole page in its language, with the stylesheet and one font", () => {
    const html = render({ lang: "en", title: "Fish & chips", children: <main>Hello</main> });
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB"><head><meta charSet="utf-8"\/>/i);
    expect(html).toContain("<title>Fish &amp; chips</title>");
    expect(html).toContain(`<link rel="stylesheet" href="${assetAddress("folkmoot.css")}"/>`);
    expect(html.match(/as="font"/g)).toHaveLength(1);
    expect(html).toContain("<body><main>Hello</main></body></html>");
  });

  it("preloads both fonts on Welsh pages, and none when asked to save data", () => {
    const page = { lang: "cy", title: "T", children: null };
    expect(render(page).match(/as="font"/g)).toHaveLength(2);
    const small = render({ ...page, saveData: true });
    expect(small).not.toContain("woff2");
    expect(small).toContain(assetAddress("folkmoot-save-data.css"));
  });

  it("puts the brand and further sheets after the stylesheet, and scripts deferred", () => {
    const html = render({ lang: "en", title: "T", children: null, brandHref: "/brand.css", stylesheets: ["/poll.css"], scripts: ["meter"] });
    expect(html.indexOf(assetAddress("folkmoot.css"))).toBeLessThan(html.indexOf("/brand.css"));
    expect(html.indexOf("/brand.css")).toBeLessThan(html.indexOf("/poll.css"));
    expect(html).toContain(`<script src="${assetAddress("meter.js")}" defer=""></script>`);
  });
});
