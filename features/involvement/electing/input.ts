import { z } from "zod";
import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { civilDate, line, once, oneOf, optionalLine, optionalParagraphs, orEmpty, pounds, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates, type FormInput } from "#domain/basics/form-input.ts";
import { err, ok } from "#domain/basics/result.ts";
import { CALENDAR_STEPS } from "#domain/elections/calendar.ts";
import { ELECTION_TEMPLATES, OFFICE_RULES } from "#domain/elections/template.ts";
import { TIES, type Tie } from "#domain/eligibility/electorate.ts";
import { RESIDENTS } from "#domain/eligibility/electorate-terms.ts";
import type { ElectionRules } from "#features/elections/set-up/open-election.ts";
import type { SetUpElection } from "./set-up-election.ts";

export const createElectionInput = withDates(
  ["pollingDay"],
  formInput(
    z
      .object({ once: once(), titleEn: line(120), titleCy: optionalLine(120), template: oneOf(ELECTION_TEMPLATES), pollingDay: civilDate() })
      .transform(({ titleEn, titleCy, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy } })),
  ),
);

/** Offices a form has room for. */
export const MOST_OFFICES = 4;

const age = orEmpty(wholeNumber(1, 120));
const plain = z.object({
  titleEn: line(120),
  titleCy: optionalLine(120),
  summaryEn: optionalParagraphs(600),
  summaryCy: optionalParagraphs(600),
  rule: oneOf(OFFICE_RULES),
  minAge: age,
  maxAge: age,
  identityLevel: oneOf(["1", "2", "3"]),
  candidateMinAge: age,
  candidateMaxAge: age,
  nominators: wholeNumber(0, 100),
  spending: orEmpty(pounds(100_000_000)),
  conductEn: optionalParagraphs(3000),
  conductCy: optionalParagraphs(3000),
  indexed: z.string().default(""),
  ...(Object.fromEntries(CALENDAR_STEPS.map((step) => [step, civilDate()])) as Record<(typeof CALENDAR_STEPS)[number], ReturnType<typeof civilDate>>),
});

/** Everything of a draft election that an officer sets, from one form. */
export const setUpInput: FormInput<Omit<SetUpElection, "engagementId">> = (values) => {
  const read = withDates(CALENDAR_STEPS, formInput(plain))(values);
  const offices = readOffices(values);
  const faults = [...(read.ok ? [] : read.error), ...offices.faults];
  if (!read.ok || faults.length > 0) return err(faults);
  const { titleEn, titleCy, summaryEn, summaryCy, conductEn, conductCy, minAge, maxAge, identityLevel, spending, indexed, noticeOn, nominationsOpenOn, nominationsCloseOn, withdrawByOn, votingOpensOn, pollingDay, resultsOn, removedOn, ...rest } = read.value;
  const ties = (values["ties"] ?? []).filter((tie): tie is Tie => (TIES as readonly string[]).includes(tie));
  const rules: ElectionRules = {
    ...rest,
    offices: offices.offices,
    electorate: { ...RESIDENTS, ties, minAge, maxAge, identityLevel: Number(identityLevel) as 1 | 2 | 3 },
    spendingPence: spending ?? 0,
    conduct: { en: conductEn, cy: conductCy },
    indexed: indexed === "yes",
    calendar: { noticeOn, nominationsOpenOn, nominationsCloseOn, withdrawByOn, votingOpensOn, pollingDay, resultsOn, removedOn },
  };
  return ok({ title: { en: titleEn, cy: titleCy }, summary: { en: summaryEn, cy: summaryCy }, rules });
};

function readOffices(values: TypedValues): { readonly offices: ElectionRules["offices"]; readonly faults: readonly Fault[] } {
  const lines = Array.from({ length: MOST_OFFICES }, (_, at) => {
    const text = (name: string) => values[`${name}${String(at + 1)}`]?.at(-1)?.trim().slice(0, 80) ?? "";
    const places = /^\d{1,2}$/.test(text("officePlaces")) ? Number(text("officePlaces")) : 0;
    return { at: at + 1, en: text("officeEn"), cy: text("officeCy"), typed: text("officePlaces"), places };
  });
  const filled = lines.filter(({ en, cy, typed }) => en + cy + typed !== "");
  const half = filled.filter(({ en, places }) => en === "" || places < 1 || places > 40);
  const faults = half.map(({ at }) => ({ field: `officeEn${String(at)}`, code: "office-half" }));
  if (filled.length === 0) return { offices: [], faults: [{ field: "officeEn1", code: "no-office" }] };
  return { offices: filled.map(({ en, cy, places }) => ({ name: { en, cy }, places })), faults };
}

export const closeElectionInput = formInput(z.object({ earlyBecause: optionalLine(300) }));
export const drawLotInput = formInput(z.object({ contestId: z.uuid("choose-one"), witness: line(120) }));
export const declareUncontestedInput = formInput(z.object({ contestId: z.uuid("choose-one"), name: line(120) }));
