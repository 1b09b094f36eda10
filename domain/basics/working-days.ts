import { addDays, type CivilDay } from "./london-time.ts";

/** Day of the week, 0 Sunday to 6 Saturday. */
const weekday = (day: CivilDay): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const isWeekend = (day: CivilDay): boolean => weekday(day) % 6 === 0;

/** Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher). */
function easter(year: number): CivilDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return civil(year, month, day);
}

const civil = (year: number, month: number, day: number): CivilDay => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** The first Monday on or after a day. */
function mondayFrom(day: CivilDay): CivilDay {
  let found = day;
  while (weekday(found) !== 1) found = addDays(found, 1);
  return found;
}

/** The next day that is neither at a weekend nor a holiday already. */
function substitute(day: CivilDay, taken: readonly CivilDay[]): CivilDay {
  let found = day;
  while (isWeekend(found) || taken.includes(found)) found = addDays(found, 1);
  return found;
}

/**
 * Bank holidays of England and Wales in a year: Banking and Financial Dealings Act 1971, schedule 1, with the usual substitutes.
 * Days proclaimed for one year alone (a coronation) are not foreseen.
 */
export function bankHolidays(year: number): readonly CivilDay[] {
  const sunday = easter(year);
  const christmas = substitute(civil(year, 12, 25), []);
  return [
    substitute(civil(year, 1, 1), []),
    addDays(sunday, -2),
    addDays(sunday, 1),
    mondayFrom(civil(year, 5, 1)),
    mondayFrom(civil(year, 5, 25)),
    mondayFrom(civil(year, 8, 25)),
    // Where Christmas is a Sunday its substitute comes after Boxing Day, which stays.
    ...(weekday(civil(year, 12, 25)) === 0 ? [civil(year, 12, 26), civil(year, 12, 27)] : [christmas, substitute(civil(year, 12, 26), [christmas])]),
  ];
}

export const isWorkingDay = (day: CivilDay): boolean => !isWeekend(day) && !bankHolidays(Number(day.slice(0, 4))).includes(day);

/** The working day so many working days after a day, which itself does not count. */
export function addWorkingDays(day: CivilDay, days: number): CivilDay {
  let found = day;
  for (let left = days; left > 0; left -= isWorkingDay(found) ? 1 : 0) found = addDays(found, 1);
  return found;
}
