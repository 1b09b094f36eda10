import { readClockTime } from "./clock-time.ts";
import { z } from "zod";

/*
 * Fields as people type them. The message of each check is a code; its words are in i18n/messages/<locale>/faults.ts.
 */

// C0 and C1 controls other than tab and line breaks, and lone surrogates: never typed on purpose.
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Surrogate}/u;

const clean = (text: string): string => text.replace(/\r\n?/g, "\n").normalize("NFC").trim();

/** One line of text, 1 to `max` characters. */
export const line = (max = 200) =>
  z
    .string("required")
    .transform(clean)
    .pipe(z.string().min(1, "required").max(max, "too-long").refine((v) => !UNPRINTABLE.test(v), "unprintable").refine((v) => !v.includes("\n"), "one-line"));

/** One line of text that may be left empty. */
export const optionalLine = (max = 200) =>
  z
    .string()
    .default("")
    .transform(clean)
    .pipe(z.string().max(max, "too-long").refine((v) => !UNPRINTABLE.test(v), "unprintable").refine((v) => !v.includes("\n"), "one-line"));

/** Paragraphs, 1 to `max` characters. */
export const paragraphs = (max = 5000) =>
  z.string("required").transform(clean).pipe(z.string().min(1, "required").max(max, "too-long").refine((v) => !UNPRINTABLE.test(v), "unprintable"));

export const optionalParagraphs = (max = 5000) =>
  z.string().default("").transform(clean).pipe(z.string().max(max, "too-long").refine((v) => !UNPRINTABLE.test(v), "unprintable"));

/** A whole number between the two, both allowed. Spaces and thousands commas are taken as typed. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string("required")
    .transform((v) => v.replace(/[\s,]/g, ""))
    .pipe(z.string().min(1, "required").regex(/^\d{1,15}$/, "whole-number"))
    .transform(Number)
    .pipe(z.number().min(min, "too-small").max(max, "too-large"));

/** Pounds as typed (£24,000 or 31.30) to whole pence, more than nothing unless `leastPence` is 0. */
export const pounds = (maxPence = 100_000_000_000, leastPence = 1) =>
  z
    .string("required")
    .transform((v) => v.replace(/[£\s,]/g, ""))
    .pipe(z.string().min(1, "required").regex(/^\d{1,12}(\.\d{2})?$/, "pounds"))
    .transform((v) => {
      const [whole = "0", part = "00"] = v.split(".");
      return Number(whole) * 100 + Number(part);
    })
    .pipe(z.number().min(leastPence, "pounds").max(maxPence, "too-large"));

/**
 * An e-mail address as it may be written to: after NFKC only printable ASCII, one @, a dotted host.
 * Stricter than RFC 5321 on purpose: look-alike and quoted addresses are how other people's mail is taken.
 */
export const email = () =>
  z
    .string("required")
    .transform((v) => v.normalize("NFKC").trim())
    .pipe(
      z
        .string()
        .min(1, "required")
        .max(254, "email")
        .regex(/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/, "email")
        .refine((v) => !v.includes("..") && !v.startsWith(".") && !v.includes(".@"), "email"),
    )
    .transform((v) => v.toLowerCase());

/** A UK postcode, kept upper case without the space (BS 7666). */
export const postcode = () =>
  z
    .string("required")
    .transform((v) => v.normalize("NFKC").replace(/[\s.-]/g, "").toUpperCase())
    .pipe(z.string().min(1, "required").regex(/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/, "postcode"));

/** A part of an address: lower-case letters, digits and single hyphens. */
export const slug = () => z.string("required").trim().min(1, "required").max(60, "too-long").regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug");

/** One of a list; anything else was not offered. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, "choose-one");

/** The one-use number a form carries, so that sending it twice makes one thing. */
export const once = () => z.uuid("form-expired");

const MONTHS = [
  ["january", "jan", "ionawr"],
  ["february", "feb", "chwefror"],
  ["march", "mar", "mawrth"],
  ["april", "apr", "ebrill"],
  ["may", "mai"],
  ["june", "jun", "mehefin"],
  ["july", "jul", "gorffennaf"],
  ["august", "aug", "awst"],
  ["september", "sep", "sept", "medi"],
  ["october", "oct", "hydref"],
  ["november", "nov", "tachwedd"],
  ["december", "dec", "rhagfyr"],
] as const;

/**
 * A civil date from three boxes sent as one field `2026-10-18` or from what was typed in them, `18 10 2026`
 * or `18 October 2026` (English or Welsh months). Answers `2026-10-18`; a day that is not in the calendar is a fault.
 */
export const civilDate = () =>
  z
    .string("required")
    .transform((v) => v.normalize("NFKC").trim())
    .pipe(z.string().min(1, "required"))
    .transform((v, context) => {
      const date = readCivilDate(v);
      if (date !== null) return date;
      context.addIssue({ code: "custom", message: "date" });
      return z.NEVER;
    });

/** `2026-10-18` from what was typed, or null when there is no such day. */
export function readCivilDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [...text.split(/[\s/.-]+/)].reverse();
  if (year === undefined || month === undefined || day === undefined) return null;
  const monthNumber = /^\d{1,2}$/.test(month) ? Number(month) : MONTHS.findIndex((names) => (names as readonly string[]).includes(month.toLowerCase())) + 1;
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(day) || monthNumber < 1 || monthNumber > 12) return null;
  const written = `${year}-${String(monthNumber).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const calendar = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(calendar.getTime()) && calendar.toISOString().slice(0, 10) === written ? written : null;
}

/** A field that may be left empty, which is then null; else what it must be. */
export const orEmpty = <T>(field: z.ZodType<T, string>) =>
  z
    .string()
    .default("")
    .transform((typed, context): T | null => {
      if (typed.trim() === "") return null;
      const read = field.safeParse(typed);
      if (read.success) return read.data;
      context.addIssue({ code: "custom", message: read.error.issues[0]?.message ?? "not-understood" });
      return z.NEVER;
    });

/** A time of the clock as people write it, `9am` or `20:00`; answers `20:00`. */
export const clockTime = () =>
  z.string("required").transform((typed, context) => {
    const time = readClockTime(typed);
    if (time !== null) return time;
    context.addIssue({ code: "custom", message: typed.trim() === "" ? "required" : "time" });
    return z.NEVER;
  });
