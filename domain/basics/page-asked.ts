/** Nobody turns so many pages of a list by hand. */
const MOST_PAGES = 100_000;

/** The page of a list that an address asks for by its `page`, from 1; the first for anything that is no such number. */
export function pageAsked(text: string | null | undefined): number {
  return /^[1-9]\d{0,5}$/.test(text ?? "") ? Math.min(Number(text), MOST_PAGES) : 1;
}
