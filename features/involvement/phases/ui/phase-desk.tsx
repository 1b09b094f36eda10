import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { nextPhase, PHASES, PHASES_OF_THE_BALLOT, type Phase } from "#domain/budgeting/phase.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { PhaseSwitch } from "#features/budgeting/programmes/queries.ts";
import type { BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { BothParagraphs, FormFrame, Select } from "#features/councils/ui/form-kit.tsx";
import { format } from "#i18n/format.ts";
import { faultText, messages } from "#i18n/messages.ts";
import { PhaseThread } from "./phase-now.tsx";

export interface PhaseDeskProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly vote: BudgetVoteForOfficers;
  readonly switches: readonly PhaseSwitch[];
  readonly form: RefusedForm;
  readonly home: string;
  readonly now: Date;
  /** Whether the dates may be changed: while it is a draft. */
  readonly datesChange: boolean;
}

const BY_HAND = PHASES.filter((phase) => !(PHASES_OF_THE_BALLOT as readonly Phase[]).includes(phase));

/** Where a programme stands, how it came there, and a way to move it by hand. */
export function PhaseDesk({ locale, welsh, vote, switches, form, home, now, datesChange }: PhaseDeskProps) {
  const { programme, pages, drafting } = messages(locale);
  const t = programme.phase;
  const f = format(locale);
  const { phases, phase } = vote.programme;
  const next = nextPhase(phases, phase, now);
  const named = (each: Phase | null) => (each === null ? t.noPhase : pages.vote.phases[each]);
  const kit = { locale, welsh, form, stands: { to: typed(form, "to", phase ?? "") }, labels: { to: t.to, because: t.because }, faultWords: programme.faults };
  return (
    <FormFrame
      kit={kit}
      title={t.title}
      lead={t.lead}
      hidden={{}}
      button={t.button}
      back={{ href: home, text: drafting.back }}
      after={
        <Section id="history" title={t.history} className="stack">
          {switches.length === 0 ? (
            <p className="muted">{t.noneYet}</p>
          ) : (
            <DataTable
              caption={t.history}
              captionLook="hidden"
              stack
              rows={switches}
              rowKey={({ at }) => at.toISOString()}
              columns={[
                { key: "phase", header: t.phase, cell: (each) => named(each.phase) },
                { key: "when", header: t.when, cell: ({ at }) => f.dateAndTime(at) },
                { key: "how", header: t.how, cell: ({ byHand, because }) => (byHand ? t.byHand({ why: textIn(because, locale).text }) : t.byDate) },
              ]}
            />
          )}
          {datesChange ? (
            <p>
              <a href={`${home}/phases`}>{t.dates}</a>
            </p>
          ) : null}
        </Section>
      }
    >
      {phases.length === 0 ? null : <PhaseThread locale={locale} phases={phases} stands={phase} now={now} />}
      <p>
        <strong>{t.stands}:</strong> {named(phase)}. {next === null ? null : t.next({ phase: pages.vote.phases[next.phase], date: f.date(next.startsOn) })}
      </p>
      <Select kit={kit} name="to" options={BY_HAND.map((each) => ({ value: each, text: pages.vote.phases[each] }))} />
      <BothParagraphs kit={kit} name="because" hint={t.becauseHint} rows={2} />
    </FormFrame>
  );
}

export interface AnnouncePageProps {
  readonly locale: Locale;
  readonly vote: BudgetVoteForOfficers;
  /** What stands in the way of it. */
  readonly missing: readonly Fault[];
  readonly may: boolean;
  readonly home: string;
  readonly publicAddress: string;
}

/** Shows a programme to everybody before its ballots are ready. */
export function AnnouncePage({ locale, vote, missing, may, home, publicAddress }: AnnouncePageProps) {
  const { programme, drafting, workspace } = messages(locale);
  const t = programme.announce;
  const f = format(locale);
  const wordsOf = (fault: Fault): string => {
    if (fault.code !== "text-missing") return faultText(locale, fault, programme.faults);
    const text = workspace.approval.keys[String(fault.params?.["text"]) as "title"];
    return t.textMissing({ text, language: t.languages[String(fault.params?.["language"]) as "en"] });
  };
  return (
    <div className="stack-l">
      <PageHead kicker={textIn(vote.texts.title, locale).text} title={t.title} lead={t.lead} />
      {vote.announcedAt === null ? null : (
        <Notice kind="good" title={t.announced({ date: f.date(vote.announcedAt) })}>
          <p>
            <a href={publicAddress}>{t.see}</a>
          </p>
        </Notice>
      )}
      {vote.announcedAt === null && missing.length > 0 ? (
        <Notice kind="warn" title={t.missing}>
          <ul>
            {missing.map((fault) => (
              <li key={wordsOf(fault)}>
                <a href={`${home}/${fault.field}`}>{wordsOf(fault)}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {vote.announcedAt === null && may && missing.length === 0 ? (
        <Form>
          <ButtonRow>
            <Button>{t.button}</Button>
          </ButtonRow>
        </Form>
      ) : null}
      {vote.announcedAt === null && !may ? <p>{t.notYours}</p> : null}
      <ButtonRow>
        <ButtonLink look="line" href={home}>
          {drafting.back}
        </ButtonLink>
      </ButtonRow>
    </div>
  );
}
