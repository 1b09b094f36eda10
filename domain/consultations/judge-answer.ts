import type { Fault } from "#domain/basics/fault.ts";
import { isCivilDay } from "#domain/basics/london-time.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { Answer } from "./answer.ts";
import { fewestOf, MOST_POSITIONS } from "./map-marks.ts";
import { OTHER, YES_NO, type Question } from "./survey.ts";

/** Bounds that hold for every survey, so that no answer can fill the store. */
export const MOST_CHARACTERS = 20_000;
/** Pages of a PDF that is sent with an answer: beyond it nobody reads it as one. */
export const MOST_PAGES = 200;
const MOST_LINE = 200;

export const POSTCODE_PATTERN = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/;
const EMAIL_PATTERN = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,63}$/;
// C0 and C1 controls other than tab and line breaks, and lone surrogates: never typed on purpose.
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Surrogate}/u;

/** Words as people count them: what stands between spaces. */
export const countWords = (text: string): number => text.trim().split(/\s+/u).filter((word) => word !== "").length;

const FIELDS_BY_TYPE: Record<Question["type"], readonly (keyof Answer)[]> = {
  "short-text": ["text"],
  "long-text": ["text"],
  "single-choice": ["choice", "other"],
  autocomplete: ["choice", "other"],
  likert: ["choice", "other"],
  "yes-no": ["choice"],
  "multiple-choice": ["choices", "other"],
  "matrix-single": ["rows"],
  "matrix-multiple": ["rows"],
  ranking: ["order"],
  number: ["number"],
  budget: ["amounts"],
  date: ["date"],
  postcode: ["postcode", "areaId"],
  address: ["address"],
  contact: ["contact"],
  organisation: ["organisation"],
  file: ["files"],
  map: ["places", "place"],
  consent: ["agreed"],
};

/**
 * What is wrong with an answer to a question; nothing where it fits. `field` is the part of the answer, a row or option code
 * behind a dot. An answer that is not there is judged by `judgeMissing`. Total: anything that JSON can hold gets an answer.
 */
export function judgeAnswer(question: Question, answer: Answer): readonly Fault[] {
  const given = Object.keys(answer).filter((name) => answer[name as keyof Answer] !== undefined);
  if (answer.dontKnow !== undefined) return question.dontKnow && answer.dontKnow === true && given.length === 1 ? [] : [{ field: "", code: "not-offered" }];
  const known = FIELDS_BY_TYPE[question.type] as readonly string[];
  const [first] = known;
  if (given.some((name) => !known.includes(name))) return [{ field: "", code: "answer-unfit" }];
  if (question.type !== "map" && (first === undefined || !given.includes(first))) return question.type === "postcode" && given.includes("areaId") ? [] : [{ field: "", code: "answer-unfit" }];
  return judgePart(question, answer);
}

/** Of a question that was asked and left out: a fault unless it may be. */
export const judgeMissing = (question: Question): readonly Fault[] => (question.optional ? [] : [{ field: "", code: MISSING[question.type] ?? "answer-missing" }]);

const MISSING: Partial<Record<Question["type"], string>> = {
  "single-choice": "choose-one",
  autocomplete: "choose-one",
  likert: "choose-one",
  "yes-no": "choose-one",
  "multiple-choice": "choose-some",
  ranking: "rank-some",
  consent: "agree-needed",
  file: "file-needed",
};

