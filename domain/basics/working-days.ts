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

/** The parts of the United Kingdom that have bank holidays of their own. */
export const NATIONS = ["england-and-wales", "scotland", "northern-ireland"] as const;
export type Nation = (typeof NATIONS)[number];

/**
 * Days proclaimed for one year alone, and days moved, as GOV.UK lists them; the statute's rules give all the others.
 * 8 May 2020 stood in the place of the early May holiday, 2 June 2022 in the place of the spring one. 15 June 2026 is Scotland's alone.
 */
const PROCLAIMED: Readonly<Record<number, readonly { readonly day: CivilDay; readonly instead?: CivilDay; readonly only?: Nation }[]>> = {
  2020: [{ day: "2020-05-08", instead: "2020-05-04" }],
  2022: [{ day: "2022-06-02", instead: "2022-05-30" }, { day: "2022-06-03" }, { day: "2022-09-19" }],
  2023: [{ day: "2023-05-08" }],
  2026: [{ day: "2026-06-15", only: "scotland" }],
};

/**
 * Bank holidays of a nation in a year, in order: Banking and Financial Dealings Act 1971, schedule 1, with the usual substitutes;
 * St Andrew's Day Bank Holiday (Scotland) Act 2007; 12 July as proclaimed each year in Northern Ireland; and the days proclaimed
 * for one year alone up to 2026. England and Wales where none is named.
 */
export function bankHolidays(year: number, nation: Nation = "england-and-wales"): readonly CivilDay[] {
  const proclaimed = (PROCLAIMED[year] ?? []).filter(({ only = nation }) => only === nation);
  const moved = proclaimed.map(({ instead }) => instead);
  const days = [...fixedAndMovable(year, nation).filter((day) => !moved.includes(day)), ...proclaimed.map(({ day }) => day)];
  return days.sort();
}

function fixedAndMovable(year: number, nation: Nation): readonly CivilDay[] {
  const sunday = easter(year);
  const newYear = substitute(civil(year, 1, 1), []);
  const christmas = substitute(civil(year, 12, 25), []);
  return [
    newYear,
    ...(nation === "scotland" ? [substitute(civil(year, 1, 2), [newYear])] : []),
    ...(nation === "northern-ireland" ? [substitute(civil(year, 3, 17), [])] : []),
    addDays(sunday, -2),
    ...(nation === "scotland" ? [] : [addDays(sunday, 1)]),
    mondayFrom(civil(year, 5, 1)),
    mondayFrom(civil(year, 5, 25)),
    ...(nation === "northern-ireland" ? [substitute(civil(year, 7, 12), [])] : []),
    mondayFrom(civil(year, 8, nation === "scotland" ? 1 : 25)),
    ...(nation === "scotland" ? [substitute(civil(year, 11, 30), [])] : []),
    // Where Christmas is a Sunday its substitute comes after Boxing Day, which stays.
    ...(weekday(civil(year, 12, 25)) === 0 ? [civil(year, 12, 26), civil(year, 12, 27)] : [christmas, substitute(civil(year, 12, 26), [christmas])]),
  ];
}

export const isWorkingDay = (day: CivilDay, nation: Nation = "england-and-wales"): boolean => !isWeekend(day) && !bankHolidays(Number(day.slice(0, 4)), nation).includes(day);

/** The working day so many working days after a day, which itself does not count. */
export function addWorkingDays(day: CivilDay, days: number, nation: Nation = "england-and-wales"): CivilDay {
  let found = day;
  for (let left = days; left > 0; left -= isWorkingDay(found, nation) ? 1 : 0) found = addDays(found, 1);
  return found;
}

/** The last day of a period of so many working days that begins with a day: that day counts where it is a working day. */
export function lastOfWorkingDays(first: CivilDay, days: number, nation: Nation = "england-and-wales"): CivilDay {
  return addWorkingDays(addDays(first, -1), days, nation);
}
