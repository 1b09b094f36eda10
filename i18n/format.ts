import type { Locale } from "#domain/basics/bilingual.ts";

const ZONE = "Europe/London";
const TAGS = { en: "en-GB", cy: "cy" } as const;

/** The only place where dates, numbers and money become words (look.md section 9). */
export interface Format {
  /** 1,204 */
  readonly number: (value: number) => string;
  /** £24,000; £31.30 only when pence matter; whole pounds and pence in, pence given */
  readonly money: (pence: number) => string;
  /** 62%: a share between 0 and 1 */
  readonly percent: (share: number, decimals?: number) => string;
  /** Sunday 18 October 2026 */
  readonly longDate: (date: Date | string) => string;
  /** 18 October 2026 */
  readonly date: (date: Date | string) => string;
  /** 18 October */
  readonly dayAndMonth: (date: Date | string) => string;
  /** 8pm, 4:12pm, midday */
  readonly time: (instant: Date) => string;
  /** Sunday 18 October 2026 at 8pm */
  readonly dateAndTime: (instant: Date) => string;
  /** 28 September to 18 October 2026 */
  readonly range: (from: Date | string, to: Date | string) => string;
  readonly list: (items: readonly string[]) => string;
  /** A plain decimal with at most so many places. */
  readonly decimal: (value: number, places?: number) => string;
}

const formats = new Map<Locale, Format>();

/** The formatter of a language. A civil date is given as `2026-10-18`, an instant as a Date. */
export function format(locale: Locale): Format {
  let found = formats.get(locale);
  if (!found) formats.set(locale, (found = makeFormat(locale)));
  return found;
}

function makeFormat(locale: Locale): Format {
  const tag = TAGS[locale];
  // Welsh data in some builds groups thousands differently; British conventions are the same in both languages.
  const numbers = new Intl.NumberFormat("en-GB");
  const words = { at: locale === "en" ? "at" : "am", to: locale === "en" ? "to" : "i", midday: locale === "en" ? "midday" : "hanner dydd", midnight: locale === "en" ? "midnight" : "hanner nos" };
  // Both languages write the day before the month; some Welsh data has it the other way round.
  const parts = new Intl.DateTimeFormat(tag, { timeZone: ZONE, weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const part = (...wanted: readonly Intl.DateTimeFormatPartTypes[]) => (date: Date | string) => {
    const found = parts.formatToParts(asInstant(date));
    return wanted.map((type) => found.find((each) => each.type === type)?.value ?? "").join(" ");
  };
  const longDate = part("weekday", "day", "month", "year");
  const date = part("day", "month", "year");
  const dayAndMonth = part("day", "month");
  const year = part("year");
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "numeric", minute: "2-digit", hourCycle: "h23" });
  const time = (instant: Date) => {
    const found = clock.formatToParts(instant);
    const hour = Number(found.find((p) => p.type === "hour")?.value ?? 0);
    const minute = found.find((p) => p.type === "minute")?.value ?? "00";
    if (minute === "00" && hour === 12) return words.midday;
    if (minute === "00" && hour === 0) return words.midnight;
    const shown = hour % 12 === 0 ? 12 : hour % 12;
    return `${shown}${minute === "00" ? "" : `:${minute}`}${hour < 12 ? "am" : "pm"}`;
  };
  return {
    number: (value) => numbers.format(value),
    money: (pence) => {
      const sign = pence < 0 ? "-" : "";
      const whole = Math.trunc(Math.abs(pence) / 100);
      const rest = Math.abs(pence) % 100;
      return `${sign}£${numbers.format(whole)}${rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`}`;
    },
    percent: (share, decimals = 0) => `${(share * 100).toFixed(decimals)}%`,
    longDate,
    date,
    dayAndMonth,
    time,
    dateAndTime: (instant) => `${longDate(instant)} ${words.at} ${time(instant)}`,
    range: (from, to) => `${year(from) === year(to) ? dayAndMonth(from) : date(from)} ${words.to} ${date(to)}`,
    list: (items) => (locale === "en" ? new Intl.ListFormat(tag, { type: "conjunction" }).format([...items]).replace(/, and /, " and ") : welshList(items)),
    decimal: (value, places = 2) => new Intl.NumberFormat("en-GB", { maximumFractionDigits: places }).format(value),
  };
}

/** Before a vowel "and" is "ac" in Welsh, else "a"; the common data leaves that choice open. */
function welshList(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  if (items.length < 2) return last;
  const and = /^[aeiouwy]/i.test(last.normalize("NFD")) ? "ac" : "a";
  return `${items.slice(0, -1).join(", ")} ${and} ${last}`;
}

/** A civil date stands for its midday in London, which is the same day in every season. */
const asInstant = (date: Date | string): Date => (typeof date === "string" ? new Date(`${date.slice(0, 10)}T12:00:00Z`) : date);
