import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { CALENDAR_STEPS } from "#domain/elections/calendar.ts";
import { OFFICE_RULES } from "#domain/elections/template.ts";
import { TIES } from "#domain/eligibility/electorate.ts";
import { Checkbox, Checkboxes } from "#components/forms/choices.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { BothLines, BothParagraphs, Choose, DateBoxes, dateBoxes, FormFrame, Line, Money, poundsBox, Select, Whole } from "#features/councils/ui/form-kit.tsx";
import type { ElectionInView } from "#features/elections/queries.ts";
import { MOST_OFFICES } from "#features/involvement/electing/input.ts";
import { messages } from "#i18n/messages.ts";

interface SetUpFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly election: ElectionInView;
  readonly home: string;
}

const ranks = Array.from({ length: MOST_OFFICES }, (_, at) => at + 1);

/** Everything of a draft election on one page: offices, counting, voters, candidates, dates. */
export function SetUpForm({ locale, welsh, form, title, summary, election, home }: SetUpFormProps) {
  const { desk: t, rules, faults, steps } = messages(locale).elections;
  const { electorate } = election;
  const number = (value: number | null) => value?.toString() ?? "";
  const offices = Object.fromEntries(ranks.flatMap((rank) => Object.entries({ [`officeEn${rank}`]: election.offices[rank - 1]?.name.en, [`officeCy${rank}`]: election.offices[rank - 1]?.name.cy, [`officePlaces${rank}`]: election.offices[rank - 1]?.places.toString() }).map(([name, value]) => [name, value ?? ""])));
  const stands: Record<string, string> = {
    titleEn: title.en,
    titleCy: title.cy,
    summaryEn: summary.en,
    summaryCy: summary.cy,
    rule: election.rule,
    minAge: number(electorate.minAge),
    maxAge: number(electorate.maxAge),
    identityLevel: String(electorate.identityLevel),
    candidateMinAge: number(election.candidateMinAge),
    candidateMaxAge: number(election.candidateMaxAge),
    nominators: String(election.nominators),
    spending: poundsBox(election.spendingPence === 0 ? null : election.spendingPence),
    conductEn: election.conduct.en,
    conductCy: election.conduct.cy,
    ...offices,
    ...Object.assign({}, ...CALENDAR_STEPS.map((step) => dateBoxes(step, election.calendar[step]))),
  };
  const labels: Record<string, string> = {
    titleEn: t.titleEn,
    titleCy: t.titleCy,
    summaryEn: t.summaryEn,
    summaryCy: t.summaryCy,
    rule: t.rule,
    minAge: t.minAge,
    maxAge: t.maxAge,
    identityLevel: t.level,
    candidateMinAge: t.candidateMinAge,
    candidateMaxAge: t.candidateMaxAge,
    nominators: t.nominators,
    spending: t.spending,
    conductEn: t.conductEn,
    conductCy: t.conductCy,
    ...Object.fromEntries(ranks.flatMap((rank) => [[`officeEn${rank}`, t.officeEn({ rank })], [`officeCy${rank}`, t.officeCy({ rank })], [`officePlaces${rank}`, t.officePlaces({ rank })]])),
    ...steps,
  };
  const kit = { locale, welsh, form, stands, labels, faultWords: faults };
  const wasSent = form.values["rule"] !== undefined;
  return (
    <FormFrame kit={kit} title={t.setUp} lead={t.setUpLead} hidden={{}} button={t.save} back={{ href: home, text: title[locale] || title.en }}>
      <BothLines kit={kit} name="title" />
      <BothParagraphs kit={kit} name="summary" />
      <Section id="offices" title={t.offices} surface="card">
        <p className="muted">{t.officesHint}</p>
        {ranks.map((rank) => (
          <div className="grid g3" key={rank}>
            <div>
              <Line kit={kit} name={`officeEn${rank}`} lang="en" />
            </div>
            <div>
              <Line kit={kit} name={`officeCy${rank}`} lang="cy" />
            </div>
            <div>
              <Whole kit={kit} name={`officePlaces${rank}`} />
            </div>
          </div>
        ))}
      </Section>
      <Choose kit={kit} name="rule" choices={OFFICE_RULES.map((rule) => ({ value: rule, text: rules[rule].name, hint: rules[rule].how }))} />
      <Section id="voters" title={t.voters} surface="card">
        <Checkboxes
          name="ties"
          legend={t.ties}
          choices={TIES.map((tie) => ({ value: tie, text: t.tie[tie] }))}
          values={wasSent ? (form.values["ties"] ?? []) : electorate.ties}
          error={fieldError(locale, form, "ties", faults)}
          compact
        />
        <div className="grid g2">
          <Whole kit={kit} name="minAge" hint={t.ageHint} />
          <Whole kit={kit} name="maxAge" hint={t.ageHint} />
        </div>
        <Select kit={kit} name="identityLevel" options={(["1", "2", "3"] as const).map((level) => ({ value: level, text: t.levels[level] }))} />
      </Section>
      <Section id="candidates" title={t.candidates} surface="card">
        <div className="grid g2">
          <Whole kit={kit} name="candidateMinAge" hint={t.ageHint} />
          <Whole kit={kit} name="candidateMaxAge" hint={t.ageHint} />
        </div>
        <Whole kit={kit} name="nominators" />
        <Money kit={kit} name="spending" />
        <BothParagraphs kit={kit} name="conduct" rows={6} />
        <Checkbox name="indexed" text={t.indexed} hint={t.indexedHint} checked={wasSent ? form.values["indexed"]?.at(-1) === "yes" : election.indexed} />
      </Section>
      <Section id="dates" title={t.dates} surface="card">
        {CALENDAR_STEPS.map((step) => (
          <DateBoxes key={step} kit={kit} name={step} />
        ))}
      </Section>
    </FormFrame>
  );
}
