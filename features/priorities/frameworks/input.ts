import { z } from "zod";
import { line, once, oneOf, optionalLine, orEmpty, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, type FormInput } from "#domain/basics/form-input.ts";
import { APPROVAL_STEPS, FRAMEWORK_RULES, FRAMEWORK_WORDS, type ApprovalStep, type FrameworkRule, type FrameworkRules, type FrameworkWord } from "#domain/priorities/framework.ts";
import { approvalsInOrder, type OwnFramework } from "#domain/priorities/own-framework.ts";

export interface WrittenFramework extends OwnFramework {
  /** The form's one-use number: the id of a new one, or of the one that is changed. */
  readonly once: string;
  /** The version that was changed; 0 for a new one. */
  readonly seen: number;
  readonly inUse: boolean;
}

const yesOrNo = () => oneOf(["yes", "no"]).transform((answer) => answer === "yes");
const most = () => orEmpty(wholeNumber(1, 500));
const order = () => orEmpty(wholeNumber(1, APPROVAL_STEPS.length));
const orders = Object.fromEntries(APPROVAL_STEPS.map((step) => [`order-${step}`, order()])) as Record<`order-${ApprovalStep}`, ReturnType<typeof order>>;
const sources = Object.fromEntries(FRAMEWORK_RULES.map((rule) => [`source-${rule}`, optionalLine(300)])) as Record<`source-${FrameworkRule}`, ReturnType<typeof optionalLine>>;
const words = Object.fromEntries(FRAMEWORK_WORDS.flatMap((word) => [[`${word}En`, optionalLine(60)], [`${word}Cy`, optionalLine(60)]])) as Record<`${FrameworkWord}${"En" | "Cy"}`, ReturnType<typeof optionalLine>>;

/** A framework as officers write it: limits, times, approvals in their order, words and sources. */
export function frameworkInput(welsh: boolean): FormInput<WrittenFramework> {
  return formInput(
    z
      .object({
        once: once(),
        seen: wholeNumber(0, 1_000_000),
        nameEn: line(120),
        nameCy: welsh ? line(120) : optionalLine(120),
        law: line(300),
        periodYears: orEmpty(wholeNumber(1, 100)),
        mostDesignated: most(),
        mostStatutory: most(),
        mostLocal: most(),
        designateWithinMonths: orEmpty(wholeNumber(1, 24)),
        designatedByRevision: yesOrNo(),
        localNeedsConsent: yesOrNo(),
        lockMonths: wholeNumber(0, 60),
        reviewEveryMonths: wholeNumber(1, 60),
        returnDays: wholeNumber(1, 92),
        atRiskPercent: wholeNumber(0, 100),
        inUse: yesOrNo(),
        ...orders,
        ...sources,
        ...words,
      })
      .transform((typed, context): WrittenFramework => {
        const approvals = approvalsInOrder(APPROVAL_STEPS.map((step) => ({ step, order: typed[`order-${step}`] })));
        if (approvals === null) context.addIssue({ code: "custom", path: [`order-${APPROVAL_STEPS[0]}`], message: "order-twice" });
        const { once: id, seen, nameEn, nameCy, law, inUse, periodYears, mostDesignated, mostStatutory, mostLocal, designateWithinMonths, designatedByRevision, localNeedsConsent, lockMonths, reviewEveryMonths, returnDays, atRiskPercent } = typed;
        const rules: FrameworkRules = {
          ...{ periodYears, mostDesignated, mostStatutory, mostLocal, designateWithinMonths, designatedByRevision, localNeedsConsent, lockMonths, reviewEveryMonths, returnDays, atRiskPercent },
          approvals: approvals ?? [],
          sources: Object.fromEntries(FRAMEWORK_RULES.flatMap((rule) => (typed[`source-${rule}`] === "" ? [] : [[rule, typed[`source-${rule}`]]]))),
          words: Object.fromEntries(FRAMEWORK_WORDS.flatMap((word) => (typed[`${word}En`] + typed[`${word}Cy`] === "" ? [] : [[word, { en: typed[`${word}En`], cy: typed[`${word}Cy`] }]]))),
        };
        return { once: id, seen, name: { en: nameEn, cy: nameCy }, law, rules, inUse };
      }),
  );
}
