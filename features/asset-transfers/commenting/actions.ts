import type { TypedValues } from "#domain/basics/fault.ts";
import { err } from "#domain/basics/result.ts";
import type { MemberScope, PublicScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { networkKey, withinLimit } from "#platform/rate-limit.ts";
import type { AtTransfer } from "../desk/actions.ts";
import { answerAppeal, appealRemoval } from "./appeal-removal.ts";
import { appealAnswerInput, appealRemovalInput, commentInput, commentLookInput, paperCommentInput, periodInput, reportInput } from "./input.ts";
import { lookAtComment, reportComment } from "./look-at-comment.ts";
import { enterComment, openComments, sendComment } from "./send-comment.ts";

const REPORTS_AN_HOUR = 20;

export const comment = action({ input: commentInput, run: ({ scope, slug }: { readonly scope: MemberScope; readonly slug: string }, input) => sendComment(scope, slug, input) });

export const takeComments = action({ input: periodInput, run: ({ scope, slug }: AtTransfer, input) => openComments(scope, slug, input) });

export const enterPaperComment = action({ input: paperCommentInput, run: ({ scope, slug }: AtTransfer, input) => enterComment(scope, slug, input), beside: { "comments-closed": "sentOn", "date-ahead": "sentOn" } });

const judgeComment = action({ input: commentLookInput, run: ({ scope, slug }: AtTransfer, input) => lookAtComment(scope, slug, input) });

export const appeal = action({ input: appealRemovalInput, run: ({ scope, slug }: { readonly scope: MemberScope; readonly slug: string }, input) => appealRemoval(scope, slug, input) });

const appealAnswered = action({ input: appealAnswerInput, run: ({ scope, slug }: AtTransfer, input) => answerAppeal(scope, slug, input) });

/** What an officer does about a comment: the answer to an appeal, or a look. */
export const lookOrAnswer = (at: AtTransfer, values: TypedValues): ActionAnswer<void> => (values["of"]?.at(-1) === "appeal" ? appealAnswered : judgeComment)(at, values);

const reported = action({ input: reportInput, run: ({ scope, slug }: { readonly scope: PublicScope; readonly slug: string }, input) => reportComment(scope, slug, input) });

/** A visitor's report; so many an hour from one network. */
export async function report(at: { readonly scope: PublicScope; readonly slug: string }, request: Request, values: TypedValues): ActionAnswer<void> {
  const network = networkKey(request);
  if (network !== null && !(await withinLimit(`comment-report:${at.scope.council.id}:${network}`, REPORTS_AN_HOUR, 3600))) return err({ values, faults: [{ field: "", code: "too-often" }] });
  return reported(at, values);
}
