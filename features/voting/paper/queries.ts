import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { bilingual } from "#db/columns.ts";
import { people } from "#db/schema/accounts/people.ts";
import { assistedVotes, entryPasses, paperBatches, paperDecisions, paperReadings, papers } from "#db/schema/voting/paper.ts";
import { pollingPlaces, presidingOfficers } from "#db/schema/voting/polling-places.ts";
import { polls } from "#db/schema/voting/polls.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { seededOrder } from "#domain/basics/seeded-order.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { PollState } from "#domain/voting/poll.ts";
import type { PaperAccount } from "#domain/voting/paper/account.ts";
import type { PaperReading, RejectionGround } from "#domain/voting/paper/doubtful.ts";
import { comparePasses, matches, type ComparedPaper, type EntryPass, type KeyedPaper } from "#domain/voting/paper/double-entry.ts";
import { paperQrText, shownBatchCode } from "#domain/voting/paper/paper-number.ts";
import { printedOrder } from "#domain/voting/paper/paper-rules.ts";
import { getPoll, listPollOptions } from "#features/voting/polls/queries.ts";
import { messages } from "#i18n/messages.ts";
import { qrSquares } from "#platform/pdf/qr-squares.ts";
import { drawPapers, type PapersToDraw } from "./draw-papers.ts";
import { wordsOfPaper, type PaperEdition, type PaperLanguage, type PollPaper } from "./words-of-paper.ts";

/** Marks as they are stored, as the domain reads them. */
export const readingOf = (row: { readonly finding: PaperReading["finding"]; readonly options: readonly number[]; readonly values: readonly number[] }): PaperReading => ({
  finding: row.finding,
  marks: row.options.map((option, at) => ({ optionId: String(option), value: row.values[at] ?? 0 })),
});

/** Both passes of a batch beside each other. Only for commands, and for people who keyed neither. */
export async function comparedPapers(batchId: string, executor: Executor = database()): Promise<readonly ComparedPaper[]> {
  const [passes, rows] = [
    await executor.select().from(entryPasses).where(eq(entryPasses.batchId, batchId)),
    await executor.select().from(paperReadings).where(eq(paperReadings.batchId, batchId)),
  ];
  const of = (pass: EntryPass): KeyedPaper[] => rows.filter((row) => row.pass === pass).map((row) => ({ number: row.number, ...readingOf(row), setAside: row.setAside }));
  return comparePasses(of("first"), of("second"), passes.length === 2 && passes.every(({ doneAt }) => doneAt !== null));
}

/** What came of each paper of a batch: where the two agree, and what a third decided; and how many nobody has decided. */
export async function decidedReadings(batchId: string, executor: Executor = database()): Promise<{ readonly agreed: readonly PaperReading[]; readonly undecided: number }> {
  const compared = await comparedPapers(batchId, executor);
  const decisions = new Map((await executor.select().from(paperDecisions).where(eq(paperDecisions.batchId, batchId))).map((row) => [row.number, row]));
  const agreed: PaperReading[] = [];
  let undecided = 0;
  for (const paper of compared) {
    const decision = decisions.get(paper.number);
    if (matches(paper) && paper.first !== null) agreed.push({ finding: paper.first.finding, marks: paper.first.marks });
    else if (decision === undefined) undecided += 1;
    else if (!decision.leftOut) agreed.push(readingOf(decision));
  }
  return { agreed, undecided };
}

export interface PlaceOfBatch {
  readonly id: string;
  readonly letters: string;
  readonly name: BilingualText;
  readonly presidingOfficers: readonly string[];
}

/** What a batch waits for. */
export type BatchStage = "out" | "to-key" | "to-decide" | "to-sign" | "to-countersign" | "sealed";

export interface PassInView {
  readonly pass: EntryPass;
  readonly officerId: string;
  readonly officer: string;
  readonly keyed: number;
  readonly done: boolean;
}

export interface BatchInView {
  readonly id: string;
  readonly pollId: string;
  readonly code: string;
  readonly place: PlaceOfBatch;
  readonly printed: number;
  readonly printedAt: Date;
  readonly marked: number;
  /** Papers cancelled and replaced so far. */
  readonly cancelled: number;
  /** As the presiding officer wrote it; `keyed` is how many papers are agreed or decided. Null until it is written. */
  readonly account: PaperAccount | null;
  readonly accountAt: Date | null;
  readonly accountBy: string;
  readonly passes: readonly PassInView[];
  readonly matched: number;
  /** Numbers of papers that wait for a third person. */
  readonly undecided: readonly number[];
  readonly decided: number;
  readonly stage: BatchStage;
  readonly accepted: number | null;
  readonly rejected: number | null;
  readonly blank: number | null;
  readonly grounds: Partial<Record<RejectionGround, number>>;
  readonly reason: string;
  readonly signedBy: string;
  readonly signedById: string | null;
  readonly countersignedBy: string;
  readonly sealedAt: Date | null;
}

