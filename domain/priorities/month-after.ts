import { addDays, type CivilDay } from "#domain/basics/london-time.ts";

/**
 * The last day of a period of so many months after a day: the corresponding date, or the last of the month where it has no
 * such date (Dodds v Walker [1981] 1 WLR 1027, House of Lords). One month after 31 January ends on 28 or 29 February.
 */
export function monthsAfter(day: CivilDay, months: number): CivilDay {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const total = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const first = `${String(toYear).padStart(4, "0")}-${String(toMonth).padStart(2, "0")}-01`;
  const last = Number(addDays(`${toMonth === 12 ? toYear + 1 : toYear}-${String(toMonth === 12 ? 1 : toMonth + 1).padStart(2, "0")}-01`, -1).slice(8));
  return `${first.slice(0, 8)}${String(Math.min(date, last)).padStart(2, "0")}`;
}
