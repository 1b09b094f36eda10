import { and, asc, desc, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { paperKeyings, responseBatches } from "#db/schema/consultations/register.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import { differencesOf, type KeyedPaper } from "#domain/consultations/register/keyed-paper.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";

/** How a paper of a bundle stands. */
export type PaperState = "none" | "once" | "differs" | "done";

/** A bundle of papers with how each stands, by its number. */
export interface BatchInView {
  readonly id: string;
  readonly name: string;
  readonly papers: number;
  readonly receivedOn: string;
  readonly twice: boolean;
  readonly states: ReadonlyMap<number, PaperState>;
  /** Papers that this officer wrote in first and must not write in second. */
  readonly mine: ReadonlySet<number>;
}

/** Every bundle of a consultation, newest first. */
export async function listBatches(scope: ActorScope, consultationId: string): Promise<readonly BatchInView[]> {
  const batches = await database()
    .select()
    .from(responseBatches)
    .where(and(eq(responseBatches.councilId, scope.council.id), eq(responseBatches.consultationId, consultationId)))
    .orderBy(desc(responseBatches.openedAt), asc(responseBatches.name));
  const keyed = await readKeyings(batches.map(({ id }) => id));
  return batches.map((batch) => inView(scope, batch, keyed));
}

/** One bundle; 404 where it is not this consultation's. */
export async function getBatch(scope: ActorScope, consultationId: string, batchId: string): Promise<BatchInView> {
  const [batch] = await database()
    .select()
    .from(responseBatches)
    .where(and(eq(responseBatches.councilId, scope.council.id), eq(responseBatches.consultationId, consultationId), sql`${responseBatches.id} = ${isUuid(batchId) ? batchId : null}::uuid`));
  const one = found(batch, "batch");
  return inView(scope, one, await readKeyings([one.id]));
}

/** A paper that somebody has written in. */
interface PaperKeyed {
  readonly batchId: string;
  readonly paper: number;
  readonly firstBy: string;
  readonly turns: number;
  /** What two people wrote, where it is not the same to the letter; else empty. */
  readonly pair: readonly KeyedPaper[];
}

/** Papers of these bundles that were written in. Documents are read only where two are to be compared: a bundle may hold hundreds. */
async function readKeyings(batchIds: readonly string[]): Promise<readonly PaperKeyed[]> {
  if (batchIds.length === 0) return [];
  const rows = await database().execute<{ batch_id: string; paper: number; first_by: string; turns: number; pair: string | null }>(sql`
    select batch_id, paper, (array_agg(keyer_id order by turn))[1] as first_by, count(*)::integer as turns,
      case when count(*) = 2 and count(distinct document) = 2 then jsonb_agg(document order by turn)::text end as pair
    from paper_keyings where batch_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(batchIds)}::text::jsonb))
    group by batch_id, paper`);
  return rows.map((row) => ({ batchId: row.batch_id, paper: row.paper, firstBy: row.first_by, turns: row.turns, pair: row.pair === null ? [] : (JSON.parse(row.pair) as KeyedPaper[]) }));
}

function inView(scope: ActorScope, { id, name, papers, receivedOn, twice }: typeof responseBatches.$inferSelect, keyed: readonly PaperKeyed[]): BatchInView {
  const keyings = new Map(keyed.filter(({ batchId }) => batchId === id).map((each) => [each.paper, each]));
  const stateOf = (paper: number): PaperState => {
    const written = keyings.get(paper);
    if (!written) return "none";
    const { turns, pair: [first, second] } = written;
    if (!twice || turns === 3) return "done";
    if (turns === 1) return "once";
    return first && second && differencesOf(first, second).length > 0 ? "differs" : "done";
  };
  const numbers = Array.from({ length: papers }, (_, at) => at + 1);
  return { id, name, papers, receivedOn, twice, states: new Map(numbers.map((paper) => [paper, stateOf(paper)])), mine: new Set(numbers.filter((paper) => keyings.get(paper)?.firstBy === scope.actor.personId)) };
}

/** The paper this officer can write in next, behind another where one is given; null where there is none. */
export function nextPaper({ states, mine }: BatchInView, after = 0): number | null {
  const open = [...states].filter(([paper, state]) => state === "none" || (state === "once" && !mine.has(paper))).map(([paper]) => paper);
  return open.find((paper) => paper > after) ?? open[0] ?? null;
}

/** What two people wrote of a paper on which they differ; null where they do not. */
export async function findDifference(scope: AnyScope, batchId: string, paper: number): Promise<{ readonly first: KeyedPaper; readonly second: KeyedPaper } | null> {
  const [first, second, settled] = await database()
    .select({ document: paperKeyings.document })
    .from(paperKeyings)
    .innerJoin(responseBatches, eq(responseBatches.id, paperKeyings.batchId))
    .where(and(eq(responseBatches.councilId, scope.council.id), eq(paperKeyings.batchId, batchId), eq(paperKeyings.paper, paper)))
    .orderBy(asc(paperKeyings.turn));
  if (!first || !second || settled || differencesOf(first.document, second.document).length === 0) return null;
  return { first: first.document, second: second.document };
}