function judgePart(question: Question, answer: Answer): readonly Fault[] {
  switch (question.type) {
    case "short-text":
      return judgeText("text", answer.text, { characters: question.maxLength, lines: false });
    case "long-text": {
      const faults = judgeText("text", answer.text, { characters: MOST_CHARACTERS, lines: true });
      const words = typeof answer.text === "string" ? countWords(answer.text) : 0;
      return faults.length === 0 && words > question.maxWords ? [{ field: "text", code: "too-many-words", params: { count: words, max: question.maxWords } }] : faults;
    }
    case "single-choice":
    case "autocomplete":
    case "likert":
      return [...judgeCode("choice", answer.choice, [...codesOf(question.options), ...(question.other ? [OTHER] : [])]), ...judgeOther(answer, answer.choice === OTHER)];
    case "yes-no":
      return judgeCode("choice", answer.choice, YES_NO);
    case "multiple-choice":
      return judgeChoices(question, answer);
    case "matrix-single":
    case "matrix-multiple":
      return judgeRows(question, answer);
    case "ranking":
      return judgeOrder(question, answer);
    case "number":
      return judgeNumber(question, answer.number);
    case "budget":
      return judgeAmounts(question, answer.amounts);
    case "date":
      return judgeDate(question, answer.date);
    case "postcode":
      return typeof answer.postcode === "string" && POSTCODE_PATTERN.test(answer.postcode) && isAreaId(answer.areaId) ? [] : [{ field: "postcode", code: "postcode" }];
    case "address":
      return judgeAddress(answer.address, question.optional);
    case "contact":
      return judgeContact(answer.contact);
    case "organisation":
      return judgeLines("organisation", answer.organisation, ["name", "role", "represents"], ["name"]);
    case "file":
      return judgeFiles(question, answer.files);
    case "map":
      return judgePlaces(question, answer);
    case "consent":
      if (typeof answer.agreed !== "boolean") return [{ field: "agreed", code: "answer-unfit" }];
      return answer.agreed || question.optional ? [] : [{ field: "agreed", code: "agree-needed" }];
  }
}

const isAreaId = (areaId: unknown): boolean => areaId === undefined || areaId === null || (typeof areaId === "string" && isUuid(areaId));
const codesOf = (options: readonly { readonly code: string }[]): readonly string[] => options.map(({ code }) => code);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function judgeText(field: string, text: unknown, { characters, lines, empty = false }: { readonly characters: number; readonly lines: boolean; readonly empty?: boolean }): Fault[] {
  if (typeof text !== "string") return [{ field, code: "answer-unfit" }];
  if (text.trim() === "") return empty ? [] : [{ field, code: "answer-missing" }];
  if (UNPRINTABLE.test(text)) return [{ field, code: "unprintable" }];
  if (!lines && /[\r\n]/.test(text)) return [{ field, code: "one-line" }];
  return text.length > characters ? [{ field, code: "too-long", params: { max: characters } }] : [];
}

const judgeCode = (field: string, code: unknown, codes: readonly string[]): Fault[] => (typeof code === "string" && codes.includes(code) ? [] : [{ field, code: "not-offered" }]);

function judgeOther(answer: Answer, chosen: boolean): Fault[] {
  if (answer.other === undefined) return chosen ? [{ field: "other", code: "other-missing" }] : [];
  return chosen ? judgeText("other", answer.other, { characters: MOST_LINE, lines: false }).map((fault) => (fault.code === "answer-missing" ? { ...fault, code: "other-missing" } : fault)) : [{ field: "other", code: "answer-unfit" }];
}

function judgeChoices(question: Question & { type: "multiple-choice" }, answer: Answer): Fault[] {
  const chosen: unknown = answer.choices;
  if (!Array.isArray(chosen) || chosen.length === 0) return [{ field: "choices", code: "choose-some" }];
  const codes = [...codesOf(question.options), ...(question.other ? [OTHER] : [])];
  if (chosen.some((code) => !codes.includes(code as string))) return [{ field: "choices", code: "not-offered" }];
  if (new Set(chosen).size !== chosen.length) return [{ field: "choices", code: "twice" }];
  const alone = question.options.some(({ code, exclusive }) => exclusive === true && chosen.includes(code));
  if (alone && chosen.length > 1) return [{ field: "choices", code: "none-and-some" }];
  if (question.most !== null && chosen.length > question.most) return [{ field: "choices", code: "too-many-choices", params: { max: question.most } }];
  return judgeOther(answer, chosen.includes(OTHER));
}