/** Batches of a poll, or one batch, with how far each is. For officers who may see paper; 404 for another council's. */
async function readBatches(scope: ActorScope, of: { readonly pollId: string } | { readonly batchId: string }): Promise<readonly BatchInView[]> {
  authorise(scope, "paper.see", null);
  const rows = await database()
    .select({ batch: paperBatches, place: pollingPlaces })
    .from(paperBatches)
    .innerJoin(pollingPlaces, eq(pollingPlaces.id, paperBatches.placeId))
    .where(and(eq(paperBatches.councilId, scope.council.id), "pollId" in of ? eq(paperBatches.pollId, of.pollId) : eq(paperBatches.id, of.batchId)))
    .orderBy(asc(pollingPlaces.nameEn), asc(paperBatches.number));
  const ids = rows.map(({ batch }) => batch.id);
  if (ids.length === 0) return [];
  const [passes, keyed, cancelled, presiding, decisions] = await Promise.all([
    database().select().from(entryPasses).where(inArray(entryPasses.batchId, ids)),
    database()
      .select({ batchId: paperReadings.batchId, pass: paperReadings.pass, papers: sql<number>`count(*)::integer` })
      .from(paperReadings)
      .where(inArray(paperReadings.batchId, ids))
      .groupBy(paperReadings.batchId, paperReadings.pass),
    database()
      .select({ batchId: papers.batchId, papers: sql<number>`count(*)::integer` })
      .from(papers)
      .where(and(inArray(papers.batchId, ids), papers.cancelled))
      .groupBy(papers.batchId),
    database()
      .select()
      .from(presidingOfficers)
      .where(inArray(presidingOfficers.placeId, [...new Set(rows.map(({ place }) => place.id))])),
    database().select({ batchId: paperDecisions.batchId, number: paperDecisions.number, leftOut: paperDecisions.leftOut }).from(paperDecisions).where(inArray(paperDecisions.batchId, ids)),
  ]);
  const names = await namesOf([...passes.map(({ officerId }) => officerId), ...rows.flatMap(({ batch }) => [batch.signedBy, batch.countersignedBy, batch.accountBy].filter((id) => id !== null))]);
  const compared = new Map(await Promise.all(ids.filter((id) => keyed.some(({ batchId }) => batchId === id)).map(async (id) => [id, await comparedPapers(id)] as const)));
  return rows.map(({ batch, place }): BatchInView => {
    const ofBatch = passes.filter(({ batchId }) => batchId === batch.id).sort((a, b) => a.pass.localeCompare(b.pass));
    const sheets = compared.get(batch.id) ?? [];
    const made = decisions.filter(({ batchId }) => batchId === batch.id);
    const differing = sheets.filter((sheet) => sheet.differences.length > 0);
    const undecided = differing.filter(({ number }) => !made.some((decision) => decision.number === number)).map(({ number }) => number);
    const matched = sheets.filter(matches).length;
    const kept = made.filter(({ number, leftOut }) => !leftOut && differing.some((sheet) => sheet.number === number)).length;
    const { issued, unused, damaged, returned, spoilt, notReturned } = batch;
    const complete = issued !== null && unused !== null && damaged !== null && returned !== null && spoilt !== null && notReturned !== null;
    const done = ofBatch.length === 2 && ofBatch.every(({ doneAt }) => doneAt !== null);
    const stage: BatchStage =
      batch.sealedAt !== null
        ? "sealed"
        : !complete
          ? "out"
          : returned > 0 && !done
            ? undecided.length > 0
              ? "to-decide"
              : "to-key"
            : undecided.length > 0
              ? "to-decide"
              : batch.signedBy === null
                ? "to-sign"
                : "to-countersign";
    return {
      id: batch.id,
      pollId: batch.pollId,
      code: shownBatchCode(place.letters, batch.number),
      place: { id: place.id, letters: place.letters, name: bilingual(place.nameEn, place.nameCy), presidingOfficers: presiding.filter(({ placeId }) => placeId === place.id).map(({ personId }) => personId) },
      printed: batch.printed,
      printedAt: batch.printedAt,
      marked: batch.marked,
      cancelled: cancelled.find(({ batchId }) => batchId === batch.id)?.papers ?? 0,
      account: complete ? { printed: batch.printed, issued, unused, damaged, returned, spoilt, notReturned, keyed: matched + kept, marked: batch.marked } : null,
      accountAt: batch.accountAt,
      accountBy: names.get(batch.accountBy ?? "") ?? "",
      passes: ofBatch.map(({ pass, officerId, doneAt }) => ({
        pass,
        officerId,
        officer: names.get(officerId) ?? "",
        keyed: keyed.find((each) => each.batchId === batch.id && each.pass === pass)?.papers ?? 0,
        done: doneAt !== null,
      })),
      matched,
      undecided,
      decided: made.length,
      stage,
      accepted: batch.accepted,
      rejected: batch.rejected,
      blank: batch.blank,
      grounds: batch.grounds,
      reason: batch.reason,
      signedBy: names.get(batch.signedBy ?? "") ?? "",
      signedById: batch.signedBy,
      countersignedBy: names.get(batch.countersignedBy ?? "") ?? "",
      sealedAt: batch.sealedAt,
    };
  });
}

