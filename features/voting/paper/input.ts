import { z } from "zod";
import type { TypedValues } from "#domain/basics/fault.ts";
import { line, oneOf, once, optionalLine, optionalParagraphs, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, type FormInput } from "#domain/basics/form-input.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { BallotMark } from "#domain/voting/ballots/ballot.ts";
import { PAPER_FINDINGS } from "#domain/voting/paper/doubtful.ts";
import { readPaperNumber } from "#domain/voting/paper/paper-number.ts";
import { markedByCross, type BoxOnPaper } from "#domain/voting/paper/paper-rules.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import type { DecidePaperInput } from "./decide-paper.ts";
import type { KeyPaperInput } from "./key-paper.ts";
import type { PrintBatchInput } from "./print-batch.ts";

export const printBatchInput = formInput(
  z.object({ once: once(), place: z.uuid("choose-one"), size: wholeNumber(1, 500), number: wholeNumber(1, 40) }).transform(
    ({ once: id, place, size, number }): Omit<PrintBatchInput, "pollId"> => ({ once: id, placeId: place, size, batches: number }),
  ),
);

const papers = () => wholeNumber(0, 500);

export const accountInput = formInput(z.object({ issued: papers(), unused: papers(), damaged: papers(), returned: papers(), spoilt: papers(), notReturned: papers() }));

export const cancelInput = formInput(z.object({ paper: line(200) }));

export const signInput = formInput(z.object({ reason: optionalParagraphs(500) }));

export const finishInput = formInput(z.object({ sure: z.string().default("") })
  .transform(({ sure }) => ({ sure: sure === "yes" })));

export const assistInput = formInput(z.object({ way: oneOf(["telephone", "in-person"]) }));
export const endAssistInput = formInput(z.object({ assisted: z.uuid(), outcome: oneOf(["cast", "not-cast"]) }));

/** What a form of a paper's marks needs to know of the paper. */
export interface PaperOnForm {
  readonly ballotKind: BallotKind;
  readonly boxes: readonly BoxOnPaper[];
}

/** A paper as it was keyed: boxes ticked, or numbers of boxes typed in one line; or a number for each box. */
export const keyPaperInput = (paper: PaperOnForm, batchId: string): FormInput<KeyPaperInput> => (values) => {
  const read = formInput(
    z.object({ paper: line(200), finding: z.enum(PAPER_FINDINGS).default("nothing"), intent: optionalLine(20), instead: z.string().regex(/^\d{5}$/).optional() }),
  )(values);
  const marks = readMarks(paper, values);
  if (!read.ok || !marks.ok) return err([...(read.ok ? [] : read.error), ...(marks.ok ? [] : [marks.error])]);
  const { finding, intent, instead } = read.value;
  return ok({ batchId, paper: read.value.paper, finding, marks: marks.value, setAside: intent === "aside", instead: instead === undefined ? null : Number(instead) });
};

/** What a third person decided; `number` is the paper of the page. */
export const decideInput = (paper: PaperOnForm, batchId: string, number: number): FormInput<DecidePaperInput> => (values) => {
  const read = formInput(z.object({ finding: z.enum(PAPER_FINDINGS).default("nothing"), reason: line(300), leftOut: z.string().default("") }))(values);
  const marks = readMarks(paper, values);
  if (!read.ok || !marks.ok) return err([...(read.ok ? [] : read.error), ...(marks.ok ? [] : [marks.error])]);
  return ok({ batchId, number, finding: read.value.finding, marks: marks.value, reason: read.value.reason, leftOut: read.value.leftOut === "yes" });
};

function readMarks({ ballotKind, boxes }: PaperOnForm, values: TypedValues): Result<readonly BallotMark[], { readonly field: string; readonly code: string }> {
  if (!markedByCross(ballotKind)) {
    const marks: BallotMark[] = [];
    for (const { number } of boxes) {
      const written = values[`box-${number}`]?.at(-1)?.trim() ?? "";
      if (written === "") continue;
      if (!/^\d{1,3}$/.test(written)) return err({ field: "marks", code: "unreadable-keyed" });
      // A nought of points says the same as nothing.
      if (Number(written) > 0 || ballotKind === "score") marks.push({ optionId: String(number), value: Number(written) });
    }
    return ok(marks);
  }
  const typed = (values["typed"]?.at(-1) ?? "").split(/[\s,;.]+/).filter((each) => each !== "");
  const ticked = new Set(values["marks"] ?? []);
  for (const each of typed) {
    const box = boxes.find((one) => String(one.box) === each);
    if (!box) return err({ field: "typed", code: "unknown-box" });
    ticked.add(String(box.number));
  }
  return ok(boxes.filter(({ number }) => ticked.has(String(number))).map(({ number }) => ({ optionId: String(number), value: 1 })));
}

/** The edition and languages a print of a batch is asked for in; A4 in both languages where nothing fitting is said. */
export const readEdition = (query: URLSearchParams): { readonly edition: "standard" | "large" | "easy"; readonly language: "en" | "cy" | "both"; readonly asPage: boolean } => {
  const edition = query.get("edition");
  const language = query.get("language");
  return {
    edition: edition === "large" || edition === "easy" ? edition : "standard",
    language: language === "en" || language === "cy" ? language : "both",
    asPage: query.get("as") === "page",
  };
};

/** The number of an address, `MB-40273-6`; null where it is none. */
export const readNumberInAddress = (text: string): number | null => {
  const read = readPaperNumber(text);
  return read.ok ? read.value.number : null;
};
