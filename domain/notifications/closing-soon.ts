import { inLondon } from "#domain/basics/london-time.ts";

/** Hours before the close in which people are told that it comes, and for how long it must have been open before. */
export const CLOSING_SOON_HOURS = 72;

/** Hours of the day in which people are written to (Europe/London), so that no mail comes at night. */
const FROM = "09:00";
const UNTIL = "19:00";

/** Whether people may be told now that something closes soon. */
export function mayTellNow(now: Date): boolean {
  const { time } = inLondon(now);
  return time >= FROM && time < UNTIL;
}
