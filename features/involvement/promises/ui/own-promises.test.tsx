import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { offerInput } from "../input.ts";
import { OwnPromises } from "./own-promises.tsx";

test("whoever is elected reads that a promise in either language will do", () => {
  const values = { once: ["0b4f7d0e-6c54-4a3b-9d3e-1f1f2f3f4f5f"], textEn: [""], textCy: [""] };
  const read = offerInput(values);
  const faults = read.ok ? [] : read.error;
  const page = renderToStaticMarkup(<OwnPromises locale="cy" welsh kicker="2026" form={{ values, faults }} done={false} once="o" open made={[]} offers={[]} />);
  expect(page).toContain("Mae un iaith yn ddigon");
  expect([...page.matchAll(/href="#textEn"[^>]*>([^<]+)</g)].map(([, words]) => words)).toEqual(["Ysgrifennwch yr addewid yn Gymraeg neu yn Saesneg"]);
});
