import { z } from "zod";
import { civilDate, line, oneOf, once, optionalLine, optionalParagraphs, orEmpty, paragraphs, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";
import { MOST_PLAN_YEARS, TARGET_KINDS } from "#domain/priorities/agreement.ts";
import { APPROVAL_STEPS, FRAMEWORK_CODES } from "#domain/priorities/framework.ts";
import { POLARITIES } from "#domain/priorities/progress.ts";
import { isQuarter } from "#domain/priorities/quarter.ts";
import type { TargetContent } from "#domain/priorities/target-content.ts";

const noneOrId = () => z.union([z.literal("").transform(() => null), z.uuid("choose-one")], "choose-one").default(null);

/** A reading as typed: a plain decimal, or nothing where there is none yet. */
const reading = () =>
  z
    .string()
    .default("")
    .transform((v) => v.replace(/[\s,%]/g, ""))
    .pipe(z.string().regex(/^(-?\d{1,12}(\.\d{1,6})?)?$/, "reading"))
    .transform((v) => (v === "" ? null : Number(v)));

/** The version of the draft that was on the page. */
const version = () => wholeNumber(1, 1_000_000);
const quarter = () => z.string("choose-one").refine(isQuarter, "choose-one");
const inBoth = <Name extends string>(name: Name, typed: Readonly<Record<string, unknown>>) => ({ en: text(typed[`${name}En`]), cy: text(typed[`${name}Cy`]) });
const text = (value: unknown): string => (typeof value === "string" ? value : "");

export const beginInput = withDates(
  ["startsOn", "endsOn"],
  formInput(
    z
      .object({ once: once(), framework: z.union([oneOf(FRAMEWORK_CODES), z.uuid("choose-one")], "choose-one"), strategyId: noneOrId(), titleEn: line(160), titleCy: optionalLine(160), areaEn: optionalLine(300), areaCy: optionalLine(300), startsOn: civilDate(), endsOn: civilDate() })
      .transform(({ titleEn, titleCy, areaEn, areaCy, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy }, area: { en: areaEn, cy: areaCy } })),
  ),
);

/** A box for each year a plan can last; a form shows those of its plan. */
const YEARS = Array.from({ length: MOST_PLAN_YEARS }, (_, at) => `year${at + 1}` as const);
const yearFields = Object.fromEntries(YEARS.map((name) => [name, reading()])) as Record<(typeof YEARS)[number], ReturnType<typeof reading>>;

const contentFields = {
  titleEn: line(160),
  titleCy: optionalLine(160),
  indicatorEn: line(200),
  indicatorCy: optionalLine(200),
  kind: oneOf(TARGET_KINDS),
  indicatorNumber: orEmpty(wholeNumber(1, 999)),
  polarity: oneOf(POLARITIES),
  baseline: reading(),
  baselineOn: orEmpty(civilDate()),
  baselineDeferredUntil: orEmpty(civilDate()),
  ...yearFields,
  leadId: noneOrId(),
  coIds: z.array(z.uuid("choose-one")),
  areaIds: z.array(z.uuid("choose-one")),
};

type TypedContent = z.output<z.ZodObject<typeof contentFields>> & Readonly<Record<(typeof YEARS)[number], number | null>>;

const contentOf = ({ leadId, coIds, titleEn, titleCy, indicatorEn, indicatorCy, kind, indicatorNumber, polarity, baseline, baselineOn, baselineDeferredUntil, areaIds, ...years }: TypedContent): TargetContent => ({
  ...{ titleEn, titleCy, indicatorEn, indicatorCy, kind, indicatorNumber, polarity, baseline, baselineOn, baselineDeferredUntil, areaIds },
  yearly: YEARS.map((name) => years[name] ?? null),
  partners: [...(leadId === null ? [] : [{ partnerId: leadId, part: "lead" as const }]), ...coIds.filter((id) => id !== leadId).map((partnerId) => ({ partnerId, part: "co-operates" as const }))],
});

export const planTargetInput = withDates(
  ["baselineOn", "baselineDeferredUntil"],
  formInput(
    z.object({ once: once(), outcomeId: noneOrId(), ...contentFields }).transform(({ once: id, outcomeId, ...content }) => ({ once: id, outcomeId, content: contentOf(content) })),
    ["coIds", "areaIds"],
  ),
);

export const removeTargetInput = formInput(z.object({ targetId: z.uuid("choose-one") }));

export const stepInput = withDates(
  ["on"],
  formInput(z.object({ version: version(), step: oneOf(APPROVAL_STEPS), on: civilDate(), reference: line(200), wordsEn: optionalParagraphs(2000), wordsCy: optionalParagraphs(2000) }).transform(({ version: read, step, on, reference, ...words }) => ({ version: read, step, on, reference, words: inBoth("words", words) }))),
);

export const agreeInput = withDates(["on"], formInput(z.object({ version: version(), partnerId: z.uuid("choose-one"), on: civilDate(), said: optionalLine(300) }).transform(({ said, ...rest }) => ({ ...rest, words: said }))));

export const logInput = withDates(
  ["on"],
  formInput(z.object({ once: once(), on: civilDate(), between: line(160), wordsEn: paragraphs(3000), wordsCy: optionalParagraphs(3000) }).transform(({ wordsEn, wordsCy, ...rest }) => ({ ...rest, words: { en: wordsEn, cy: wordsCy } }))),
);

export const designateInput = withDates(
  ["on"],
  formInput(
    z
      .object({ targetIds: z.array(z.uuid("choose-one")).min(1, "required"), on: civilDate(), reference: line(200), reasonEn: paragraphs(1000), reasonCy: optionalParagraphs(1000) })
      .transform(({ reasonEn, reasonCy, ...rest }) => ({ ...rest, reason: { en: reasonEn, cy: reasonCy } })),
    ["targetIds"],
  ),
);

