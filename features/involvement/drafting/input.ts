import { z } from "zod";
import { civilDate, clockTime, line, once, oneOf, optionalLine, optionalParagraphs, orEmpty, pounds, slug, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";
import { londonInstant } from "#domain/basics/london-time.ts";
import { PART_FUNDING_BOUNDS, RESERVE_ORDERS, type AfterCountPolicy } from "#domain/budgeting/after-count.ts";
import { PHASES, type DatedPhase } from "#domain/budgeting/phase.ts";
import { AGE_TOLD, TIES } from "#domain/eligibility/electorate.ts";
import { ROLL_USES, type ElectorateTerms } from "#domain/eligibility/electorate-terms.ts";
import type { IdentityLevel } from "#domain/eligibility/identity-level.ts";
import { LEVELS, TOPICS } from "#domain/involvement/engagement.ts";
import { BALLOT_KINDS } from "#domain/voting/poll.ts";
import type { ProjectInput } from "#features/budgeting/projects/add-project.ts";
import type { RingFenceInput } from "#features/budgeting/pots/keep-ring-fence.ts";
import type { PotInput } from "#features/budgeting/pots/open-pot.ts";
import type { BallotRules, FunderInView } from "#features/budgeting/programmes/queries.ts";
import type { DetailsInput } from "./change-details.ts";
import type { TimesInput } from "./change-times.ts";
import type { CreateBudgetVoteInput } from "./create-budget-vote.ts";

/** What the form showed; empty where it showed nothing of the draft. */
const seen = z.string().max(40).default("");

const areaId = z.union([z.literal("").transform(() => null), z.uuid("choose-one")], "choose-one").default(null);


const created = z
  .object({ once: once(), titleEn: line(120), titleCy: optionalLine(120), topic: oneOf(TOPICS), amount: pounds(), areaId })
  .transform(({ once: id, titleEn, titleCy, topic, amount, areaId: area }): CreateBudgetVoteInput => ({ once: id, title: { en: titleEn, cy: titleCy }, topic, amountPence: amount, areaId: area }));
export const createInput = formInput(created);

const details = z
  .object({
    seen,
    slug: slug(),
    titleEn: line(120),
    titleCy: optionalLine(120),
    summaryEn: optionalParagraphs(600),
    summaryCy: optionalParagraphs(600),
    decisionEn: optionalParagraphs(3000),
    decisionCy: optionalParagraphs(3000),
    decidedByEn: optionalParagraphs(1000),
    decidedByCy: optionalParagraphs(1000),
    affectedEn: optionalParagraphs(1000),
    affectedCy: optionalParagraphs(1000),
    level: oneOf(LEVELS),
    topic: oneOf(TOPICS),
    statutoryBasis: optionalLine(300),
    statute: optionalLine(60),
  })
  .transform((typed): { readonly seen: string; readonly details: DetailsInput } => ({
    seen: typed.seen,
    details: {
      slug: typed.slug,
      level: typed.level,
      topic: typed.topic,
      statutoryBasis: typed.statutoryBasis,
      statute: typed.statute,
      texts: {
        title: { en: typed.titleEn, cy: typed.titleCy },
        summary: { en: typed.summaryEn, cy: typed.summaryCy },
        decision: { en: typed.decisionEn, cy: typed.decisionCy },
        decidedBy: { en: typed.decidedByEn, cy: typed.decidedByCy },
        affected: { en: typed.affectedEn, cy: typed.affectedCy },
      },
    },
  }));
export const detailsInput = formInput(details);

export const TIME_FIELDS = ["opensOn", "closesOn", "resultsOn"] as const;
const times = z
  .object({ seen, opensOn: civilDate(), opensTime: clockTime(), closesOn: civilDate(), closesTime: clockTime(), resultsOn: civilDate(), resultsTime: clockTime() })
  .transform((typed): { readonly seen: string; readonly times: TimesInput } => ({
    seen: typed.seen,
    times: {
      opensAt: londonInstant(typed.opensOn, typed.opensTime),
      closesAt: londonInstant(typed.closesOn, typed.closesTime),
      resultsAt: londonInstant(typed.resultsOn, typed.resultsTime),
    },
  }));
export const timesInput = withDates(TIME_FIELDS, formInput(times));

export const PHASE_FIELDS = PHASES.flatMap((phase) => [`${phase}-startsOn`, `${phase}-endsOn`]);
const optionalDate = orEmpty(civilDate());
const phases = z
  .object({ seen, ...Object.fromEntries(PHASE_FIELDS.map((name) => [name, optionalDate])) } as { seen: typeof seen } & Record<string, typeof optionalDate>)
  .transform((typed, context): { readonly seen: string; readonly phases: readonly DatedPhase[] } => {
    const dates = typed as Readonly<Record<string, string | null>>;
    const given = PHASES.flatMap((phase) => {
      const startsOn = dates[`${phase}-startsOn`] ?? null;
      const endsOn = dates[`${phase}-endsOn`] ?? null;
      if (startsOn === null && endsOn !== null) context.addIssue({ code: "custom", path: [`${phase}-startsOn`], message: "start-missing" });
      return startsOn === null ? [] : [{ phase, startsOn, endsOn }];
    });
    return { seen: dates["seen"] ?? "", phases: given };
  });
export const phasesInput = withDates(PHASE_FIELDS, formInput(phases));

const pot = z
  .object({ seen, once: once().optional(), nameEn: line(120), nameCy: optionalLine(120), themeEn: optionalLine(80), themeCy: optionalLine(80), areaId, amountPence: pounds(), minProjectPence: orEmpty(pounds()), maxProjectPence: orEmpty(pounds()) })
  .transform(({ seen: shown, once: id, nameEn, nameCy, themeEn, themeCy, ...rest }): { readonly seen: string; readonly once: string | undefined; readonly pot: PotInput } => ({
    seen: shown,
    once: id,
    pot: { name: { en: nameEn, cy: nameCy }, theme: { en: themeEn, cy: themeCy }, ...rest },
  }));
export const potInput = formInput(pot);

const ringFence = z
  .object({ once: once(), themeEn: line(80), themeCy: optionalLine(80), amountPence: pounds() })
  .transform(({ once: id, themeEn, themeCy, amountPence }): { readonly once: string; readonly fence: RingFenceInput } => ({ once: id, fence: { theme: { en: themeEn, cy: themeCy }, amountPence } }));
export const ringFenceInput = formInput(ringFence);

/** Rows of the funders' form; more than anybody needs for one pot. */
export const FUNDER_ROWS = [1, 2, 3, 4, 5, 6] as const;
const funderFields = Object.fromEntries(
  FUNDER_ROWS.flatMap((row) => [
    [`name-${row}En`, optionalLine(120)],
    [`name-${row}Cy`, optionalLine(120)],
    [`amount-${row}`, orEmpty(pounds())],
    [`condition-${row}En`, optionalLine(200)],
    [`condition-${row}Cy`, optionalLine(200)],
  ]),
);
const funders = z.object({ seen, amountPence: pounds(), ...funderFields } as { seen: typeof seen; amountPence: ReturnType<typeof pounds> } & Record<string, z.ZodType<unknown>>).transform((typed, context) => {
  const text = (name: string): string => String(typed[name] ?? "");
  const given = FUNDER_ROWS.flatMap((row): FunderInView[] => {
    const name = { en: text(`name-${row}En`), cy: text(`name-${row}Cy`) };
    const amountPence = typed[`amount-${row}`];
    const condition = { en: text(`condition-${row}En`), cy: text(`condition-${row}Cy`) };
    const named = name.en !== "" || name.cy !== "";
    if (!named && typeof amountPence !== "number" && condition.en === "" && condition.cy === "") return [];
    if (!named) context.addIssue({ code: "custom", path: [`name-${row}En`], message: "required" });
    if (typeof amountPence === "number") return [{ name, amountPence, condition }];
    context.addIssue({ code: "custom", path: [`amount-${row}`], message: "required" });
    return [];
  });
  return { seen: text("seen"), wholePence: Number(typed["amountPence"]), funders: given };
});
export const fundersInput = formInput(funders);

const ballot = z
  .object({
    seen,
    ballotKind: oneOf(BALLOT_KINDS),
    rule: z.string("choose-one").regex(/^[a-z0-9_]{1,40}$/, "choose-one"),
    minChoices: wholeNumber(0, 500),
    maxChoices: orEmpty(wholeNumber(1, 500)),
    pointsTotal: orEmpty(wholeNumber(1, 1_000)),
    pointsMost: orEmpty(wholeNumber(1, 1_000)),
  })
  .transform(({ seen: shown, ...rules }): { readonly seen: string; readonly rules: Omit<BallotRules, "ruleParameters" | "electorate"> } => ({ seen: shown, rules }));
export const ballotInput = formInput(ballot);

const afterCount = z
  .object({ seen, order: oneOf(RESERVE_ORDERS), partFunding: orEmpty(wholeNumber(0, 1_000_000)) })
  .superRefine(({ partFunding: part }, context) => {
    const { least, most } = PART_FUNDING_BOUNDS;
    if (part !== null && (part < least || part > most)) context.addIssue({ code: "custom", path: ["partFunding"], message: "part-out-of-bounds" });
  })
  .transform(({ seen: shown, order, partFunding }): { readonly seen: string; readonly policy: AfterCountPolicy } => ({ seen: shown, policy: { order, partFunding } }));
export const afterCountInput = formInput(afterCount);

const MOST_SCHOOLS = 100;
const electorate = z
  .object({
    seen,
    ties: z.array(z.enum(TIES, "choose-one")),
    schools: optionalParagraphs(10_000).transform((text) => [...new Set(text.split("\n").map((school) => school.trim()).filter((school) => school !== ""))]),
    minAge: orEmpty(wholeNumber(0, 120)),
    maxAge: orEmpty(wholeNumber(0, 120)),
    ageTold: oneOf(AGE_TOLD),
    rollId: z.union([z.literal("").transform(() => null), z.uuid("roll-unknown")], "roll-unknown").default(null),
    rollUse: oneOf(ROLL_USES),
    identityLevel: z.enum(["0", "1", "2", "3", "4"], "choose-one").transform((level) => Number(level) as IdentityLevel),
  })
  .refine(({ schools }) => schools.length <= MOST_SCHOOLS, { path: ["schools"], message: "too-many-schools" })
  .transform(({ seen: shown, ...terms }): { readonly seen: string; readonly terms: ElectorateTerms } => ({ seen: shown, terms }));
export const electorateInput = formInput(electorate, ["ties"]);

const project = z
  .object({
    seen,
    once: once().optional(),
    potId: z.uuid("choose-one").optional(),
    titleEn: line(120),
    titleCy: optionalLine(120),
    summaryEn: optionalParagraphs(300),
    summaryCy: optionalParagraphs(300),
    descriptionEn: optionalParagraphs(5000),
    descriptionCy: optionalParagraphs(5000),
    proposer: optionalLine(120),
    category: optionalLine(60),
    tile: z.string("choose-one").regex(/^[a-z-]{1,40}$/, "choose-one"),
    costPence: pounds(),
  })
  .transform((typed): { readonly seen: string; readonly once: string | undefined; readonly potId: string | undefined; readonly project: ProjectInput } => ({
    seen: typed.seen,
    once: typed.once,
    potId: typed.potId,
    project: {
      title: { en: typed.titleEn, cy: typed.titleCy },
      summary: { en: typed.summaryEn, cy: typed.summaryCy },
      description: { en: typed.descriptionEn, cy: typed.descriptionCy },
      proposer: typed.proposer,
      category: typed.category,
      tile: typed.tile,
      costPence: typed.costPence,
    },
  }));
export const projectInput = formInput(project);

export const shiftInput = formInput(z.object({ up: z.uuid().optional(), down: z.uuid().optional() }));

/** A form that is only a button. */
export const nothingInput = formInput(z.object({}));
