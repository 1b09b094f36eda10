import { and, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { ideaLineage, ideas } from "#db/schema/budgeting/ideas.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { moveBy } from "#domain/basics/lifecycle.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { ideaLifecycle, STATES_TO_SUPPORT, type IdeaState } from "#domain/budgeting/idea-lifecycle.ts";
import { mergeTarget, type LineageKind } from "#domain/budgeting/idea-lineage.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getCall } from "#features/budgeting/idea-calls/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import type { IdeaRow } from "./load-idea.ts";
import { renewIdeas } from "./renew-ideas.ts";
import { tellPeopleOfIdeas } from "./tell-people.ts";
import { writeEvents } from "./write-event.ts";

export interface MergeIdeas {
  readonly programmeId: string;
  /** The idea the others join. */
  readonly into: number;
  readonly numbers: readonly number[];
  readonly reason: BilingualText;
}

/**
 * Joins ideas that ask for the same into one. Supports go with them, one for each person; whoever sent, signed or supports any of them is told.
 * An `into` that is merged itself means the idea it lives on in; one to be joined that is merged already is refused by its number.
 */
export async function mergeIdeas(scope: ActorScope, { programmeId, into, numbers, reason }: MergeIdeas): Promise<Result<{ readonly number: number }, Fault>> {
  authorise(scope, "ideas.join", null);
  return inTransaction(async (tx) => {
    const rows = await lockNumbers(tx, scope, programmeId, [into, ...numbers]);
    const missing = numbers.find((number) => !rows.has(number));
    if (missing !== undefined) return err({ field: "numbers", code: "no-such-idea", params: { number: missing } });
    const sources = numbers.map((number) => found(rows.get(number), "idea"));
    const chosen = found(rows.get(into), "idea");
    const target = mergeTarget(chosen, sources);
    if (!target.ok) {
      const at = sources.find(({ id }) => id === target.error.id);
      return err({ field: "numbers", code: target.error.code, params: { number: at?.number ?? into } });
    }
    const [root] = await tx.select().from(ideas).where(eq(ideas.id, target.value)).for("update");
    const stands = found(root, "idea");
    if (!(STATES_TO_SUPPORT as readonly IdeaState[]).includes(stands.state) || stands.sight !== "shown") return err({ field: "", code: "target-gone", params: { number: stands.number } });
    const gone = sources.find(({ state, sight }) => !moveBy(ideaLifecycle, state, "merge").ok || sight === "removed");
    if (gone) return err({ field: "numbers", code: "not-to-merge", params: { number: gone.number } });
    const ids = sources.map(({ id }) => id);
    // Before they move: afterwards their supporters could not be told apart from the target's.
    await tellPeopleOfIdeas(tx, scope, [...ids.map((ideaId) => ({ ideaId, news: "merged" as const, reason, otherId: stands.id })), { ideaId: stands.id, news: "gained", authorsOnly: true }]);
    await tx.update(ideas).set({ state: "merged", mergedInto: stands.id, changedAt: now() }).where(inArray(ideas.id, ids));
    await tx.execute(sql`
      insert into idea_supports (idea_id, person_id, council_id, supported_at, came_with)
      select distinct on (s.person_id) ${stands.id}::uuid, s.person_id, s.council_id, s.supported_at, s.idea_id
      from idea_supports s where s.idea_id in ${ids} and s.person_id is distinct from ${stands.authorId}
        and not exists (select 1 from idea_co_authors c where c.idea_id = ${stands.id} and c.person_id = s.person_id)
      order by s.person_id, s.supported_at on conflict do nothing`);
    await writeLineage(tx, scope, "merged", ids.map((from) => ({ from, to: stands.id })), reason);
    await writeEvents(tx, scope, ids.flatMap((id) => [{ ideaId: id, event: "merge" as const, reason, otherId: stands.id }, { ideaId: stands.id, event: "gained" as const, otherId: id }]));
    await renewIdeas(tx, scope);
    await record(tx, scope, { act: "idea.merged", thing: { kind: "idea", id: stands.id }, detail: { numbers } });
    return ok({ number: stands.number });
  });
}

export interface SplitIdea {
  readonly programmeId: string;
  readonly number: number;
  readonly parts: readonly { readonly title: string; readonly text: string }[];
  readonly reason: BilingualText;
}

/** Divides an idea that asks for several things. Each part begins without supports, as nobody has said which part they meant; all who supported the whole are told. */
export async function splitIdea(scope: ActorScope, { programmeId, number, parts, reason }: SplitIdea): Promise<Result<{ readonly numbers: readonly number[] }, Fault>> {
  authorise(scope, "ideas.join", null);
  return inTransaction(async (tx) => {
    await getCall(scope, programmeId, tx, true);
    const idea = found((await lockNumbers(tx, scope, programmeId, [number])).get(number), "idea");
    const to = moveBy(ideaLifecycle, idea.state, "split");
    if (!to.ok || idea.sight !== "shown") return err({ field: "", code: "wrong-state" });
    const first = (await lastNumber(tx, programmeId)) + 1;
    const made = parts.map((part, at) => ({ id: randomId(), number: first + at, ...part }));
    const at = now();
    await tx.insert(ideas).values(made.map((part) => ({ ...copyOf(idea), id: part.id, number: part.number, ...inLanguageOf(idea, part.title, part.text), sentAt: at, changedAt: at })));
    await tx.update(ideas).set({ state: to.value, changedAt: at }).where(eq(ideas.id, idea.id));
    await writeLineage(tx, scope, "split", made.map(({ id }) => ({ from: idea.id, to: id })), reason);
    await writeEvents(tx, scope, [{ ideaId: idea.id, event: "split", reason }, ...made.map(({ id }) => ({ ideaId: id, event: "part-of" as const, otherId: idea.id }))]);
    await tellPeopleOfIdeas(tx, scope, [{ ideaId: idea.id, news: "split", reason }]);
    await renewIdeas(tx, scope);
    await record(tx, scope, { act: "idea.split", thing: { kind: "idea", id: idea.id }, detail: { numbers: made.map((each) => each.number) } });
    return ok({ numbers: made.map((each) => each.number) });
  });
}

/** Copies an idea of the same or another programme of the council, to be thought about again. The first one stays as it is. The form's one-use number becomes the copy's id. */
export async function copyIdea(scope: ActorScope, { once, ideaId, programmeId }: { readonly once: string; readonly ideaId: string; readonly programmeId: string }): Promise<Result<{ readonly number: number }, Fault>> {
  authorise(scope, "ideas.join", null);
  return inTransaction(async (tx) => {
    const call = await getCall(scope, programmeId, tx, true);
    if (call.version === 0) return err({ field: "programmeId", code: "no-form" });
    const [there] = await tx.select({ number: ideas.number }).from(ideas).where(eq(ideas.id, once));
    if (there) return ok({ number: there.number });
    const [row] = await tx.select().from(ideas).where(and(eq(ideas.councilId, scope.council.id), eq(ideas.id, ideaId)));
    const idea = found(row, "idea");
    if (idea.sight !== "shown") throw new AccessError("not-found", "idea");
    const number = (await lastNumber(tx, programmeId)) + 1;
    const at = now();
    // Its category and answers belong to the form of its own programme.
    const elsewhere = idea.programmeId === programmeId ? {} : { category: "", answers: {} };
    await tx.insert(ideas).values({ ...copyOf(idea), ...elsewhere, id: once, programmeId, number, ...inLanguageOf(idea, null, null), sentAt: at, changedAt: at });
    await writeLineage(tx, scope, "copied", [{ from: idea.id, to: once }], { en: "", cy: "" });
    await writeEvents(tx, scope, [{ ideaId: once, event: "copied", otherId: idea.id }]);
    await tellPeopleOfIdeas(tx, scope, [{ ideaId: once, news: "copied", toActor: true }]);
    await renewIdeas(tx, scope);
    await record(tx, scope, { act: "idea.copied", thing: { kind: "idea", id: idea.id }, detail: { copy: once } });
    return ok({ number });
  });
}

async function lockNumbers(tx: Transaction, scope: ActorScope, programmeId: string, numbers: readonly number[]): Promise<ReadonlyMap<number, IdeaRow>> {
  const rows = await tx
    .select()
    .from(ideas)
    .where(and(eq(ideas.councilId, scope.council.id), eq(ideas.programmeId, programmeId), inArray(ideas.number, [...numbers])))
    .orderBy(ideas.id)
    .for("update");
  return new Map(rows.map((row) => [row.number, row]));
}

async function lastNumber(tx: Transaction, programmeId: string): Promise<number> {
  const [row] = await tx.select({ last: sql<number>`coalesce(max(${ideas.number}), 0)`.mapWith(Number) }).from(ideas).where(eq(ideas.programmeId, programmeId));
  return row?.last ?? 0;
}

/** What a copy or a part has of the idea it comes of: not its photo, which is shown in one place only. */
const copyOf = ({ councilId, programmeId, authorId, authorName, writtenIn, category, areaId, place, longitude, latitude, answers }: IdeaRow) => ({
  councilId,
  programmeId,
  authorId,
  authorName,
  writtenIn,
  category,
  areaId,
  place,
  longitude,
  latitude,
  answers,
});

function inLanguageOf(idea: IdeaRow, title: string | null, text: string | null) {
  if (title === null || text === null) return { titleEn: idea.titleEn, titleCy: idea.titleCy, textEn: idea.textEn, textCy: idea.textCy };
  return idea.writtenIn === "en" ? { titleEn: title, textEn: text } : { titleCy: title, textCy: text };
}

const writeLineage = (tx: Transaction, scope: ActorScope, kind: LineageKind, pairs: readonly { readonly from: string; readonly to: string }[], reason: BilingualText) =>
  tx
    .insert(ideaLineage)
    .values(pairs.map(({ from, to }) => ({ fromId: from, toId: to, councilId: scope.council.id, kind, reasonEn: reason.en, reasonCy: reason.cy, madeBy: scope.actor.personId, madeAt: now() })));
