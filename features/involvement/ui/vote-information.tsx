import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { AfterCountPolicy } from "#domain/budgeting/after-count.ts";
import type { DatedPhase, Phase } from "#domain/budgeting/phase.ts";
import { notBehindBallots } from "#domain/budgeting/phase.ts";
import { ballotsOf, standing } from "#domain/involvement/engagement.ts";
import { ButtonLink } from "#components/forms/button.tsx";
import { Card, CardList } from "#components/layout/card.tsx";
import { MainAndAside } from "#components/layout/columns.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHero } from "#components/layout/page-hero.tsx";
import { Section } from "#components/layout/section.tsx";
import { NumberedSteps } from "#components/layout/numbered-steps.tsx";
import { Breadcrumbs } from "#components/navigation/breadcrumbs.tsx";
import type { MoneyOfPot, PhaseSwitch } from "#features/budgeting/programmes/queries.ts";
import { MoneyBehind } from "#features/involvement/phases/ui/money-behind.tsx";
import { PhaseNow, PhaseThread } from "#features/involvement/phases/ui/phase-now.tsx";
import { PotTable } from "./pot-table.tsx";
import { format } from "#i18n/format.ts";
import type { Electorate } from "#domain/eligibility/electorate.ts";
import { afterCountWords } from "#features/budgeting/reserves/ui/after-count-words.ts";
import { electorateInWords, type ElectorateNames } from "#features/eligibility/electorate/ui/electorate-words.ts";
import { followHref } from "#features/notifications/following/ui/follow-link.tsx";
import { messages } from "#i18n/messages.ts";
import type { EngagementToShow, PotToShow } from "./engagement-to-show.ts";

export interface VoteInformationProps {
  readonly locale: Locale;
  readonly home: string;
  readonly council: { readonly name: BilingualText; readonly email: string; readonly phone: string };
  readonly engagement: { readonly id: string } & Pick<EngagementToShow, "slug" | "title" | "summary" | "state" | "opensAt" | "closesAt" | "takenPart"> & {
    readonly decision: BilingualText;
    readonly decidedBy: BilingualText;
    readonly affected: BilingualText;
    readonly resultsAt: Date | null;
  };
  readonly phases: readonly DatedPhase[];
  /** Where it stands, by date or by hand. */
  readonly phase: Phase | null;
  /** How it came there; null where it has not moved yet. */
  readonly moved: PhaseSwitch | null;
  readonly money: readonly MoneyOfPot[];
  /** What pooled budgets have put in, already drawn. */
  readonly fromPools?: ReactNode;
  readonly pots: readonly PotToShow[];
  readonly who: { readonly electorate: Electorate; readonly names: ElectorateNames } | null;
  readonly rule: string;
  /** What happens to money left over; null where nothing was said. */
  readonly afterCount: AfterCountPolicy | null;
  /** First letters of the rules' fingerprint, once they are frozen. */
  readonly fingerprint: string | null;
  readonly changes: readonly { readonly what: BilingualText; readonly reason: BilingualText; readonly changedAt: Date }[];
  /** The golden thread of this engagement, already drawn; nothing while there is none. */
  readonly thread: ReactNode;
  readonly now: Date;
  /** Where the pages of its projects lie while only officers see it; there is no other page of it yet. */
  readonly previewedAt?: string;
}

export function VoteHero({ locale, home, engagement, pots, now }: VoteInformationProps) {
  const t = messages(locale).pages;
  const f = format(locale);
  const address = `${home}/votes/${engagement.slug}`;
  const amount = f.money(pots.reduce((sum, pot) => sum + pot.amountPence, 0));
  const stands = standing(engagement, now);
  const open = stands === "open" || stands === "closing-soon";
  const finished = stands === "results" || stands === "we-did";
  return (
    <PageHero
      crumbs={<Breadcrumbs label={messages(locale).site.crumbs} crumbs={[{ href: home, text: messages(locale).site.haveYourSay }]} />}
      kicker={t.vote.kind}
      title={textIn(engagement.title, locale).text}
      lead={t.vote.lead({ amount })}
      actions={
        <>
          {open ? (
            <ButtonLink look="gold" forward href={`${address}/start`}>
              {t.vote.start}
            </ButtonLink>
          ) : null}
          {finished ? (
            <ButtonLink look="gold" forward href={`${address}/results`}>
              {t.vote.seeResults}
            </ButtonLink>
          ) : null}
          <ButtonLink look="ghost" href="#projects">
            {open || stands === "forthcoming" ? t.vote.readProjects : t.vote.readProjectsAfter}
          </ButtonLink>
        </>
      }
      note={whenLine(locale, engagement, stands)}
    />
  );
}

