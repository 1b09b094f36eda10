/**
 * Numbers printed on ballot papers: `MB-40273-6` is the polling place's letters, five digits that no other paper of the poll
 * has, and a check digit. The number says nothing of who was handed the paper: papers of a batch are printed in an
 * order drawn by lot, and nobody writes down who got which.
 */
import { err, ok, type Result } from "#domain/basics/result.ts";

/** The first number of a poll. Five digits throughout, so that none is mistaken for part of another. */
export const FIRST_NUMBER = 10_001;
export const LAST_NUMBER = 99_999;

export interface PaperNumber {
  /** Two to four letters of the polling place. */
  readonly place: string;
  readonly number: number;
}

/** The quasigroup of H. Michael Damm, "Total anti-symmetrische Quasigruppen" (2004): it finds every wrong digit and every two neighbours swapped. */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

/** The check digit of a row of digits. */
export const checkDigit = (digits: string): number => [...digits].reduce((row, digit) => DAMM[row]?.[Number(digit)] ?? 0, 0);

/** Letters count too: each as two digits, A is 01. */
const digitsOf = ({ place, number }: PaperNumber): string => `${[...place].map((letter) => String(letter.charCodeAt(0) - 64).padStart(2, "0")).join("")}${number}`;

/** The number as it is printed. */
export const shownPaperNumber = (paper: PaperNumber): string => `${paper.place}-${paper.number}-${checkDigit(digitsOf(paper))}`;

/** The number that was typed or scanned; small letters, spaces and dashes of any kind are taken. `mistyped`: the check digit is another. */
export function readPaperNumber(typed: string): Result<PaperNumber, "not-a-number" | "mistyped"> {
  const code = typed.slice(0, 100).normalize("NFKC").replace(/[\s\p{Dash_Punctuation}\u2212]/gu, "").toUpperCase();
  const [, place = "", digits = "", check = ""] = /^([A-Z]{2,4})([1-9]\d{4})(\d)$/.exec(code) ?? [];
  if (place === "") return err("not-a-number");
  const paper = { place, number: Number(digits) };
  return checkDigit(digitsOf(paper)) === Number(check) ? ok(paper) : err("mistyped");
}

/** What the QR code of a paper holds: kind, poll, batch and number, and nothing else. */
export const paperQrText = (pollId: string, batch: string, number: string): string => `FOLKMOOT PAPER 1 ${pollId.toUpperCase()} ${batch} ${number}`;

/** The number in what was typed or scanned: the words of the QR code end with it. */
export const scannedNumber = (text: string): string => (/^FOLKMOOT PAPER 1 /i.test(text.trim()) ? (text.trim().split(/\s+/).at(-1) ?? "") : text);

/** A batch as people call it: `MB-014`. */
export const shownBatchCode = (place: string, batch: number): string => `${place}-${String(batch).padStart(3, "0")}`;

/** Letters for a polling place out of its name, which the officer may change: `Millbrook Library` gives `ML`. */
export function lettersForPlace(name: string, taken: readonly string[]): string {
  const words = name.normalize("NFD").replace(/[^A-Za-z ]/g, "").toUpperCase().split(/\s+/).filter((word) => word !== "");
  const initials = words.map((word) => word.charAt(0)).join("");
  const [first = "P"] = words;
  const inside = [...first.slice(1)].map((letter) => first.charAt(0) + letter);
  const candidates = [initials.slice(0, 2), ...inside, initials.slice(0, 3), ...everyPair()];
  return candidates.find((code) => /^[A-Z]{2,4}$/.test(code) && !taken.includes(code)) ?? "ZZZZ";
}

function everyPair(): string[] {
  const letters = [..."ABCDEFGHJKLMNPQRTUVWXYZ"];
  return letters.flatMap((a) => letters.map((b) => a + b));
}
