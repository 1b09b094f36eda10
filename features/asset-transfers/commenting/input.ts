import { z } from "zod";
import { COMMENT_REASONS, COMMENT_VIEWS } from "#domain/asset-transfers/comment.ts";
import { civilDate, line, once, oneOf, optionalLine, optionalParagraphs, paragraphs } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";

export const MOST_CHARACTERS = 1_500;

const comment = { once: once(), name: line(80), organisation: optionalLine(160), view: oneOf(COMMENT_VIEWS), text: paragraphs(MOST_CHARACTERS) };

export const commentInput = formInput(z.object(comment));

export const paperCommentInput = withDates(["sentOn"], formInput(z.object({ ...comment, text: paragraphs(10_000), sentOn: civilDate() })));

export const periodInput = withDates(["opensOn", "closesOn"], formInput(z.object({ opensOn: civilDate(), closesOn: civilDate() })));

export const commentLookInput = formInput(
  z
    .object({ commentId: z.uuid("choose-one"), act: oneOf(["shown", "removed"]), reason: z.union([z.enum(COMMENT_REASONS), z.literal("")], "choose-one").default(""), note: optionalParagraphs(1000) })
    .superRefine(({ act, reason }, context) => {
      if (act === "removed" && reason === "") context.addIssue({ code: "custom", path: ["reason"], message: "choose-one" });
    }),
);

export const appealRemovalInput = formInput(z.object({ text: paragraphs(2000) }));

export const appealAnswerInput = formInput(z.object({ commentId: z.uuid("choose-one"), decision: oneOf(["uphold", "refuse"]), answer: paragraphs(2000) }).transform(({ decision, ...rest }) => ({ ...rest, uphold: decision === "uphold" })));

export const reportInput = formInput(z.object({ commentId: z.uuid("choose-one"), reason: oneOf(COMMENT_REASONS), note: optionalParagraphs(1000) }));