function judgeRows(question: Question & { type: "matrix-single" | "matrix-multiple" }, answer: Answer): Fault[] {
  const rows: unknown = answer.rows;
  if (!isObject(rows)) return [{ field: "rows", code: "answer-unfit" }];
  const codes = codesOf(question.options);
  if (Object.keys(rows).some((row) => !codesOf(question.rows).includes(row))) return [{ field: "rows", code: "not-offered" }];
  return question.rows.flatMap(({ code: row }): Fault[] => {
    const chosen: unknown = Object.hasOwn(rows, row) ? rows[row] : [];
    const field = `rows.${row}`;
    if (!Array.isArray(chosen) || chosen.some((code) => !codes.includes(code as string)) || new Set(chosen).size !== chosen.length) return [{ field, code: "not-offered" }];
    if (question.type === "matrix-single" && chosen.length > 1) return [{ field, code: "choose-one" }];
    return chosen.length === 0 && !question.optional ? [{ field, code: "row-missing" }] : [];
  });
}

function judgeOrder(question: Question & { type: "ranking" }, answer: Answer): Fault[] {
  const order: unknown = answer.order;
  if (!Array.isArray(order) || order.length === 0) return [{ field: "order", code: "rank-some" }];
  const codes = codesOf(question.options);
  if (order.some((code) => !codes.includes(code as string))) return [{ field: "order", code: "not-offered" }];
  if (new Set(order).size !== order.length) return [{ field: "order", code: "same-place" }];
  return question.most !== null && order.length > question.most ? [{ field: "order", code: "too-many-choices", params: { max: question.most } }] : [];
}