async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database().select({ id: people.id, name: people.name, email: people.email }).from(people).where(inArray(people.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name, email }) => [id, name || email]));
}

/** Every batch of a poll, by place and number. */
export const listBatches = (scope: ActorScope, pollId: string): Promise<readonly BatchInView[]> => readBatches(scope, { pollId });

/** One batch; 404 for another council's. */
export async function getBatch(scope: ActorScope, batchId: string): Promise<BatchInView> {
  if (!isUuid(batchId)) throw new AccessError("not-found", "batch");
  return found((await readBatches(scope, { batchId }))[0], "batch");
}


/** The paper of a poll, boxes in their printed order; none while it is a draft. 404 for another council's poll. */
export async function getPollPaper(scope: AnyScope, pollId: string): Promise<PollPaper> {
  if (!isUuid(pollId)) throw new AccessError("not-found", "poll");
  const poll = await getPoll(scope, pollId);
  return { ...poll, boxes: printedOrder(await listPollOptions(scope, pollId), poll.seed ?? "") };
}

/** What the officer who keys a batch may see of it: their own pass, and nothing of the other. */
export interface OwnPass {
  readonly pass: EntryPass;
  readonly done: boolean;
  /** In the order of their numbers. */
  readonly keyed: readonly KeyedPaper[];
}

/** The pass of the person at the keyboard; null where they have none. */
export async function findOwnPass(scope: ActorScope, batchId: string): Promise<OwnPass | null> {
  authorise(scope, "paper.key", null);
  const [own] = await database()
    .select({ pass: entryPasses.pass, doneAt: entryPasses.doneAt })
    .from(entryPasses)
    .innerJoin(paperBatches, and(eq(paperBatches.id, entryPasses.batchId), eq(paperBatches.councilId, scope.council.id)))
    .where(and(eq(entryPasses.batchId, batchId), eq(entryPasses.officerId, scope.actor.personId)));
  if (!own) return null;
  const rows = await database()
    .select()
    .from(paperReadings)
    .where(and(eq(paperReadings.batchId, batchId), eq(paperReadings.pass, own.pass)))
    .orderBy(asc(paperReadings.number));
  return { pass: own.pass, done: own.doneAt !== null, keyed: rows.map((row) => ({ number: row.number, ...readingOf(row), setAside: row.setAside })) };
}

/** Both readings of a paper, for a third person. 404 unless it waits for one, or to somebody who keyed the batch. */
export async function getDoubtfulPaper(scope: ActorScope, batchId: string, number: number): Promise<ComparedPaper> {
  authorise(scope, "paper.decide", null);
  const batch = await getBatch(scope, batchId);
  if (batch.passes.some(({ officerId }) => officerId === scope.actor.personId)) throw new AccessError("forbidden", "own reading");
  const paper = (await comparedPapers(batchId)).find((each) => each.number === number);
  if (!paper || paper.differences.length === 0) throw new AccessError("not-found", "doubtful paper");
  return paper;
}

/** Numbers of a batch's papers, rising. */
export async function listPaperNumbers(scope: ActorScope, batchId: string): Promise<{ readonly numbers: readonly number[]; readonly seed: string }> {
  const batch = await getBatch(scope, batchId);
  const [row] = await database().select({ seed: paperBatches.seed }).from(paperBatches).where(eq(paperBatches.id, batch.id));
  const rows = await database().select({ number: papers.number }).from(papers).where(eq(papers.batchId, batch.id)).orderBy(asc(papers.number));
  return { numbers: rows.map(({ number }) => number), seed: found(row, "batch").seed };
}

