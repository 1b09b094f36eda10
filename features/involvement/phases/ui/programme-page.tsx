import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { costsArePublic, nextPhase, notBehindBallots, type Phase } from "#domain/budgeting/phase.ts";
import { sumOf } from "#domain/budgeting/pot.ts";
import { ballotsOf } from "#domain/involvement/engagement.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { PageHero } from "#components/layout/page-hero.tsx";
import { Section } from "#components/layout/section.tsx";
import { Breadcrumbs } from "#components/navigation/breadcrumbs.tsx";
import type { MoneyOfPot, PhaseSwitch } from "#features/budgeting/programmes/queries.ts";
import type { ProgrammeInView } from "#features/involvement/phases/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { MoneyBehind } from "./money-behind.tsx";
import { PhaseNow, PhaseThread } from "./phase-now.tsx";
import { BarsTable } from "#components/charts/bars-table.tsx";

export interface ProgrammePageProps {
  readonly locale: Locale;
  readonly home: string;
  readonly programme: ProgrammeInView & { readonly money: readonly MoneyOfPot[]; readonly switches: readonly PhaseSwitch[] };
  readonly now: Date;
  /** What pooled budgets have put in, already drawn. */
  readonly fromPools?: ReactNode;
  /** What one can do in the phase it stands in, such as suggesting an idea. */
  readonly action?: ReactNode;
  /** More of the programme's story, already drawn: its ideas and proposals. */
  readonly children?: ReactNode;
}

export function ProgrammeHero({ locale, home, programme, now }: ProgrammePageProps) {
  const declared = ballotsOf(programme, now) === "declared";
  const { programme: t, site } = messages(locale);
  return (
    <PageHero
      crumbs={<Breadcrumbs label={site.crumbs} crumbs={[{ href: home, text: site.haveYourSay }, { href: `${home}/programmes`, text: t.list.title }]} />}
      kicker={t.page.kind}
      title={textIn(programme.title, locale).text}
      lead={t.page.lead({ amount: format(locale).money(sumOf(programme.money)) })}
      actions={
        programme.voteIsPublic ? (
          <ButtonLink look="gold" forward href={`${home}/votes/${programme.slug}${declared ? "/results" : ""}`}>
            {declared ? t.page.toResults : t.page.toVote}
          </ButtonLink>
        ) : null
      }
    />
  );
}

/** Where it stands for readers: a draft's ballots say nothing yet. */
const phaseNow = (programme: ProgrammeInView, now: Date): Phase | null => (programme.voteIsPublic ? notBehindBallots(programme.phase, ballotsOf(programme, now)) : programme.phase);

/** A programme from its first phase to its last: where it stands, what one can do now, how much money there is and from whom. */
export function ProgrammePage({ locale, home, programme, now, fromPools, action, children }: ProgrammePageProps) {
  const { programme: m, pages } = messages(locale);
  const t = m.page;
  const f = format(locale);
  const words = (text: BilingualText) => textIn(text, locale).text;
  const { phases, money, switches } = programme;
  const stands = phaseNow(programme, now);
  const largest = Math.max(1, ...money.map(({ amountPence }) => amountPence));
  return (
    <div className="stack-xl">
      <Section id="where-now" title={t.whereNow} className="stack">
        <PhaseThread locale={locale} phases={phases} stands={stands} now={now} />
        <PhaseNow locale={locale} phases={phases} stands={stands} now={now} moved={switches[0] ?? null} action={action} />
      </Section>
      {words(programme.summary) === "" ? null : <p className="lead">{words(programme.summary)}</p>}
      {children}
      <Section id="pots" title={t.pots}>
        <BarsTable
          caption={t.pots}
          captionLook="hidden"
          headers={{ name: t.pot, value: m.money.amount, plot: m.money.amount }}
          rows={money.map((pot) => ({ name: words(pot.name), note: words(pot.theme) === "" ? "" : m.money.theme({ theme: words(pot.theme) }), value: f.money(pot.amountPence), percent: (pot.amountPence / largest) * 100 }))}
        />
      </Section>
      <MoneyBehind locale={locale} money={money} />
      {fromPools}
      {programme.checked && costsArePublic(stands, programme.voteIsPublic) ? (
        <p>
          <a href={`${home}/programmes/${programme.slug}/costs`}>{messages(locale).shortlisting.published.link}</a>
        </p>
      ) : null}
      {programme.shortlisted || stands === "shortlisting" ? (
        <p>
          <a href={`${home}/programmes/${programme.slug}/shortlist`}>{messages(locale).shortlisting.made.link}</a>
        </p>
      ) : null}
      {[
        { id: "decision", title: pages.vote.decision, text: words(programme.decision) },
        { id: "decided-by", title: pages.vote.decidedBy, text: words(programme.decidedBy) },
      ]
        .filter(({ text }) => text !== "")
        .map(({ id, title, text }) => (
          <Section key={id} id={id} title={title} prose>
            <p>{text}</p>
          </Section>
        ))}
    </div>
  );
}

/** Every programme of the council. */
export function ProgrammesList({ locale, home, programmes, now }: { readonly locale: Locale; readonly home: string; readonly programmes: readonly ProgrammeInView[]; readonly now: Date }) {
  const t = messages(locale).programme.list;
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead} />
      {programmes.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <ProgrammeCards locale={locale} home={home} programmes={programmes} now={now} level={2} />
      )}
    </div>
  );
}

/** Each programme with where it stands and what it is worth. */
export function ProgrammeCards({ locale, home, programmes, now, level }: { readonly locale: Locale; readonly home: string; readonly programmes: readonly ProgrammeInView[]; readonly now: Date; readonly level: 2 | 3 }) {
  const { programme, pages } = messages(locale);
  const t = programme.list;
  const f = format(locale);
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ul className="plain stack">
      {programmes.map((each) => {
        const { slug, title, summary, phases, totalPence } = each;
        const phase = phaseNow(each, now);
        const next = nextPhase(phases, phase, now);
        return (
          <li key={slug} className="card stack-s">
            <div className="row row--between">
              <Heading className="h3">
                <a href={`${home}/programmes/${slug}`}>{textIn(title, locale).text}</a>
              </Heading>
              {phase === null ? next === null ? null : <Tag kind="upcoming">{t.begins({ phase: pages.vote.phases[next.phase], date: f.date(next.startsOn) })}</Tag> : <Tag kind="open">{t.stands({ phase: pages.vote.phases[phase] })}</Tag>}
            </div>
            <p>{textIn(summary, locale).text}</p>
            <p className="muted">{t.money({ amount: f.money(totalPence) })}</p>
          </li>
        );
      })}
    </ul>
  );
}
