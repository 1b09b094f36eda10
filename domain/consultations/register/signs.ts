import { SMALLEST_CELL } from "#domain/consultations/analysis/hide-small-cells.ts";

/** What can look odd about responses. A person decides what it means; nothing is taken away. */
export const SIGN_KINDS = ["duplicate", "burst", "campaign"] as const;
export type SignKind = (typeof SIGN_KINDS)[number];

/** What a person decided: nothing yet, that it means nothing, or that they are counted apart, with and without. */
export const SIGN_VERDICTS = ["undecided", "stands", "apart"] as const;
export type SignVerdict = (typeof SIGN_VERDICTS)[number];

/** What is known of a response by which it may be somebody's second. Empty parts say nothing. */
export interface SenderTraits {
  readonly id: string;
  readonly email: string;
  readonly phone: string;
  readonly name: string;
  readonly postcode: string;
  readonly organisation: string;
  /** All words somebody wrote in it, joined. */
  readonly words: string;
  /** All of its answers, as one text. */
  readonly answers: string;
}

/** Two whole responses with fewer words than this may be alike by accident. */
const FEWEST_WORDS = 8;

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{Diacritic}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** Groups of two or more responses that may be one sender's: one e-mail address, telephone, name at a postcode or organisation, or the same answers throughout. */
export function findDuplicates(senders: readonly SenderTraits[]): readonly { readonly key: string; readonly ids: readonly string[] }[] {
  const groups = new Map<string, Set<string>>();
  const put = (key: string, id: string) => groups.set(key, (groups.get(key) ?? new Set()).add(id));
  for (const { id, email, phone, name, postcode, organisation, words, answers } of senders) {
    if (email.trim() !== "") put(`email ${email.trim().toLowerCase()}`, id);
    const digits = phone.replace(/\D/g, "").replace(/^(?:44|0044)/, "0");
    if (digits.length >= 10) put(`phone ${digits}`, id);
    if (plain(name) !== "" && postcode !== "") put(`name ${plain(name)} ${postcode}`, id);
    if (plain(organisation) !== "") put(`organisation ${plain(organisation)}`, id);
    if (words.trim().split(/\s+/u).length >= FEWEST_WORDS) put(`answers ${answers}`, id);
  }
  return [...groups].flatMap(([key, ids]) => (ids.size > 1 ? [{ key, ids: [...ids] }] : []));
}

/** Minutes in which responses that come together are looked at, the fewest that are a burst, and how many times the usual they must be. */
export const BURST = { minutes: 10, fewest: 15, times: 10 } as const;

/**
 * Stretches in which responses came far closer together than usual: at least `fewest` within `minutes`, and `times` as many as come in
 * that time on average over all the time given. Neighbouring stretches are one.
 *
 * @param arrivals instants in milliseconds, in any order
 * @param wholeMs how long responses have been taken
 */
export function findBursts(arrivals: readonly { readonly id: string; readonly at: number }[], wholeMs: number): readonly (readonly string[])[] {
  const inOrder = [...arrivals].sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
  const windowMs = BURST.minutes * 60_000;
  const usual = inOrder.length / Math.max(1, wholeMs / windowMs);
  const least = Math.max(BURST.fewest, Math.ceil(usual * BURST.times));
  const bursts: { from: number; to: number }[] = [];
  let from = 0;
  for (let to = 0; to < inOrder.length; to += 1) {
    while ((inOrder[to] as { at: number }).at - (inOrder[from] as { at: number }).at >= windowMs) from += 1;
    if (to - from + 1 < least) continue;
    const last = bursts.at(-1);
    if (last && from <= last.to) last.to = to;
    else bursts.push({ from, to });
  }
  return bursts.map((burst) => inOrder.slice(burst.from, burst.to + 1).map(({ id }) => id));
}

/**
 * Whether it may be told how a question comes out with and without what is counted apart: not where so few are apart, or left, that the
 * difference would tell what one of them answered.
 */
export const mayTellBoth = (answered: number, without: number): boolean => without >= SMALLEST_CELL && (answered === without || answered - without >= SMALLEST_CELL);