function judgeNumber(question: Question & { type: "number" }, number: unknown): Fault[] {
  const field = "number";
  if (typeof number !== "number" || !Number.isFinite(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER) return [{ field, code: "number" }];
  if (Number(number.toFixed(question.decimals)) !== number) return [question.decimals === 0 ? { field, code: "whole-number" } : { field, code: "too-many-decimals", params: { max: question.decimals } }];
  if (question.least !== null && number < question.least) return [{ field, code: "too-small", params: { min: question.least } }];
  return question.greatest !== null && number > question.greatest ? [{ field, code: "too-large", params: { max: question.greatest } }] : [];
}

function judgeAmounts(question: Question & { type: "budget" }, amounts: unknown): Fault[] {
  if (!isObject(amounts)) return [{ field: "amounts", code: "answer-unfit" }];
  const codes = codesOf(question.options);
  if (Object.keys(amounts).some((code) => !codes.includes(code))) return [{ field: "amounts", code: "not-offered" }];
  const wrong = Object.entries(amounts).filter(([, amount]) => typeof amount !== "number" || !Number.isSafeInteger(amount) || amount < 0);
  if (wrong.length > 0) return wrong.map(([code]) => ({ field: `amounts.${code}`, code: question.unit === "pounds" ? "pounds" : "whole-number" }));
  const spent = Object.values(amounts).reduce<number>((sum, amount) => sum + (amount as number), 0);
  if (spent > question.total) return [{ field: "amounts", code: question.unit === "pounds" ? "over-budget" : "over-points", params: { over: spent - question.total } }];
  if (spent === 0) return [{ field: "amounts", code: "share-something" }];
  return question.spendAll && spent < question.total ? [{ field: "amounts", code: question.unit === "pounds" ? "under-budget" : "under-points", params: { left: question.total - spent } }] : [];
}

function judgeDate(question: Question & { type: "date" }, date: unknown): Fault[] {
  if (typeof date !== "string" || !isCivilDay(date)) return [{ field: "date", code: "date" }];
  if (question.earliest !== null && date < question.earliest) return [{ field: "date", code: "too-early", params: { day: question.earliest } }];
  return question.latest !== null && date > question.latest ? [{ field: "date", code: "too-late", params: { day: question.latest } }] : [];
}

function judgeLines(group: "address" | "contact" | "organisation", given: unknown, names: readonly string[], needed: readonly string[]): Fault[] {
  if (!isObject(given) || Object.keys(given).some((name) => !names.includes(name))) return [{ field: group, code: "answer-unfit" }];
  return names.flatMap((name) => judgeText(`${group}.${name}`, given[name] ?? "", { characters: MOST_LINE, lines: false, empty: !needed.includes(name) }));
}

function judgeAddress(address: unknown, optional: boolean): Fault[] {
  const faults = judgeLines("address", address, ["line1", "line2", "town", "postcode"], optional ? ["line1"] : ["line1", "town", "postcode"]);
  const postcode = isObject(address) ? address["postcode"] : undefined;
  if (faults.length === 0 && typeof postcode === "string" && postcode !== "" && !POSTCODE_PATTERN.test(postcode)) return [{ field: "address.postcode", code: "postcode" }];
  return faults;
}

function judgeContact(contact: unknown): Fault[] {
  const faults = judgeLines("contact", contact, ["name", "email", "phone"], ["name"]);
  if (faults.length > 0 || !isObject(contact)) return faults;
  const [email, phone] = [String(contact["email"] ?? ""), String(contact["phone"] ?? "")];
  if (email === "" && phone === "") return [{ field: "contact.email", code: "email-or-phone" }];
  return [
    ...(email !== "" && !EMAIL_PATTERN.test(email) ? [{ field: "contact.email", code: "email" }] : []),
    ...(phone !== "" && phone.replace(/[^\d]/g, "").length < 6 ? [{ field: "contact.phone", code: "phone" }] : []),
  ];
}

function judgeFiles(question: Question & { type: "file" }, files: unknown): Fault[] {
  if (!Array.isArray(files) || files.length === 0) return [{ field: "files", code: "file-needed" }];
  const whole = (file: unknown) => isObject(file) && typeof file["id"] === "string" && typeof file["name"] === "string" && Number.isSafeInteger(file["bytes"]);
  if (!files.every(whole)) return [{ field: "files", code: "answer-unfit" }];
  return files.length > question.mostFiles ? [{ field: "files", code: "too-many-files", params: { max: question.mostFiles } }] : [];
}

function judgePlaces(question: Question & { type: "map" }, answer: Answer): Fault[] {
  const places: unknown = answer.places ?? [];
  if (!Array.isArray(places)) return [{ field: "places", code: "answer-unfit" }];
  if (places.length === 0 && (answer.place ?? "") === "") return [{ field: "place", code: "place-missing" }];
  if (places.length > question.most) return [{ field: "places", code: "too-many-places", params: { max: question.most } }];
  const short = places.find((place: unknown): place is { shape: "line" | "area" } => isObject(place) && (place["shape"] === "line" || place["shape"] === "area") && Array.isArray(place["positions"]) && place["positions"].length < fewestOf(place["shape"]));
  if (short) return [{ field: "places", code: short.shape === "area" ? "area-corners" : "line-corners" }];
  if (!places.every((place) => isObject(place) && (question.shapes as readonly unknown[]).includes(place["shape"]) && arePositions(place["positions"], place["shape"]))) return [{ field: "places", code: "answer-unfit" }];
  return answer.place === undefined ? [] : judgeText("place", answer.place, { characters: 500, lines: false, empty: places.length > 0 });
}

function arePositions(positions: unknown, shape: unknown): boolean {
  if (!Array.isArray(positions)) return false;
  if (positions.length === 0 || positions.length > (shape === "point" ? 1 : MOST_POSITIONS)) return false;
  return positions.every((at) => Array.isArray(at) && at.length === 2 && at.every((number) => typeof number === "number" && Number.isFinite(number)) && Math.abs(at[0] as number) <= 180 && Math.abs(at[1] as number) <= 90);
}
