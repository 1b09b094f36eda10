import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { GALLERY } from "./gallery.tsx";

describe.each(Object.entries(GALLERY))("the sample page %s", (_, page) => {
  const html = renderToStaticMarkup(page.show());

  it("has no style or script inside it, which the browser would refuse", () => {
    expect(html).not.toMatch(/\sstyle=|<style|<script|\son[a-z]+=/);
  });

  it("uses each id once, and refers only to ids that are there", () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const wanted = [...html.matchAll(/\s(?:aria-describedby|aria-labelledby|for)="([^"]+)"/g)].flatMap(([, list]) => (list ?? "").split(" "));
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("names every control", () => {
    const controls = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !tag.includes('type="hidden"'));
    const unnamed = controls.filter((tag) => {
      const id = /\sid="([^"]+)"/.exec(tag)?.[1];
      return !tag.includes("aria-label=") && !html.includes(`for="${id}"`);
    });
    expect(unnamed).toEqual([]);
  });
});
