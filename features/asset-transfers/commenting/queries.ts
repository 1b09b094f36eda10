import { and, asc, count, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { assetTransferCommentLooks, assetTransferCommentPeriods, assetTransferComments } from "#db/schema/asset-transfers/comments.ts";
import { countComments, type CommentCounts, type CommentReason, type CommentSight, type CommentView } from "#domain/asset-transfers/comment.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope, MemberScope } from "#domain/councils/scope.ts";
import type { TransferToJudge } from "#domain/policy/asset-transfers.ts";
import { authorise } from "#domain/policy/authorise.ts";

export interface CommentInView {
  readonly id: string;
  /** Empty where its writer has deleted their account, and of one that is not shown. */
  readonly name: string;
  readonly organisation: string;
  readonly view: CommentView;
  /** Empty of one that is not shown. */
  readonly text: string;
  readonly writtenIn: Locale;
  readonly sentOn: CivilDay;
  readonly sight: CommentSight;
  /** Why and when it was taken down. */
  readonly removed: { readonly reason: CommentReason; readonly at: Date } | null;
  /** Its writer asks for another look at its removal, and nobody has answered. For officers. */
  readonly appeal: { readonly text: string; readonly writtenBy: string | null; readonly removedBy: string | null } | null;
  /** Somebody reported it, and no officer has looked since. For officers. */
  readonly reported: CommentReason | null;
}

export interface Comments {
  readonly period: { readonly opensOn: CivilDay; readonly closesOn: CivilDay } | null;
  readonly counts: CommentCounts;
  /** Those of the page, the newest first. */
  readonly comments: readonly CommentInView[];
  /** The page shown: the last one where a later one was asked for. */
  readonly page: number;
  readonly pages: number;
}

/** Comments to a page; the counts are of all. */
const TO_A_PAGE = 100;

/** Comments on an application as everybody sees them: what waits is left out, and of what was taken down only that and why. */
export async function listComments(transferId: string, page = 1): Promise<Comments> {
  const whole = await readComments(transferId, "everybody", { page });
  return { ...whole, comments: whole.comments.map((comment) => ({ ...comment, reported: null, appeal: null, ...(comment.sight === "removed" ? { name: "", organisation: "", text: "" } : {}) })) };
}

/** One that everybody reads, on whatever page; undefined for any other. */
export async function findShownComment(transferId: string, commentId: string): Promise<CommentInView | undefined> {
  const [comment] = (await readComments(transferId, "everybody", { only: commentId })).comments;
  return comment?.sight === "shown" ? comment : undefined;
}

/** Every comment with its words, what waits for a look first. For those who look at them. */
export async function listCommentsForOfficers(scope: ActorScope, transferId: string, judged: TransferToJudge, page = 1): Promise<Comments> {
  authorise(scope, "asset-transfer.look", judged);
  return readComments(transferId, "officer", { page });
}

/** One of them, on whatever page; undefined for another application's. */
export async function findCommentForOfficers(scope: ActorScope, transferId: string, judged: TransferToJudge, commentId: string): Promise<CommentInView | undefined> {
  authorise(scope, "asset-transfer.look", judged);
  return (await readComments(transferId, "officer", { only: commentId })).comments[0];
}

/** Nobody has looked at it, or somebody has reported it or appealed since. */
const WAITS = sql`(${assetTransferComments.sight} = 'waiting' or coalesce((select l.act::text in ('reported', 'appealed') from asset_transfer_comment_looks l where l.comment_id = asset_transfer_comments.id order by l.at desc limit 1), false))`;

async function readComments(transferId: string, reader: "everybody" | "officer", { page = 1, only = null }: { readonly page?: number; readonly only?: string | null }): Promise<Comments> {
  const here = eq(assetTransferComments.transferId, transferId);
  const newest = [desc(assetTransferComments.sentOn), desc(assetTransferComments.sentAt), desc(assetTransferComments.id)];
  const [periods, groups] = await Promise.all([
    database().select().from(assetTransferCommentPeriods).where(eq(assetTransferCommentPeriods.transferId, transferId)),
    database()
      .select({ view: assetTransferComments.view, sight: assetTransferComments.sight, byOrganisation: sql<boolean>`${assetTransferComments.organisation} <> ''`, comments: count() })
      .from(assetTransferComments)
      .where(here)
      .groupBy(sql`1, 2, 3`),
  ]);
  const counts = countComments(groups);
  const total = counts.for + counts.against + counts.neither + counts.removed + (reader === "officer" ? counts.waiting : 0);
  const pages = Math.max(1, Math.ceil(total / TO_A_PAGE));
  const shown = Math.min(page, pages);
  const listed =
    only !== null && !isUuid(only)
      ? []
      : await database()
          .select()
          .from(assetTransferComments)
          .where(and(here, reader === "officer" ? undefined : ne(assetTransferComments.sight, "waiting"), only === null ? undefined : eq(assetTransferComments.id, only)))
          .orderBy(...(reader === "officer" ? [sql`not ${WAITS}`] : []), ...newest)
          .limit(TO_A_PAGE)
          .offset((shown - 1) * TO_A_PAGE);
  const looks =
    listed.length === 0
      ? []
      : await database()
          .select()
          .from(assetTransferCommentLooks)
          .where(inArray(assetTransferCommentLooks.commentId, listed.map(({ id }) => id)))
          .orderBy(asc(assetTransferCommentLooks.at));
  const looksAt = Map.groupBy(looks, ({ commentId }) => commentId);
  const [period] = periods;
  return {
    period: period ? { opensOn: period.opensOn, closesOn: period.closesOn } : null,
    counts,
    page: shown,
    pages,
    comments: listed.map(({ id, personId, name, organisation, view, text, writtenIn, sentOn, sight }) => {
      const own = looksAt.get(id) ?? [];
      const last = own.at(-1);
      const removal = own.findLast(({ act }) => act === "removed");
      return {
        id,
        name,
        organisation,
        view,
        text,
        writtenIn,
        sentOn,
        sight,
        removed: sight === "removed" && removal ? { reason: removal.reason as CommentReason, at: removal.at } : null,
        appeal: last?.act === "appealed" ? { text: last.note, writtenBy: personId, removedBy: removal?.personId ?? null } : null,
        reported: last?.act === "reported" ? (last.reason as CommentReason) : null,
      };
    }),
  };
}

/** What somebody wrote about an application, and what came of it; for themselves. */
export interface OwnComment {
  readonly text: string;
  readonly view: CommentView;
  readonly writtenIn: Locale;
  readonly sentOn: CivilDay;
  readonly sight: CommentSight;
  /** Why it was taken down, and what came of their asking for another look. */
  readonly removal: { readonly reason: CommentReason; readonly note: string; readonly at: Date; readonly appeal: string | null } | null;
  readonly answer: { readonly upheld: boolean; readonly note: string; readonly at: Date } | null;
}

/** One's own comment on an application; null where there is none. */
export async function findOwnComment(scope: MemberScope, transferId: string): Promise<OwnComment | null> {
  const [comment] = await database().select().from(assetTransferComments).where(and(eq(assetTransferComments.transferId, transferId), eq(assetTransferComments.personId, scope.actor.personId)));
  if (!comment) return null;
  const looks = await database().select().from(assetTransferCommentLooks).where(eq(assetTransferCommentLooks.commentId, comment.id)).orderBy(asc(assetTransferCommentLooks.at));
  const removal = looks.findLast(({ act }) => act === "removed");
  const appeal = removal && looks.find(({ answers }) => answers === removal.id);
  const answer = appeal && looks.find(({ answers }) => answers === appeal.id);
  const { text, view, writtenIn, sentOn, sight } = comment;
  return {
    text,
    view,
    writtenIn,
    sentOn,
    sight,
    removal: removal && (sight === "removed" || answer) ? { reason: removal.reason as CommentReason, note: removal.note, at: removal.at, appeal: appeal?.note ?? null } : null,
    answer: answer ? { upheld: answer.act === "appeal-upheld", note: answer.note, at: answer.at } : null,
  };
}

/** What holds a decision up: until when comments are taken, and how many nobody has looked at. */
export async function commentsToWaitFor(tx: Executor, transferId: string): Promise<{ readonly commentsUntil: CivilDay | null; readonly commentsWaiting: number }> {
  const [period] = await tx.select({ closesOn: assetTransferCommentPeriods.closesOn }).from(assetTransferCommentPeriods).where(eq(assetTransferCommentPeriods.transferId, transferId));
  const [waiting] = await tx.select({ comments: count() }).from(assetTransferComments).where(and(eq(assetTransferComments.transferId, transferId), eq(assetTransferComments.sight, "waiting")));
  return { commentsUntil: period?.closesOn ?? null, commentsWaiting: waiting?.comments ?? 0 };
}
