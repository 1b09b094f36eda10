import { and, asc, desc, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { paperKeyings, responseBatches } from "#db/schema/consultations/register.ts";
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
  return Promise.all(batches.map((batch) => inView(scope, batch)));
}

/** One bundle; 404 where it is not this consultation's. */
export async function getBatch(scope: ActorScope, consultationId: string, batchId: string): Promise<BatchInView> {
  const [batch] = await database()
    .select()
    .from(responseBatches)
    .where(and(eq(responseBatches.councilId, scope.council.id), eq(responseBatches.consultationId, consultationId), sql`${responseBatches.id}::text = ${batchId}`));
  return inView(scope, found(batch, "batch"));
}

async function inView(scope: ActorScope, { id, name, papers, receivedOn, twice }: typeof responseBatches.$inferSelect): Promise<BatchInView> {
  const keyings = Map.groupBy(await database().select().from(paperKeyings).where(eq(paperKeyings.batchId, id)).orderBy(asc(paperKeyings.turn)), ({ paper }) => paper);
  const stateOf = (paper: number): PaperState => {
    const [first, second, settled] = keyings.get(paper) ?? [];
    if (!first) return "none";
    if (!twice || settled) return "done";
    if (!second) return "once";
    return differencesOf(first.document, second.document).length === 0 ? "done" : "differs";
  };
  const numbers = Array.from({ length: papers }, (_, at) => at + 1);
  return { id, name, papers, receivedOn, twice, states: new Map(numbers.map((paper) => [paper, stateOf(paper)])), mine: new Set(numbers.filter((paper) => keyings.get(paper)?.[0]?.keyerId === scope.actor.personId)) };
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
