/**
 * `20:00` from a time as people type it: 8pm, 8:30 pm, 8.30pm, 20:30, 2030, midday, hanner dydd. Null when it is none,
 * as a bare 8 could be either.
 */
export function readClockTime(text: string): string | null {
  const plain = text.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, " ");
  if (["midday", "noon", "12 noon", "hanner dydd", "canol dydd"].includes(plain)) return "12:00";
  const twelve = /^(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\.?$/.exec(plain);
  if (twelve) {
    const [, hour = "", minute = "00", half] = twelve;
    if (Number(hour) < 1 || Number(hour) > 12 || Number(minute) > 59) return null;
    return written((Number(hour) % 12) + (half === "p" ? 12 : 0), minute);
  }
  const twentyFour = /^(\d{1,2})[:.](\d{2})$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain);
  if (!twentyFour) return null;
  const [, hour = "", minute = ""] = twentyFour;
  return Number(hour) > 23 || Number(minute) > 59 ? null : written(Number(hour), minute);
}

const written = (hour: number, minute: string): string => `${String(hour).padStart(2, "0")}:${minute}`;
