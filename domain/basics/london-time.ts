/** A day of the calendar, `2026-10-18`. */
export type CivilDay = string;

const PARTS = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

interface LondonMoment {
  readonly day: CivilDay;
  /** `20:05` */
  readonly time: string;
}

/** What calendar and clock in London show at an instant. */
export function inLondon(instant: Date): LondonMoment {
  const parts: Record<string, string> = {};
  for (const { type, value } of PARTS.formatToParts(instant)) parts[type] = value;
  return { day: `${parts["year"]}-${parts["month"]}-${parts["day"]}`, time: `${parts["hour"]}:${parts["minute"]}` };
}

export const londonDay = (instant: Date): CivilDay => inLondon(instant).day;

/**
 * The instant at which London's calendar and clock show this. Of an hour that comes twice in autumn the first is meant;
 * one that spring leaves out is read as the hour after it.
 */
export function londonInstant(day: CivilDay, time: string): Date {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  const summer = new Date(asIfUtc - 3_600_000);
  const shown = inLondon(summer);
  return shown.day === day && shown.time === time ? summer : new Date(asIfUtc);
}

/** Whether the day stands in the calendar: no 31 September. */
export function isCivilDay(text: string): text is CivilDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}

/** Whole days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: CivilDay, to: CivilDay): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

export const addDays = (day: CivilDay, days: number): CivilDay => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * The day of the same number so many months on, or the last of a shorter month: the corresponding date rule
 * (Dodds v Walker [1981] 1 WLR 1027).
 */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
