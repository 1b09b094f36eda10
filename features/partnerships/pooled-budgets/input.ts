import { z } from "zod";
import { line, once, oneOf, optionalLine, optionalParagraphs, orEmpty, paragraphs, pounds, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, type FormInput } from "#domain/basics/form-input.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { MONEY_KINDS, MOST_YEARS, readShare, type Share } from "#domain/partnerships/pooled-budget.ts";

/** A text in the languages of the council: Welsh is asked for where it publishes in Welsh. */
const welshLine = (welsh: boolean, max: number) => (welsh ? line(max) : optionalLine(max));
const welshParagraphs = (welsh: boolean, max: number) => (welsh ? paragraphs(max) : optionalParagraphs(max));

const chosen = z.union([z.uuid("choose-one"), z.literal("").transform(() => null)], "choose-one").default(null);

export const poolInput = (welsh: boolean) =>
  formInput(
    z
      .object({ once: once(), nameEn: line(120), nameCy: welshLine(welsh, 120), purposeEn: paragraphs(2000), purposeCy: welshParagraphs(welsh, 2000), boardId: chosen, fromYear: wholeNumber(2000, 2100), years: wholeNumber(1, MOST_YEARS) })
      .transform(({ nameEn, nameCy, purposeEn, purposeCy, ...rest }) => ({ ...rest, name: { en: nameEn, cy: nameCy }, purpose: { en: purposeEn, cy: purposeCy } })),
  );

export const ringFenceInput = (welsh: boolean) => formInput(z.object({ nameEn: line(120), nameCy: welshLine(welsh, 120) }).transform(({ nameEn, nameCy }) => ({ name: { en: nameEn, cy: nameCy } })));

const purse = { year: wholeNumber(2000, 2100), kind: oneOf(MONEY_KINDS), ringFence: optionalLine(80), amountPence: pounds() };

export const contributionInput = formInput(
  z
    .object({ once: once(), partnerId: z.uuid("choose-one"), ...purse, conditionEn: optionalLine(300), conditionCy: optionalLine(300) })
    .transform(({ conditionEn, conditionCy, ...rest }) => ({ ...rest, condition: { en: conditionEn, cy: conditionCy } })),
);

export const allocationInput = (welsh: boolean) =>
  formInput(
    z
      .object({ once: once(), ...purse, whatEn: line(200), whatCy: welshLine(welsh, 200), potId: chosen })
      .transform(({ whatEn, whatCy, ...rest }) => ({ ...rest, what: { en: whatEn, cy: whatCy } })),
  );

export const takeBackInput = formInput(z.object({ contribution: z.uuid("form-expired").optional(), allocation: z.uuid("form-expired").optional() }));

export interface CaseLine {
  readonly partnerId: string;
  readonly year: number;
  readonly investPence: number;
  readonly gainPence: number;
}

export interface WrittenCase {
  /** The form's one-use number: the id of a new case, or of the one that is changed. */
  readonly once: string;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly shares: readonly Share[];
  readonly lines: readonly CaseLine[];
}

/** A business case: for each body and year what it puts in and what it gains, and for each body its share; in fields named by the body, so that a partner added meanwhile moves nothing. */
export function caseInput(welsh: boolean, partnerIds: readonly string[], years: readonly number[]): FormInput<WrittenCase> {
  const money = orEmpty(pounds(undefined, 0));
  const cells = Object.fromEntries(partnerIds.flatMap((id) => [[`share-${id}`, optionalLine(12)], ...years.flatMap((year) => [[`invest-${id}-${year}`, money], [`gain-${id}-${year}`, money]])]));
  return formInput(
    z
      .object({ once: once(), titleEn: line(160), titleCy: welshLine(welsh, 160), summaryEn: paragraphs(3000), summaryCy: welshParagraphs(welsh, 3000), ...cells })
      .transform((typed, context): WrittenCase => {
        const all = typed as Record<string, unknown>;
        const words = (name: string): string => (typeof all[name] === "string" ? all[name] : "");
        const pence = (name: string): number => (typeof all[name] === "number" ? all[name] : 0);
        const shares = partnerIds.map((partnerId): Share => {
          const text = words(`share-${partnerId}`);
          const basisPoints = text === "" ? 0 : readShare(text);
          if (basisPoints === null) context.addIssue({ code: "custom", path: [`share-${partnerId}`], message: "share" });
          return { partnerId, basisPoints: basisPoints ?? 0 };
        });
        const lines = partnerIds.flatMap((partnerId) => years.map((year): CaseLine => ({ partnerId, year, investPence: pence(`invest-${partnerId}-${year}`), gainPence: pence(`gain-${partnerId}-${year}`) })));
        return { once: words("once"), title: { en: words("titleEn"), cy: words("titleCy") }, summary: { en: words("summaryEn"), cy: words("summaryCy") }, shares: shares.filter(({ basisPoints }) => basisPoints > 0), lines: lines.filter(({ investPence, gainPence }) => investPence + gainPence > 0) };
      }),
  );
}

export const signInput = formInput(z.object({ partnerId: z.uuid("choose-one"), version: wholeNumber(1, 1_000_000), signedAs: line(160), agreed: z.literal("yes", "tick-to-sign") }));