/** The papers of a batch as they are asked for, ready to be printed, with the name of the vote they belong to; its numbers in the order drawn for them. */
export async function getPrint(scope: ActorScope, batchId: string, asked: { readonly edition: PaperEdition; readonly language: PaperLanguage; readonly vote: BilingualText | null }): Promise<PapersToDraw> {
  authorise(scope, "paper.see", null);
  const batch = await getBatch(scope, batchId);
  const [paper, { numbers, seed }] = [await getPollPaper(scope, batch.pollId), await listPaperNumbers(scope, batch.id)];
  const title = `${messages(asked.language === "both" ? scope.locale : asked.language).paper.sheet.title} ${batch.code}`;
  return { pollId: batch.pollId, batch: batch.code, letters: batch.place.letters, numbers: seededOrder(numbers, seed), words: wordsOfPaper(paper, scope.council.name, asked), edition: asked.edition, language: asked.language, title };
}

/** The same as a PDF. */
export const getPrintedPdf = async (...of: Parameters<typeof getPrint>): Promise<Buffer> => drawPapers(await getPrint(...of));

/** The square code of a paper's number. */
export const squaresOf = ({ pollId, batch }: Pick<PapersToDraw, "pollId" | "batch">) => (number: string) => qrSquares(paperQrText(pollId, batch, number));

/** A poll that has paper, or may have. */
export interface PollWithPaper {
  readonly id: string;
  readonly question: BilingualText;
  readonly state: PollState;
  readonly closesAt: Date | null;
  readonly batches: number;
  readonly open: number;
}

/** Polls of the council that are past the draft, the latest first, with their batches. */
export async function listPollsWithPaper(scope: ActorScope): Promise<readonly PollWithPaper[]> {
  authorise(scope, "paper.see", null);
  const rows = await database()
    .select({
      id: polls.id,
      en: polls.questionEn,
      cy: polls.questionCy,
      state: polls.state,
      closesAt: polls.closesAt,
      batches: sql<number>`count(${paperBatches.id})::integer`,
      open: sql<number>`(count(${paperBatches.id}) filter (where ${paperBatches.sealedAt} is null))::integer`,
    })
    .from(polls)
    .leftJoin(paperBatches, eq(paperBatches.pollId, polls.id))
    .where(and(eq(polls.councilId, scope.council.id), sql`${polls.state} <> 'draft'`))
    .groupBy(polls.id)
    .orderBy(desc(polls.closesAt), asc(polls.questionEn), asc(polls.id));
  return rows.map(({ en, cy, ...row }) => ({ ...row, question: bilingual(en, cy) }));
}

/** What the count must know of paper. */
export interface PaperOfPoll {
  readonly batches: number;
  /** Batches that are not sealed: the count waits for them. */
  readonly open: number;
  readonly accepted: number;
  /** Voters whom the roll marked with a paper of this poll. */
  readonly marked: number;
}

/** Paper of a poll in four figures. */
export async function getPaperOfPoll(pollId: string, executor: Executor = database()): Promise<PaperOfPoll> {
  const [row] = await executor
    .select({
      batches: sql<number>`count(*)::integer`,
      open: sql<number>`(count(*) filter (where ${paperBatches.sealedAt} is null))::integer`,
      accepted: sql<number>`coalesce(sum(${paperBatches.accepted}), 0)::integer`,
      marked: sql<number>`coalesce(sum(${paperBatches.marked}), 0)::integer`,
    })
    .from(paperBatches)
    .where(eq(paperBatches.pollId, pollId));
  return row ?? { batches: 0, open: 0, accepted: 0, marked: 0 };
}

export interface AssistedVoteInView {
  readonly id: string;
  readonly way: "telephone" | "in-person";
  readonly officer: string;
  readonly officerId: string;
  readonly begunAt: Date;
  readonly outcome: "under-way" | "cast" | "not-cast";
}

/** Who helped somebody to vote in a poll, the latest first. */
export async function listAssistedVotes(scope: ActorScope, pollId: string): Promise<readonly AssistedVoteInView[]> {
  authorise(scope, "paper.see", null);
  const rows = await database()
    .select()
    .from(assistedVotes)
    .where(and(eq(assistedVotes.councilId, scope.council.id), eq(assistedVotes.pollId, pollId)))
    .orderBy(desc(assistedVotes.begunAt));
  const names = await namesOf(rows.map(({ officerId }) => officerId));
  return rows.map(({ id, way, officerId, begunAt, outcome }) => ({
    id,
    way: way === "telephone" ? "telephone" : "in-person",
    officer: names.get(officerId) ?? "",
    officerId,
    begunAt,
    outcome: outcome === "cast" ? "cast" : outcome === "not-cast" ? "not-cast" : "under-way",
  }));
}