function whenLine(locale: Locale, engagement: VoteInformationProps["engagement"], stands: ReturnType<typeof standing>): string {
  const t = messages(locale).pages.vote;
  const f = format(locale);
  const count = f.number(engagement.takenPart);
  if (stands === "results" || stands === "we-did") return t.resultsIn;
  if (stands === "closed") return engagement.resultsAt ? t.closed({ count, when: f.longDate(engagement.resultsAt) }) : t.closedNoDate({ count });
  if (stands === "forthcoming") return engagement.opensAt ? t.opens({ when: f.dateAndTime(engagement.opensAt) }) : "";
  return engagement.closesAt ? t.closes({ when: f.dateAndTime(engagement.closesAt) }) : "";
}

/** What a budget vote is about, who may vote, what is in the pots and how the count works. */
export function VoteInformation(props: VoteInformationProps) {
  const { locale, home, council, engagement, phases, moved, money, fromPools, pots, who, rule, afterCount, fingerprint, changes, thread, now, previewedAt } = props;
  const t = messages(locale).pages.vote;
  const f = format(locale);
  const address = `${home}/votes/${engagement.slug}`;
  const words = (text: BilingualText) => textIn(text, locale).text;
  const ballots = ballotsOf(engagement, now);
  const phase = notBehindBallots(props.phase, ballots);
  const total = pots.reduce((sum, pot) => sum + pot.amountPence, 0);
  const projectCount = pots.reduce((sum, pot) => sum + pot.projects.length, 0);
  return (
    <div className="stack-xl">
      {phases.length > 0 ? (
        <Section id="where-now" title={t.whereNow}>
          <div className="stack">
            <PhaseThread locale={locale} phases={phases} stands={phase} now={now} />
            <PhaseNow locale={locale} phases={phases} stands={phase} now={now} moved={moved} />
          </div>
        </Section>
      ) : null}
      <MainAndAside
        aside={
          <>
            {ballots === "open" ? (
              <Card title={t.otherWays}>
                <CardList items={[t.onPaper, ...(council.phone === "" ? [] : [t.byPhone({ phone: council.phone })])]} />
              </Card>
            ) : null}
            {council.email === "" ? null : (
              <Card title={t.questions}>
                <p className="small">
                  {t.askAt} <a href={`mailto:${council.email}`}>{council.email}</a>
                </p>
              </Card>
            )}
            {previewedAt !== undefined ? null : (
              <Card>
                <p>
                  <a href={followHref(home, { kind: "engagement", id: engagement.id })}>{messages(locale).following.link}</a>
                </p>
              </Card>
            )}
            {previewedAt === undefined ? (
              <Card>
              <CardList
                items={[
                  <a key="secrecy" href={`${address}/secrecy`}>
                    {messages(locale).ballotBox.secrecy.title}
                  </a>,
                  <a key="log" href={`${address}/log`}>
                    {t.checkLog}
                  </a>,
                ]}
              />
              </Card>
            ) : null}
          </>
        }
      >
        {words(engagement.summary) === "" ? null : <p className="lead">{words(engagement.summary)}</p>}
        <Section id="who" title={ballots === "open" ? t.whoCanVote : t.whoCouldVote} prose>
          <WhoCanVote locale={locale} who={who} over={ballots !== "open"} href={previewedAt === undefined && ballots === "open" ? `${address}/eligibility` : null} />
          {ballots === "open" ? (
            <>
              <p>{t.notRegister}</p>
              <p>{pots.length > 1 ? t.onceArea : t.onceWhole}</p>
            </>
          ) : null}
        </Section>
        <Section id="pots" title={pots.length > 1 ? t.eachArea : t.thePot}>
          <PotTable locale={locale} pots={pots} />
          <p className="mt-3">
            {t.inAll({ amount: f.money(total), projects: projectCount })}
          </p>
        </Section>
        <MoneyBehind locale={locale} money={money} />
        {fromPools}
        <Section id="count" title={t.howCounted} prose>
          <HowCounted locale={locale} rule={rule} afterCount={afterCount} />
          {fingerprint ? <p className="small muted mt-4">{t.fingerprint({ hash: fingerprint })}</p> : null}
        </Section>
        <Section id="projects" title={t.theProjects} className="stack">
          {pots.map((pot) => (
            <div key={pot.slug} id={`pot-${pot.slug}`}>
              {pots.length > 1 ? <h3>{words(pot.name)}</h3> : null}
              <ul className="plain stack-s mt-2">
                {pot.projects.map((project) => (
                  <li key={project.slug}>
                    <a href={`${previewedAt ?? address}/projects/${pot.slug}/${project.slug}`}>{words(project.title)}</a> <span className="muted nowrap">{f.money(project.costPence)}</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </Section>
        {[
          { id: "decision", title: t.decision, text: words(engagement.decision) },
          { id: "decided-by", title: t.decidedBy, text: words(engagement.decidedBy) },
          { id: "affected", title: t.affected, text: words(engagement.affected) },
        ]
          .filter(({ text }) => text !== "")
          .map(({ id, title, text }) => (
            <Section key={id} id={id} title={title} prose>
              <p>{text}</p>
            </Section>
          ))}
        {changes.length > 0 ? (
          <Section id="changes" title={t.changes}>
            <ul className="plain stack">
              {changes.map((change, index) => (
                <li key={index}>
                  <p className="small muted">{t.changedOn({ date: f.date(change.changedAt) })}</p>
                  <p>{words(change.what)}</p>
                  <p>
                    <strong>{t.why}</strong> {words(change.reason)}
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </MainAndAside>
      {thread}
    </div>
  );
}

function WhoCanVote({ locale, who, over, href }: Pick<VoteInformationProps, "locale" | "who"> & { readonly over: boolean; readonly href: string | null }) {
  const t = messages(locale).pages.vote;
  const link = href === null ? null : (
    <p>
      <a href={href}>{messages(locale).electorate.page.link}</a>
    </p>
  );
  if (who === null) return link;
  const { lines } = electorateInWords(locale, who.electorate, who.names);
  return (
    <>
      <p>{lines.length === 0 ? (over ? t.anyoneCould : t.anyone) : over ? t.couldVote : t.bothTrue}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {link}
    </>
  );
}

function HowCounted({ locale, rule, afterCount }: Pick<VoteInformationProps, "locale" | "rule" | "afterCount">) {
  const t = messages(locale).pages.vote;
  const words = rule.startsWith("mes") || rule.startsWith("equal-shares") ? t.rules["equal-shares"] : t.rules.greedy;
  return (
    <>
      <p>{words.lead}</p>
      <NumberedSteps steps={words.steps.map(([title, text]) => ({ title, words: text }))} />
      <p>{words.after}</p>
      <div className="mt-4">
      {afterCount === null ? null : (
        <Details summary={messages(locale).reserves.statedBefore}>
          <p>
            {messages(locale).reserves.lead} {afterCountWords(locale, afterCount).join(" ")} {messages(locale).reserves.statedBeforeMore}
          </p>
        </Details>
      )}
      <Details summary={t.ties}>
        <p>{t.tiesBody}</p>
      </Details>
      <Details summary={t.right}>
        <p>{t.rightBody}</p>
      </Details>
      </div>
    </>
  );
}
