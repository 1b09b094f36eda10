import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { inLondon } from "#domain/basics/london-time.ts";
import { PHASES } from "#domain/budgeting/phase.ts";
import { LEVELS, TOPICS } from "#domain/involvement/engagement.ts";
import { DRAFT_TEXTS } from "#domain/involvement/readiness.ts";
import { USUAL_POINTS } from "#domain/voting/ballot-paper.ts";
import type { BallotKind } from "#domain/voting/poll.ts";
import { Section } from "#components/layout/section.tsx";
import type { BudgetVoteForOfficers, EngagementForOfficers } from "#features/involvement/drafting/queries.ts";
import type { StatuteInView } from "#features/involvement/statutes/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { BothLines, BothParagraphs, Choose, dateBoxes, DateBoxes, FormFrame, Line, seenToSend, Select, Whole, type FormKit } from "#features/councils/ui/form-kit.tsx";

export interface SectionFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly vote: BudgetVoteForOfficers;
  /** The mark of what is shown. */
  readonly seen: string;
  /** The vote's own page. */
  readonly home: string;
}

/** The same for a form that any engagement has, whatever it holds. */
export interface EngagementFormProps extends Omit<SectionFormProps, "vote"> {
  readonly vote: EngagementForOfficers;
}

export interface DetailsFormProps extends EngagementFormProps {
  readonly statutes: readonly StatuteInView[];
  /** Duty records that name it. */
  readonly records: readonly { readonly number: number; readonly title: BilingualText }[];
  /** The council's own address. */
  readonly dutyAddress: string;
}

export function DetailsForm({ locale, welsh, form, vote, seen, home, statutes, records, dutyAddress }: DetailsFormProps) {
  const { drafting, pages, duty } = messages(locale);
  const t = drafting.details;
  const texts = Object.fromEntries(DRAFT_TEXTS.flatMap((name) => [[`${name}En`, vote.texts[name].en], [`${name}Cy`, vote.texts[name].cy]]));
  const kit = {
    locale,
    welsh,
    form,
    stands: { ...texts, slug: vote.slug, level: vote.level, topic: vote.topic, statutoryBasis: vote.statutoryBasis, statute: vote.statute },
    labels: { title: t.name, slug: t.slug, summary: t.summary, decision: t.decision, decidedBy: t.decidedBy, affected: t.affected, level: t.level, topic: t.topic, statutoryBasis: t.statutoryBasis, statute: duty.readiness.choose },
    faultWords: { "statute-unknown": messages(locale).faults["choose-one"] },
  };
  return (
    <FormFrame kit={kit} title={t.title} hidden={{ seen: seenToSend(form, seen) }} button={drafting.save} back={{ href: home, text: drafting.back }} after={<DutyRecords {...{ locale, vote, records, dutyAddress }} />}>
      <BothLines kit={kit} name="title" />
      <Line kit={kit} name="slug" hint={t.slugHint} width="medium" />
      <BothParagraphs kit={kit} name="summary" hint={t.summaryHint} rows={2} />
      <BothParagraphs kit={kit} name="decision" hint={t.decisionHint} rows={4} />
      <BothParagraphs kit={kit} name="decidedBy" rows={2} />
      <BothParagraphs kit={kit} name="affected" rows={2} />
      <Choose kit={kit} name="level" choices={LEVELS.map((level) => ({ value: level, text: t.levels[level] }))} />
      <Select kit={kit} name="topic" options={TOPICS.map((topic) => ({ value: topic, text: pages.topics[topic] }))} />
      <Select kit={kit} name="statute" hint={duty.readiness.chooseHint} options={[{ value: "", text: duty.readiness.none }, ...statutes.map((statute) => ({ value: statute.code, text: statuteWords(locale, statute) }))]} />
      <Line kit={kit} name="statutoryBasis" hint={t.statutoryBasisHint} />
    </FormFrame>
  );
}

/** The duty records of an engagement, and the way to write one. */
function DutyRecords({ locale, vote, records, dutyAddress }: Pick<DetailsFormProps, "locale" | "vote" | "records" | "dutyAddress">) {
  const t = messages(locale).duty;
  return (
    <Section id="duty" title={t.desk.title} surface="panel">
      <ul>
        {records.map(({ number, title }) => (
          <li key={number}>
            <a href={`${dutyAddress}/involving-you/records/${number}`}>{`${t.record({ number })}: ${textIn(title, locale).text}`}</a>
          </li>
        ))}
        <li>
          <a href={`${dutyAddress}/manage/duty/new?engagement=${vote.id}`}>{t.desk.write}</a>
        </li>
      </ul>
    </Section>
  );
}

/** A statutory consultation with the least time it asks for. */
function statuteWords(locale: Locale, { title, minimumDays }: StatuteInView): string {
  const t = messages(locale).duty;
  const name = textIn(title, locale).text;
  return minimumDays === null ? name : t.readiness.option({ name, time: t.weeks({ days: minimumDays }) });
}

export function TimesForm({ locale, welsh, form, vote, seen, home }: EngagementFormProps) {
  const { drafting } = messages(locale);
  const t = drafting.times;
  const kit = { locale, welsh, form, ...timesKit(locale, vote) };
  return (
    <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{ seen: seenToSend(form, seen) }} button={drafting.save} back={{ href: home, text: vote.programme ? drafting.back : messages(locale).conduct.back }}>
      <TimeFields kit={kit} />
    </FormFrame>
  );
}

