import { expect, test } from "vitest";
import { makeAccessCode } from "#domain/voting/access-codes/voting-code.ts";
import type { CouncilInView } from "#domain/councils/scope.ts";
import { makeLetters } from "./make-letters.ts";
import { makeSlips } from "./make-slips.ts";
import { languagesOf, qrTextOf, type PrintWork } from "./ui/print-work.ts";

const council = { slug: "alaw-vale", name: { en: "Alaw Vale Council", cy: "Cyngor Dyffryn Alaw" }, contactPhone: "01632 960 180", welsh: true } as CouncilInView;
const slips = Array.from({ length: 9 }, (_, at) => ({ number: at + 1, code: makeAccessCode(new Uint8Array(10).fill(at)), recipient: { name: "Mari Ŵyn", address: ["1", "2", "3", "4", "5", "6", "SN9 4QT"] } }));
const work: PrintWork = {
  locale: "cy",
  council,
  vote: { slug: "your-patch", title: { en: "Your Patch", cy: "Eich Ardal" }, opensAt: null, closesAt: null },
  batch: { id: "", kind: "post", label: "First posting", place: "", codes: 9, slips },
  baseUrl: "https://vote.example",
};

const pagesOf = (pdf: Buffer): number => [...pdf.toString("latin1").matchAll(/\/Type \/Page\b/g)].length;

test("letters are a page each, and slips eight to a sheet with their list", async () => {
  const [letters, sheets] = [await makeLetters(work), await makeSlips(work)];
  expect(pagesOf(letters)).toBe(9);
  expect(pagesOf(sheets)).toBe(3);
  for (const pdf of [letters, sheets]) expect(pdf.toString("latin1")).toMatch(/\/Marked true/);
});

test("the code stands behind the #, where no server sees it, and both languages are on a Welsh council's paper", () => {
  const [slip] = slips;
  expect(slip && qrTextOf(work, "cy", slip.code)).toBe(`https://vote.example/cy/alaw-vale/votes/your-patch/code#${slip?.code}`);
  expect(languagesOf(work)).toEqual(["cy", "en"]);
  expect(languagesOf({ locale: "cy", council: { ...council, welsh: false } })).toEqual(["en"]);
});
