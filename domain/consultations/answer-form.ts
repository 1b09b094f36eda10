import { readCivilDate } from "#domain/basics/fields.ts";
import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { joinedDate } from "#domain/basics/form-input.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { Answer, FileAnswer, MapPlace } from "./answer.ts";
import { DONT_KNOW } from "./condition.ts";
import { cornersIn, drawnShape, markAsTyped } from "./map-marks.ts";
import { judgeAnswer, judgeMissing } from "./judge-answer.ts";
import { OTHER, type Question } from "./survey.ts";

/*
 * From the fields of a page to an answer and back. A question's field has its code for a name; its parts have the code, a dot
 * and the part: `place.line1`, `spend.parks`.
 */

/** The name of a part's field: of the main part the question's code alone. */
export const fieldOf = (code: string, part = ""): string => (part === "" || MAIN_PARTS.includes(part) ? code : `${code}.${part}`);

const MAIN_PARTS: readonly string[] = ["text", "choice", "choices", "order", "number", "date", "postcode", "files", "places", "agreed", "rows", "amounts", "address", "contact", "organisation"];

/** What is kept besides the fields: files already sent, and places already marked. */
export interface KeptParts {
  readonly files?: readonly FileAnswer[];
  readonly places?: readonly MapPlace[];
}

/**
 * Reads one question's answer from what was typed. Null where it was left out and may be. Faults stand beside their fields.
 * Messy typing is taken: spaces in postcodes, commas in numbers, months in words.
 */
export function readAnswer(question: Question, values: TypedValues, kept: KeptParts = {}): Result<Answer | null, readonly Fault[]> {
  const answer = typedAnswer(question, values, kept);
  const beside = (faults: readonly Fault[]) => err(faults.map((fault) => ({ ...fault, field: fieldOf(question.code, fault.field) })));
  if (answer === null) {
    const missing = judgeMissing(question);
    return missing.length === 0 ? ok(null) : beside(missing);
  }
  if (question.type === "ranking" && answer.dontKnow === undefined && sameRanks(question, values)) return beside([{ field: "order", code: "same-place" }]);
  const faults = judgeAnswer(question, answer);
  return faults.length === 0 ? ok(answer) : beside(faults);
}

/** What was typed, as an answer that may yet be wrong; null where nothing was. */
export function typedAnswer(question: Question, values: TypedValues, kept: KeptParts = {}): Answer | null {
  const { code } = question;
  const one = (part = ""): string => (values[part === "" ? code : `${code}.${part}`]?.at(-1) ?? "").replace(/\r\n?/g, "\n").normalize("NFC").trim();
  const many = (part = ""): readonly string[] => (values[part === "" ? code : `${code}.${part}`] ?? []).filter((value) => value !== "");
  if (question.dontKnow && (one() === DONT_KNOW || many().includes(DONT_KNOW) || one(DONT_KNOW) === "yes")) return { dontKnow: true };
  switch (question.type) {
    case "short-text":
    case "long-text":
      return one() === "" ? null : { text: one() };
    case "single-choice":
    case "autocomplete":
    case "likert":
    case "yes-no":
      return one() === "" ? null : { choice: one(), ...(one() === OTHER && one("other") !== "" ? { other: one("other") } : {}) };
    case "multiple-choice": {
      const order = [...question.options.map((option) => option.code), OTHER];
      const choices = [...new Set(many())].sort((a, b) => order.indexOf(a) - order.indexOf(b));
      return choices.length === 0 ? null : { choices, ...(choices.includes(OTHER) && one("other") !== "" ? { other: one("other") } : {}) };
    }
    case "matrix-single":
    case "matrix-multiple": {
      const rows = Object.fromEntries(question.rows.map((row) => [row.code, [...new Set(many(`rows.${row.code}`))]] as const).filter(([, chosen]) => chosen.length > 0));
      return Object.keys(rows).length === 0 ? null : { rows };
    }
    case "ranking": {
      const ranked = question.options.map((option) => ({ option: option.code, rank: Number(one(`rank.${option.code}`)) })).filter(({ rank }) => Number.isInteger(rank) && rank > 0);
      return ranked.length === 0 ? null : { order: ranked.sort((a, b) => a.rank - b.rank).map(({ option }) => option) };
    }
    case "number": {
      const plain = one().replace(/[\s,]/g, "");
      return plain === "" ? null : { number: /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN };
    }
    case "budget": {
      const amounts = question.options.flatMap((option) => {
        const amount = readAmount(one(`amounts.${option.code}`), question.unit);
        return amount === null ? [] : [[option.code, amount] as const];
      });
      return amounts.length === 0 ? null : { amounts: Object.fromEntries(amounts) };
    }
    case "date": {
      const typed = joinedDate(values, code);
      return typed === "" ? null : { date: readCivilDate(typed) ?? typed };
    }
    case "postcode":
      return one() === "" ? null : { postcode: plainPostcode(one()) };
    case "address": {
      const address = { line1: one("address.line1"), line2: one("address.line2"), town: one("address.town"), postcode: plainPostcode(one("address.postcode")) };
      return Object.values(address).every((line) => line === "") ? null : { address };
    }
    case "contact": {
      const contact = { name: one("contact.name"), email: one("contact.email"), phone: one("contact.phone") };
      return Object.values(contact).every((line) => line === "") ? null : { contact };
    }
    case "organisation": {
      const organisation = { name: one("organisation.name"), role: one("organisation.role"), represents: one("organisation.represents") };
      return Object.values(organisation).every((line) => line === "") ? null : { organisation };
    }
    case "file":
      return kept.files && kept.files.length > 0 ? { files: kept.files } : null;
    case "map": {
      // A line or an area that was begun and not finished is finished by going on.
      const corners = cornersIn(question, values);
      const places = [...(kept.places ?? []), ...(corners.length > 0 ? [{ shape: drawnShape(question, values), positions: corners }] : [])];
      return places.length === 0 && one("place") === "" ? null : { ...(places.length > 0 ? { places } : {}), ...(one("place") === "" ? {} : { place: one("place") }) };
    }
    case "consent":
      return one() === "yes" ? { agreed: true } : question.optional ? { agreed: false } : null;
  }
}