/** What a form of times shows before anybody types, and what its fields are called. */
export function timesKit(locale: Locale, vote: Pick<EngagementForOfficers, "opensAt" | "closesAt" | "resultsAt" | "programme">): Pick<FormKit, "stands" | "labels"> {
  const t = messages(locale).drafting.times;
  const f = format(locale);
  const at = (name: string, instant: Date | null, usual: string) => ({
    ...dateBoxes(`${name}On`, instant && inLondon(instant).day),
    [`${name}Time`]: instant ? f.time(instant) : usual,
  });
  return {
    stands: { ...at("opens", vote.opensAt, "9am"), ...at("closes", vote.closesAt, "8pm"), ...at("results", vote.resultsAt, f.time(new Date("2026-01-01T12:00:00Z"))) },
    labels: { ...(vote.programme ? { opensOn: t.opensOn, closesOn: t.closesOn } : messages(locale).conduct.times.labels), opensTime: t.opensTime, closesTime: t.closesTime, resultsOn: t.resultsOn, resultsTime: t.resultsTime },
  };
}

/** A day and a time to open, to close and to give the results. */
export function TimeFields({ kit }: { readonly kit: FormKit }) {
  const t = messages(kit.locale).drafting.times;
  return (
    <>
      {(["opens", "closes", "results"] as const).map((name) => (
        <div key={name} className="grid g2">
          <div>
            <DateBoxes kit={kit} name={`${name}On`} hint={t.dateHint} />
          </div>
          <div>
            <Line kit={kit} name={`${name}Time`} hint={t.timeHint} width="short" />
          </div>
        </div>
      ))}
    </>
  );
}

export function PhasesForm({ locale, welsh, form, vote, seen, home }: SectionFormProps) {
  const { drafting, pages } = messages(locale);
  const t = drafting.phases;
  const dates = PHASES.map((phase) => ({ phase, given: vote.programme.phases.find((each) => each.phase === phase) }));
  const kit = {
    locale,
    welsh,
    form,
    stands: Object.assign({}, ...dates.map(({ phase, given }) => ({ ...dateBoxes(`${phase}-startsOn`, given?.startsOn ?? null), ...dateBoxes(`${phase}-endsOn`, given?.endsOn ?? null) }))) as Record<string, string>,
    labels: Object.fromEntries(PHASES.flatMap((each) => [[`${each}-startsOn`, t.starts({ phase: pages.vote.phases[each] })], [`${each}-endsOn`, t.ends({ phase: pages.vote.phases[each] })]])),
  };
  return (
    <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{ seen: seenToSend(form, seen) }} button={drafting.save} back={{ href: home, text: drafting.back }}>
      {PHASES.map((phase) => (
        <div key={phase} className="card">
          <div className="grid g2">
            <div>
              <DateBoxes kit={kit} name={`${phase}-startsOn`} />
            </div>
            <div>
              <DateBoxes kit={kit} name={`${phase}-endsOn`} />
            </div>
          </div>
        </div>
      ))}
    </FormFrame>
  );
}

const KINDS_OFFERED = ["approval", "knapsack", "single-choice", "first-and-second", "ranked", "cumulative", "score"] as const satisfies readonly BallotKind[];
const OFFERED_RULES = ["mes_cost_add1_util", "greedy"] as const;

export function BallotForm({ locale, welsh, form, vote, seen, home }: SectionFormProps) {
  const { drafting } = messages(locale);
  const t = drafting.ballot;
  const { ballot } = vote.programme;
  const number = (value: number | null) => value?.toString() ?? "";
  const kit = {
    locale,
    welsh,
    form,
    stands: {
      ballotKind: ballot.ballotKind,
      rule: ballot.rule,
      minChoices: String(ballot.minChoices),
      maxChoices: number(ballot.maxChoices),
      pointsTotal: number(ballot.pointsTotal),
      pointsMost: number(ballot.pointsMost),
    },
    labels: { ballotKind: t.kind, rule: t.rule, minChoices: t.minChoices, maxChoices: t.maxChoices, pointsTotal: t.pointsTotal, pointsMost: t.pointsMost },
  };
  // A vote that came from a file may have a rule that is not offered; it can be kept.
  const rules = [...new Set<string>([...OFFERED_RULES, ballot.rule])];
  return (
    <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{ seen: seenToSend(form, seen) }} button={drafting.save} back={{ href: home, text: drafting.back }}>
      <Choose kit={kit} name="ballotKind" choices={KINDS_OFFERED.map((kind) => ({ value: kind, text: t.kinds[kind][0], hint: t.kinds[kind][1] }))} />
      <Choose
        kit={kit}
        name="rule"
        choices={rules.map((rule) => {
          const known = OFFERED_RULES.find((each) => each === rule);
          return known ? { value: rule, text: t.rules[known][0], hint: t.rules[known][1] } : { value: rule, text: t.otherRule({ rule }) };
        })}
      />
      <div className="grid g2">
        <div>
          <Whole kit={kit} name="minChoices" />
        </div>
        <div>
          <Whole kit={kit} name="maxChoices" hint={t.maxHint} />
        </div>
        <div>
          <Whole kit={kit} name="pointsTotal" hint={t.pointsTotalHint({ usual: USUAL_POINTS.total })} />
        </div>
        <div>
          <Whole kit={kit} name="pointsMost" hint={t.pointsMostHint({ usual: USUAL_POINTS.scale })} />
        </div>
      </div>
    </FormFrame>
  );
}
