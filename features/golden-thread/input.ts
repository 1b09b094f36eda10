import { z } from "zod";
import { civilDate, line, once, oneOf, optionalLine, optionalParagraphs, orEmpty, slug, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import { ASK_STANDINGS, NOTED_KINDS, THREAD_KINDS, type ThreadEnd } from "#domain/golden-thread/thread.ts";
import type { NoteStopInput } from "./note-stop.ts";

/** A stop as a list or an address names it: `project:7d0e…`. Null for anything else. */
export function readStop(written: string): ThreadEnd | null {
  const [kind, id = ""] = written.split(":", 2);
  const known = THREAD_KINDS.find((each) => each === kind);
  return known && isUuid(id) ? { kind: known, id } : null;
}

const stop = z
  .string("required")
  .min(1, "required")
  .transform((v, context): ThreadEnd => {
    const end = readStop(v);
    if (end !== null) return end;
    context.addIssue({ code: "custom", message: "unknown-thing" });
    return z.NEVER;
  });

export const linkThingsInput = formInput(
  z.object({ from: stop, to: stop, howEn: line(300), howCy: optionalLine(300) }).transform(({ from, to, howEn, howCy }) => ({ from, to, how: { en: howEn, cy: howCy } })),
);

export const unlinkThingsInput = formInput(z.object({ link: z.uuid("unknown-thing"), because: line(300) }).transform(({ link, because }) => ({ linkId: link, because })));

const chosen = z.union([z.literal("").transform(() => null), z.uuid("choose-one")], "choose-one").default(null);

const noted = z
  .object({
    once: once(),
    kind: oneOf(NOTED_KINDS),
    titleEn: line(160),
    titleCy: optionalLine(160),
    slug: slug(),
    wordsEn: optionalParagraphs(2000),
    wordsCy: optionalParagraphs(2000),
    engagementId: chosen,
    people: orEmpty(wholeNumber(1, 10_000_000)),
    byEn: optionalLine(200),
    byCy: optionalLine(200),
    standing: z.union([z.literal("").transform(() => null), oneOf(ASK_STANDINGS)], "choose-one").default(null),
    onDay: civilDate(),
    source: optionalLine(500).refine((v) => v === "" || /^https:\/\/[^\s<>"]+$/.test(v), "web-address"),
    areaId: chosen,
  })
  .transform((typed): NoteStopInput => ({
    once: typed.once,
    kind: typed.kind,
    slug: typed.slug,
    title: { en: typed.titleEn, cy: typed.titleCy },
    words: { en: typed.wordsEn, cy: typed.wordsCy },
    engagementId: typed.engagementId,
    people: typed.people,
    by: { en: typed.byEn, cy: typed.byCy },
    standing: typed.standing,
    onDay: typed.onDay,
    source: typed.source,
    areaId: typed.areaId,
  }));
export const noteStopInput = withDates(["onDay"], formInput(noted));

/** What an address wants to see of the thread; anything that is not there is everything. */
export function wantedThread(query: URLSearchParams, areas: readonly { readonly id: string }[]): { readonly areaId: string | null; readonly year: number | null } {
  const year = query.get("year") ?? "";
  return { areaId: areas.find(({ id }) => id === query.get("ward"))?.id ?? null, year: /^\d{4}$/.test(year) ? Number(year) : null };
}
