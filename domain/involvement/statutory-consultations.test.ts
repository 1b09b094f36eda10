import { expect, test } from "vitest";
import { catalogueOf, STATUTORY_CATALOGUE } from "./statutory-consultations.ts";

test("every entry is whole in both languages, once, and says where its law is read", () => {
  expect(new Set(STATUTORY_CATALOGUE.map(({ code }) => code)).size).toBe(STATUTORY_CATALOGUE.length);
  for (const { code, title, statute, consultees, source, minimumDays } of STATUTORY_CATALOGUE) {
    expect(code).toMatch(/^[a-z-]+$/);
    for (const text of [title, statute, consultees]) for (const words of [text.en, text.cy]) expect(words.trim(), code).not.toBe("");
    expect(source).toMatch(/^https:\/\/www\.(legislation\.gov\.uk|gov\.uk)\//);
    if (minimumDays !== null) expect(minimumDays).toBeGreaterThanOrEqual(14);
  }
});

test("periods are those of the statutes", () => {
  const days = Object.fromEntries(STATUTORY_CATALOGUE.map(({ code, minimumDays }) => [code, minimumDays]));
  expect(days).toMatchObject({ "well-being-plan": 84, "housing-licensing": 70, "local-plan-publication": 42, "school-change-wales": 42, "traffic-order": 21, "open-space-disposal": 14, "best-value": null });
});

test("a council's copy stands in place of the common one, and its own entries come after", () => {
  const [first] = STATUTORY_CATALOGUE;
  if (!first) throw new Error("The catalogue is empty");
  const copy = { ...first, minimumDays: 60, withdrawn: true };
  const own = { ...first, code: "our-market", withdrawn: false };
  const all = catalogueOf([own, copy]);
  expect(all[0]).toEqual({ ...copy, edited: true });
  expect(all.at(-1)).toEqual({ ...own, edited: true });
  expect(all.length).toBe(STATUTORY_CATALOGUE.length + 1);
  expect(catalogueOf([]).every(({ edited, withdrawn }) => !edited && !withdrawn)).toBe(true);
});