const reasonFields = { once: once(), targetId: z.uuid("choose-one"), reasonEn: paragraphs(1000), reasonCy: optionalParagraphs(1000), consulted: optionalLine(300) };

/** A change that says what the target is to be. */
export const changeInput = withDates(
  ["baselineOn", "baselineDeferredUntil"],
  formInput(
    z
      .object({ changeKind: oneOf(["revision", "amendment", "addition"]), ...reasonFields, ...contentFields })
      .transform(({ once: id, changeKind, targetId, reasonEn, reasonCy, consulted, ...content }) => ({ once: id, kind: changeKind, targetId, reason: { en: reasonEn, cy: reasonCy }, consulted, proposed: contentOf(content) })),
    ["coIds", "areaIds"],
  ),
);

/** A change that takes a target, or its designation, away. */
export const endingInput = formInput(
  z.object({ changeKind: oneOf(["revocation", "removal"]), ...reasonFields }).transform(({ once: id, changeKind, targetId, reasonEn, reasonCy, consulted }) => ({ once: id, kind: changeKind, targetId, reason: { en: reasonEn, cy: reasonCy }, consulted, proposed: null })),
);

export const answerChangeInput = withDates(
  ["on"],
  formInput(z.object({ changeId: z.uuid("choose-one"), partnerId: z.uuid("choose-one"), answer: oneOf(["consents", "refuses"]), on: civilDate(), said: optionalLine(300) }).transform(({ said, ...rest }) => ({ ...rest, words: said }))),
);

export const decideInput = withDates(["on"], formInput(z.object({ changeId: z.uuid("choose-one"), decision: oneOf(["in-effect", "refused", "withdrawn"]), on: civilDate(), reference: line(200) })));

export const withdrawInput = formInput(z.object({ changeId: z.uuid("choose-one"), whyBack: line(300) }).transform(({ changeId, whyBack }) => ({ changeId, because: whyBack })));

export const openReviewInput = withDates(["openedOn"], formInput(z.object({ once: once(), openedOn: civilDate() })));

export const closeReviewInput = withDates(
  ["closedOn"],
  formInput(z.object({ closedOn: civilDate(), findingsEn: paragraphs(5000), findingsCy: optionalParagraphs(5000), refresh: oneOf(["yes", "no"]) }).transform(({ findingsEn, findingsCy, refresh, closedOn }) => ({ closedOn, findings: { en: findingsEn, cy: findingsCy }, refresh: refresh === "yes" }))),
);

export const closePlanInput = withDates(["on"], formInput(z.object({ on: civilDate() })));

export const reopenInput = withDates(
  ["until"],
  formInput(z.object({ once: once(), quarter: quarter(), until: civilDate(), becauseEn: paragraphs(1000), becauseCy: optionalParagraphs(1000) }).transform(({ becauseEn, becauseCy, ...rest }) => ({ ...rest, because: { en: becauseEn, cy: becauseCy } }))),
);

export const returnInput = formInput(
  z
    .object({ once: once(), targetId: z.uuid("choose-one"), quarter: quarter(), value: reading(), narrativeEn: optionalParagraphs(3000), narrativeCy: optionalParagraphs(3000), evidence: optionalLine(300) })
    .transform(({ narrativeEn, narrativeCy, ...rest }) => ({ ...rest, narrative: { en: narrativeEn, cy: narrativeCy } })),
);

export const councilInput = formInput(z.object({ council: line(80), areaEn: optionalLine(300), areaCy: optionalLine(300) }).transform(({ council, areaEn, areaCy }) => ({ slug: council, area: { en: areaEn, cy: areaCy } })));
export const unsignInput = formInput(z.object({}));
export const signInput = formInput(z.object({ version: version(), signedAs: line(160), agreed: z.literal("yes", "tick-to-sign") }).transform(({ version: read, signedAs }) => ({ version: read, signedAs })));

/** A part for each council, in fields called `part-<id>`; empty ones take none. */
export const splitInput = formInput(
  z.looseObject({ targetId: z.uuid("choose-one") }).transform((typed, context) => {
    const parts = Object.entries(typed).flatMap(([name, value]) => {
      const memberId = name.startsWith("part-") ? name.slice(5) : "";
      if (memberId === "" || typeof value !== "string" || value.trim() === "") return [];
      const plain = value.replace(/[\s,%]/g, "");
      if (/^-?\d{1,12}(\.\d{1,6})?$/.test(plain)) return [{ memberId, amount: Number(plain) }];
      context.addIssue({ code: "custom", path: [name], message: "reading" });
      return [];
    });
    return { targetId: typed.targetId, parts };
  }),
);

export const strategyInput = formInput(
  z
    .object({ once: once(), titleEn: line(160), titleCy: optionalLine(160), storyEn: paragraphs(5000), storyCy: optionalParagraphs(5000), fromYear: wholeNumber(1990, 2200), toYear: wholeNumber(1990, 2200) })
    .transform(({ titleEn, titleCy, storyEn, storyCy, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy }, story: { en: storyEn, cy: storyCy } })),
);
export const themeInput = formInput(
  z
    .object({ once: once(), strategyId: z.uuid("choose-one"), titleEn: line(160), titleCy: optionalLine(160), leadEn: paragraphs(500), leadCy: optionalParagraphs(500) })
    .transform(({ titleEn, titleCy, leadEn, leadCy, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy }, lead: { en: leadEn, cy: leadCy } })),
);
export const outcomeInput = formInput(
  z.object({ once: once(), themeId: z.uuid("choose-one"), titleEn: line(200), titleCy: optionalLine(200) }).transform(({ titleEn, titleCy, ...rest }) => ({ ...rest, title: { en: titleEn, cy: titleCy } })),
);
