import { and, eq, ne, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { notedStops } from "#db/schema/golden-thread.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { isSaid, type AskStanding, type NotedKind } from "#domain/golden-thread/thread.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";

export interface NoteStopInput {
  /** The form's one-use number; becomes its id, and with the same one it is written over. */
  readonly once: string;
  readonly kind: NotedKind;
  readonly slug: string;
  readonly title: BilingualText;
  readonly words: BilingualText;
  /** Null where it was not said in an engagement; required of a figure from an engagement's results. */
  readonly engagementId: string | null;
  readonly people: number | null;
  readonly by: BilingualText;
  readonly standing: AskStanding | null;
  readonly onDay: CivilDay;
  readonly source: string;
  readonly areaId: string | null;
}

/** Writes down something a thread passes through that no other part of the program keeps, or writes it over. Everybody can read it. */
export async function noteStop(scope: ActorScope, input: NoteStopInput): Promise<Result<void, readonly Fault[]>> {
  authorise(scope, "thread.link", null);
  const faults = faultsOf(scope, input);
  if (faults.length > 0) return err(faults);
  const here = eq(notedStops.councilId, scope.council.id);
  return inTransaction(async (tx): Promise<Result<void, readonly Fault[]>> => {
    const [namesake] = await tx.select({ id: notedStops.id }).from(notedStops).where(and(here, eq(notedStops.slug, input.slug), ne(notedStops.id, input.once)));
    if (namesake) return err([{ field: "slug", code: "slug-taken" }]);
    if (input.areaId !== null) {
      const [area] = await tx.select({ id: areas.id }).from(areas).where(and(eq(areas.councilId, scope.council.id), eq(areas.id, input.areaId)));
      if (!area) return err([{ field: "areaId", code: "choose-one" }]);
    }
    if (input.engagementId !== null) {
      const said = await tx.execute(sql`select 1 from thread_stops where council_id = ${scope.council.id} and kind = 'engagement' and id = ${input.engagementId} and public`);
      if (said.length === 0) return err([{ field: "engagementId", code: "choose-one" }]);
    }
    const { title, words, by, kind, slug, people, onDay, source, areaId } = input;
    const row = {
      kind,
      slug,
      titleEn: title.en,
      titleCy: title.cy,
      wordsEn: words.en,
      wordsCy: words.cy,
      byEn: by.en,
      byCy: by.cy,
      people: isSaid(kind) ? people : null,
      engagementId: isSaid(kind) ? input.engagementId : null,
      standing: kind === "policy-ask" ? (input.standing ?? "raised") : null,
      onDay,
      source,
      areaId,
      writtenBy: scope.actor.personId,
      writtenAt: now(),
    };
    const written = await tx
      .insert(notedStops)
      .values({ id: input.once, councilId: scope.council.id, ...row })
      .onConflictDoUpdate({ target: notedStops.id, set: row, setWhere: sql`${here} and ${notedStops.kind} = ${kind}` })
      .returning({ id: notedStops.id });
    if (written.length === 0) return err([{ field: "", code: "form-expired" }]);
    await record(tx, scope, { act: "thread.noted", thing: { kind, id: input.once }, detail: { title: title.en } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}

/** Where a new one is written: no stop has this name. */
const TAKEN = "new";

function faultsOf({ council }: ActorScope, { kind, slug, title, words, by, engagementId }: NoteStopInput): readonly Fault[] {
  const missing = (field: string, text: BilingualText): Fault[] => [
    ...(text.en.trim() === "" ? [{ field: `${field}En`, code: "required" }] : []),
    ...(council.welsh && text.cy.trim() === "" ? [{ field: `${field}Cy`, code: "required" }] : []),
  ];
  return [
    ...(slug === TAKEN ? [{ field: "slug", code: "slug-taken" }] : []),
    ...missing("title", title),
    ...missing("words", words),
    // A decision says who took it, an ask of whom it is asked.
    ...(isSaid(kind) ? [] : missing("by", by)),
    ...(kind === "answer" && engagementId === null ? [{ field: "engagementId", code: "required" }] : []),
  ];
}