const plainPostcode = (typed: string): string => typed.normalize("NFKC").replace(/[\s.-]/g, "").toUpperCase();

/** Points, or whole pence of pounds as typed; not a number where it is none. Nothing typed is nothing given. */
function readAmount(typed: string, unit: "points" | "pounds"): number | null {
  const plain = typed.replace(/[£\s,]/g, "");
  if (plain === "") return null;
  if (unit === "points") return /^\d{1,12}$/.test(plain) ? Number(plain) : Number.NaN;
  const [, whole, pence = "00"] = /^(\d{1,12})(?:\.(\d{2}))?$/.exec(plain) ?? [];
  return whole === undefined ? Number.NaN : Number(whole) * 100 + Number(pence);
}

function sameRanks(question: Question & { type: "ranking" }, values: TypedValues): boolean {
  const ranks = question.options.map(({ code }) => values[`${question.code}.rank.${code}`]?.at(-1) ?? "").filter((rank) => Number(rank) > 0);
  return new Set(ranks).size !== ranks.length;
}

/** The fields that show an answer again, as they would have been typed. */
export function fieldsOfAnswer(question: Question, answer: Answer | undefined): TypedValues {
  const { code } = question;
  if (answer === undefined) return {};
  if (answer.dontKnow === true) return { [code]: [DONT_KNOW], [`${code}.${DONT_KNOW}`]: ["yes"] };
  const fields: Record<string, readonly string[]> = {};
  const plain = answer.text ?? answer.choice ?? answer.number?.toString() ?? answer.postcode ?? (answer.agreed === true ? "yes" : undefined);
  if (plain !== undefined) fields[code] = [plain];
  if (answer.choices) fields[code] = answer.choices;
  if (answer.other !== undefined) fields[`${code}.other`] = [answer.other];
  for (const [row, chosen] of Object.entries(answer.rows ?? {})) fields[`${code}.rows.${row}`] = chosen;
  for (const [at, option] of (answer.order ?? []).entries()) fields[`${code}.rank.${option}`] = [String(at + 1)];
  for (const [option, amount] of Object.entries(answer.amounts ?? {})) fields[`${code}.amounts.${option}`] = [question.type === "budget" && question.unit === "pounds" ? poundsOf(amount) : String(amount)];
  if (answer.date !== undefined) {
    const [year = "", month = "", day = ""] = answer.date.split("-");
    Object.assign(fields, { [`${code}-day`]: [String(Number(day))], [`${code}-month`]: [String(Number(month))], [`${code}-year`]: [year] });
  }
  for (const group of ["address", "contact", "organisation"] as const) for (const [name, line] of Object.entries(answer[group] ?? {})) fields[`${code}.${group}.${name}`] = [line];
  if (answer.places) fields[`${code}.marks`] = answer.places.map(markAsTyped);
  if (answer.place !== undefined) fields[`${code}.place`] = [answer.place];
  return fields;
}

const poundsOf = (pence: number): string => (pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2));
