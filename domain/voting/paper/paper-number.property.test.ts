import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDigit, FIRST_NUMBER, LAST_NUMBER, lettersForPlace, paperQrText, readPaperNumber, scannedNumber, shownBatchCode, shownPaperNumber } from "./paper-number.ts";

const letter = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const paper = fc.record({ place: fc.string({ unit: letter, minLength: 2, maxLength: 4 }), number: fc.integer({ min: FIRST_NUMBER, max: LAST_NUMBER }) });

test("the check digit is Damm's: the example of his thesis", () => {
  expect(checkDigit("572")).toBe(4);
});

describe("a paper's number", () => {
  test("is read back as printed, in small letters and with spaces", () => {
    fc.assert(
      fc.property(paper, (each) => {
        const shown = shownPaperNumber(each);
        expect(shown).toMatch(/^[A-Z]{2,4}-\d{5}-\d$/);
        expect(readPaperNumber(shown)).toEqual({ ok: true, value: each });
        expect(readPaperNumber(` ${shown.toLowerCase().replaceAll("-", " ")} `)).toEqual({ ok: true, value: each });
      }),
    );
  });

  test("with one digit wrong, or two neighbours swapped, is never another paper", () => {
    fc.assert(
      fc.property(paper, fc.nat(5), fc.nat(9), (each, at, digit) => {
        const shown = shownPaperNumber(each);
        const digits = [...shown.replaceAll("-", "").slice(each.place.length)];
        const before = digits[at]!;
        const wrong = [...digits];
        wrong[at] = String(digit);
        if (before !== String(digit)) expect(readPaperNumber(each.place + wrong.join("")).ok).toBe(false);
        const swapped = [...digits];
        [swapped[at], swapped[at + 1]] = [swapped[at + 1] ?? "", swapped[at] ?? ""];
        if (swapped.join("") !== digits.join("") && swapped.join("").length === 6) expect(readPaperNumber(each.place + swapped.join("")).ok).toBe(false);
      }),
    );
  });

  test("with one letter wrong is never another paper", () => {
    fc.assert(
      fc.property(paper, letter, (each, other) => {
        const check = shownPaperNumber(each).slice(-1);
        const wrong = other + each.place.slice(1);
        // Two digits stand for a letter; a change of both can agree by chance, a change of the second never does.
        if (wrong !== each.place && Math.floor((other.charCodeAt(0) - 64) / 10) === Math.floor((each.place.charCodeAt(0) - 64) / 10))
          expect(readPaperNumber(`${wrong}-${each.number}-${check}`)).toEqual({ ok: false, error: "mistyped" });
      }),
    );
  });

  test("is nothing else", () => {
    for (const typed of ["", "MB", "MB-014", "40273-6", "MB-4027-6", "M-40273-6", "ABCDE-40273-6", "x".repeat(10_000)]) expect(readPaperNumber(typed)).toEqual({ ok: false, error: "not-a-number" });
  });

  test("is the end of what the QR code says", () => {
    fc.assert(
      fc.property(paper, fc.uuid(), (each, pollId) => {
        const text = paperQrText(pollId, shownBatchCode(each.place, 14), shownPaperNumber(each));
        expect(readPaperNumber(scannedNumber(text))).toEqual({ ok: true, value: each });
        expect(scannedNumber(shownPaperNumber(each))).toBe(shownPaperNumber(each));
      }),
    );
  });
});

test("a place gets letters of its name that no other has", () => {
  expect(lettersForPlace("Millbrook Library", [])).toBe("ML");
  expect(lettersForPlace("Millbrook Library", ["ML"])).toBe("MI");
  expect(lettersForPlace("Neuadd y Dref, Llŷn", [])).toBe("NY");
  expect(lettersForPlace("7", [])).toBe("AA");
  const taken: string[] = [];
  for (let at = 0; at < 300; at += 1) taken.push(lettersForPlace("St Anne’s Hall", taken));
  expect(new Set(taken).size).toBe(300);
});
