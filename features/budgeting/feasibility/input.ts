import { z } from "zod";
import { civilDate, line, once, oneOf, optionalLine, optionalParagraphs, orEmpty, paragraphs, pounds, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";
import { CHECK_STATES, CHECKS, GRADES, type Checks, type CheckState } from "#domain/budgeting/feasibility.ts";
import type { VersionInView } from "./queries.ts";
import type { ReviewInput } from "./save-review.ts";

const checkFields = Object.fromEntries(CHECKS.flatMap((name) => [[`${name}-state`, oneOf(CHECK_STATES)], [`${name}-words`, optionalLine(60)]]));
const gradeFields = Object.fromEntries(
  GRADES.flatMap((grade) => [
    [`what-${grade}En`, optionalLine(300)],
    [`what-${grade}Cy`, optionalLine(300)],
    [`cost-${grade}`, orEmpty(pounds())],
    [`running-${grade}`, orEmpty(pounds())],
  ]),
);

const review = z
  .object({
    // `seen` is the name every form of officers has for what it showed; here it is the version of the review.
    seen: wholeNumber(0, 1_000_000),
    lowPence: orEmpty(pounds()),
    highPence: orEmpty(pounds()),
    runningPence: orEmpty(pounds()),
    costNoteEn: optionalParagraphs(1000),
    costNoteCy: optionalParagraphs(1000),
    ...checkFields,
    ...gradeFields,
  })
  .transform((typed, context): { readonly version: number; readonly review: ReviewInput } => {
    const all = typed as Record<string, unknown>;
    const text = (name: string): string => (typeof all[name] === "string" ? all[name] : "");
    const number = (name: string): number | null => (typeof all[name] === "number" ? all[name] : null);
    const versions = GRADES.flatMap((grade): VersionInView[] => {
      const what = { en: text(`what-${grade}En`), cy: text(`what-${grade}Cy`) };
      const costPence = number(`cost-${grade}`);
      if (costPence === null && (what.en !== "" || what.cy !== "" || number(`running-${grade}`) !== null)) context.addIssue({ code: "custom", path: [`cost-${grade}`], message: "required" });
      return costPence === null ? [] : [{ grade, what, costPence, runningPence: number(`running-${grade}`) }];
    });
    const checks = Object.fromEntries(CHECKS.map((name) => [name, { state: text(`${name}-state`) as CheckState, words: text(`${name}-words`) }])) as unknown as Checks;
    return {
      version: number("seen") ?? 0,
      review: { checks, lowPence: number("lowPence"), highPence: number("highPence"), runningPence: number("runningPence"), costNote: { en: text("costNoteEn"), cy: text("costNoteCy") }, versions },
    };
  });
export const reviewInput = formInput(review);

const decision = z
  .object({ verdict: oneOf(["feasible", "not-feasible", "reopen"]), reasonEn: optionalParagraphs(1000), reasonCy: optionalParagraphs(1000) })
  .transform(({ verdict, reasonEn, reasonCy }) => ({ verdict, reason: { en: reasonEn, cy: reasonCy } }));
export const decisionInput = formInput(decision);

const reviewer = z.union([z.literal("").transform(() => null), z.uuid("choose-one")], "choose-one").default(null);
export const assignInput = withDates(["dueOn"], formInput(z.object({ service: line(80), reviewerId: reviewer, dueOn: orEmpty(civilDate()) })));
export const assignManyInput = withDates(
  ["dueOn"],
  formInput(z.object({ proposal: z.array(z.uuid()).max(1000), all: z.literal("yes").optional(), service: line(80), reviewerId: reviewer, dueOn: orEmpty(civilDate()) }), ["proposal"]),
);
export const doneInput = formInput(z.object({ done: z.uuid() }));
export const noteInput = formInput(z.object({ once: once(), text: paragraphs(2000) }));
export const excludeInput = formInput(
  z.object({ other: wholeNumber(1, 1_000_000), whyEn: optionalLine(300), whyCy: optionalLine(300) }).transform(({ other, whyEn, whyCy }) => ({ otherNumber: other, reason: { en: whyEn, cy: whyCy } })),
);
export const allowInput = formInput(z.object({ allow: z.uuid() }));
export const bringBackInput = formInput(z.object({ once: once() }));
