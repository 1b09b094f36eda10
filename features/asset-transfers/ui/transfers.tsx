import type { ReactNode } from "react";
import type { Clock } from "#domain/asset-transfers/clock.ts";
import { REGIMES } from "#domain/asset-transfers/regime.ts";
import { CRITERIA, MOST_POINTS } from "#domain/asset-transfers/scoring.ts";
import type { PromisedBenefit } from "#domain/asset-transfers/terms.ts";
import type { TransferStage } from "#domain/asset-transfers/stage.ts";
import { judgeDisposal, undervalueOf } from "#domain/asset-transfers/undervalue.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { BarsTable } from "#components/charts/bars-table.tsx";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { Card, CardList } from "#components/layout/card.tsx";
import { Grid, MainAndAside } from "#components/layout/columns.tsx";
import { EngagementCard } from "#components/layout/engagement-card.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Thread, type ThreadStop } from "#components/layout/thread.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList, type SummaryRow } from "#components/tables/summary-list.tsx";
import type { Comments } from "#features/asset-transfers/commenting/queries.ts";
import { CommentsSection, CommentTally, periodWords, takesComments } from "#features/asset-transfers/commenting/ui/comments.tsx";
import { agreedWords, timeWords } from "#features/asset-transfers/longer-time/ui/longer-time.tsx";
import { Owners } from "#features/asset-transfers/notices/ui/notices.tsx";
import { Review } from "#features/asset-transfers/reviewing/ui/review.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { clockWords } from "./clock-words.ts";
import type { DocumentInView, ReturnSent, TransferInView, TransferLine, TransferRecord } from "../queries.ts";

const TAGS: Partial<Record<TransferStage, TagKind>> = { completion: "done", monitoring: "done", declined: "closed", withdrawn: "closed", "moratorium-over": "closed", views: "open" };

export function StageTag({ locale, stage }: { readonly locale: Locale; readonly stage: TransferStage }) {
  return <Tag kind={TAGS[stage] ?? "underway"}>{messages(locale).assetTransfers.stages[stage]}</Tag>;
}

/** The clock that runs out next, or the one that ran out last. */
export const nextClock = (clocks: readonly Clock[], today: string): Clock | null => clocks.filter(({ lastDay }) => lastDay >= today).sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))[0] ?? clocks.at(-1) ?? null;

export interface TransferListProps {
  readonly locale: Locale;
  readonly home: string;
  readonly lines: readonly (TransferLine & { readonly clock: Clock | null })[];
  readonly today: string;
}

/** Every building or piece of land a local group asks to run, with the stage and clock of each. */
export function TransferList({ locale, home, lines, today }: TransferListProps) {
  const t = messages(locale).assetTransfers;
  const f = format(locale);
  const here = `${home}/asset-transfers`;
  return (
    <div className="stack-l">
      <PageHead title={t.title} lead={t.lead}>
        <p className="row">
          <a href={`${here}/register`}>{t.register.link}</a>
          <a href={`${here}/community-value`}>{messages(locale).listingReviews.lists.link}</a>
          <a href={`${here}/mine`}>{t.ours.mineLink}</a>
        </p>
      </PageHead>
      {lines.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <>
          <Grid columns={2} list="unordered">
            {lines.map(({ transfer }) => (
              <li key={transfer.slug}>
                <TransferCard locale={locale} home={home} transfer={transfer} />
              </li>
            ))}
          </Grid>
          <Section id="tracker" title={t.whereEach}>
            <DataTable
              caption={t.tracker}
              captionLook="hidden"
              stack
              rows={lines}
              rowKey={({ transfer }) => transfer.slug}
              columns={[
                { key: "title", header: t.facts.asset, names: true, cell: ({ transfer }) => <a href={`${here}/${transfer.slug}`}>{textIn(transfer.title, locale).text}</a> },
                { key: "stage", header: t.facts.stage, cell: ({ transfer }) => t.stages[transfer.stage] },
                { key: "since", header: t.since, cell: ({ stages }) => f.date(stages.at(-1)?.reachedOn ?? today) },
                { key: "clock", header: t.clock, cell: ({ clock }) => (clock === null ? t.noClock : clockWords(locale, clock, today)) },
              ]}
            />
          </Section>
        </>
      )}
      <OpenData locale={locale} here={here} />
    </div>
  );
}

/** Who proposes it, once an officer has looked at what they wrote. */
export const byWhom = (locale: Locale, { organisation }: Pick<TransferInView, "organisation">): string => (organisation === "" ? messages(locale).firstLook.somebody : messages(locale).assetTransfers.by({ organisation }));

function TransferCard({ locale, home, transfer }: { readonly locale: Locale; readonly home: string; readonly transfer: TransferInView }) {
  return (
    <EngagementCard
      level={2}
      tile="hall"
      tag={<StageTag locale={locale} stage={transfer.stage} />}
      href={`${home}/asset-transfers/${transfer.slug}`}
      title={textIn(transfer.title, locale).text}
      facts={transfer.areaName ? [{ icon: "place", text: textIn(transfer.areaName, locale).text }] : []}
    >
      {byWhom(locale, transfer)}
    </EngagementCard>
  );
}

/** Where the register and the applications can be had as data. */
export function OpenData({ locale, here }: { readonly locale: Locale; readonly here: string }) {
  const t = messages(locale).assetTransfers.register;
  return (
    <Section id="data" title={t.data} className="noprint">
      <ul>
        <li>
          <a href={`${here}/register.csv`}>{t.assetsCsv}</a>
        </li>
        <li>
          <a href={`${here}/transfers.csv`}>{t.transfersCsv}</a>
        </li>
        <li>
          <a href={`${here}/transfers.json`}>{t.transfersJson}</a>
        </li>
      </ul>
    </Section>
  );
}

export interface TransferPageProps {
  readonly locale: Locale;
  readonly home: string;
  readonly transfer: TransferRecord;
  readonly comments: Comments;
  readonly today: string;
  /** What somebody has just done here. */
  readonly done: "commented" | "reported" | null;
  /** The golden threads that led to it, already drawn; nothing where there are none. */
  readonly thread: ReactNode;
}

/** One application: how far it has got, what is proposed, how it was judged, and the voices behind it. */
export function TransferPage({ locale, home, transfer, comments, today, done, thread }: TransferPageProps) {
  const t = messages(locale).assetTransfers;
  const here = `${home}/asset-transfers/${transfer.slug}`;
  const c = messages(locale).transferComments;
  const stops = stopsOf(locale, transfer);
  const { papers } = transfer;
  return (
    <div className="stack-xl">
      {done === null ? null : done === "commented" ? <DoneNotice title={c.form.doneTitle}>{c.form.done}</DoneNotice> : <DoneNotice title={c.reporting.done} />}
      <PageHead
        tile="hall"
        tag={takesComments(comments, today) && comments.period ? <Tag kind="open">{periodWords(locale, comments.period, today)}</Tag> : <StageTag locale={locale} stage={transfer.stage} />}
        title={textIn(transfer.title, locale).text}
        lead={byWhom(locale, transfer)}
      >
        {takesComments(comments, today) ? (
          <p className="noprint">
            <ButtonLink href={`${here}/comment`} forward>
              {c.say}
            </ButtonLink>
          </p>
        ) : null}
      </PageHead>
      {transfer.sight === "shown" ? null : (
        <Notice kind="info" title={messages(locale).firstLook.waits}>
          {messages(locale).firstLook.waitsMore({ date: format(locale).date(transfer.stages[0]?.reachedOn ?? today) })}
        </Notice>
      )}
      <Section id="stages" title={t.where}>
        <Thread across={stops.length <= 8} stops={stops} words={{ done: t.done, now: t.now }} />
      </Section>
      <MainAndAside
        aside={
          <>
            <Card title={t.papers.title}>
              {papers.length === 0 ? <p className="small">{t.papers.none}</p> : <CardList items={papers.map((paper) => paperLink(locale, here, paper))} />}
            </Card>
            {transfer.clocks.length > 0 ? <ClockCard locale={locale} transfer={transfer} today={today} /> : null}
            {transfer.ownerNotices.length > 0 ? (
              <Card title={messages(locale).transferNotices.owners.title}>
                <Owners locale={locale} owners={transfer.ownerNotices} />
                {transfer.regimeId === "community-transfer" ? null : <p className="small muted">{messages(locale).transferNotices.owners.law[transfer.regimeId]}</p>}
              </Card>
            ) : null}
            {transfer.timesAgreed.length > 0 ? (
              <Card title={timeWords(locale, transfer.regimeId).title}>
                <CardList items={transfer.timesAgreed.map((each) => agreedWords(locale, transfer.regimeId, each))} />
              </Card>
            ) : null}
            {transfer.notice !== null || (transfer.openSpace && REGIMES[transfer.regimeId].undervalueRule) ? <NoticeCard locale={locale} transfer={transfer} /> : null}
            {transfer.regimeId === "right-to-bid" && transfer.stages.some(({ stage }) => stage === "listed") ? (
              <Card title={messages(locale).listingReviews.owner.link} className="noprint">
                <p className="small">{messages(locale).listingReviews.owner.linkLead}</p>
                <p className="small">
                  <a href={`${here}/owner`}>{messages(locale).listingReviews.owner.codeTitle}</a>
                </p>
              </Card>
            ) : null}
            <Card title={t.apart} className="noprint">
              <CardList
                items={[
                  <a key="ours" href={`${here}/ours`}>
                    {t.openOurs}
                  </a>,
                ]}
              />
            </Card>
          </>
        }
      >
        <Proposal locale={locale} home={home} transfer={transfer} />
        {transfer.moderated ? <Scoring locale={locale} moderated={transfer.moderated} /> : null}
        {transfer.decision ? <Decision locale={locale} transfer={transfer} decision={transfer.decision} comments={comments} today={today} /> : null}
        {transfer.review ? <Review locale={locale} review={transfer.review} /> : null}
        {transfer.terms ? <Terms locale={locale} terms={transfer.terms} /> : null}
        {transfer.returns.length > 0 && transfer.terms ? <Returns locale={locale} transfer={transfer} /> : null}
        {comments.period === null ? null : <CommentsSection locale={locale} here={here} regimeId={transfer.regimeId} comments={comments} today={today} />}
      </MainAndAside>
      {thread}
    </div>
  );
}

function ClockCard({ locale, transfer, today }: { readonly locale: Locale; readonly transfer: TransferRecord; readonly today: string }) {
  const t = messages(locale).assetTransfers;
  return (
    <Card title={t.clocksTitle}>
      <CardList
        // That an owner did not ask for a review, or appeal, once is of no use to anybody.
        items={transfer.clocks.filter(({ id, lastDay }) => (id !== "listing-review" && id !== "tribunal-appeal") || lastDay >= today).map((clock) => (
          <span key={clock.id}>
            {clockWords(locale, clock, today)}
            <br />
            <span className="muted">{t.clockSources[clock.id]}</span>
          </span>
        ))}
      />
    </Card>
  );
}

function NoticeCard({ locale, transfer: { notice } }: { readonly locale: Locale; readonly transfer: TransferRecord }) {
  const t = messages(locale).assetTransfers.notice;
  const f = format(locale);
  return (
    <Card title={t.title}>
      <p className="small">{notice === null ? t.none : t.text({ newspaper: notice.newspaper, first: f.date(notice.firstOn), second: f.date(notice.secondOn) })}</p>
    </Card>
  );
}

/** A paper with its size, to be downloaded once the scanner has found it clean. */
export function paperLink(locale: Locale, here: string, { id, kind, byteLength, scan }: DocumentInView): ReactNode {
  const t = messages(locale).assetTransfers;
  const size = t.papers.kilobytes({ count: format(locale).number(Math.max(1, Math.round(byteLength / 1024))) });
  const words = t.papers.file({ name: t.documents[kind], size });
  return scan === "clean" ? (
    <a key={id} href={`${here}/documents/${id}`}>
      {words}
    </a>
  ) : (
    <span key={id}>{words}</span>
  );
}

const SCANS = { waiting: "underway", clean: "done", refused: "atRisk" } as const;

/** What the scanner said of a paper, for those who may open it. */
export function ScanTag({ locale, paper: { scan, scanTries, scanAfter } }: { readonly locale: Locale; readonly paper: DocumentInView }) {
  const t = messages(locale).assetTransfers.papers;
  return (
    <>
      <Tag kind={SCANS[scan]}>{t.scans[scan]}</Tag>
      {scan === "waiting" && scanTries > 0 && scanAfter ? <span className="block small muted">{t.again({ count: scanTries, when: format(locale).dateAndTime(scanAfter) })}</span> : null}
    </>
  );
}

/** A text in the language it was written in, in paragraphs. */
function Paragraphs({ text, locale, lang }: { readonly text: string; readonly locale: Locale; readonly lang: Locale }) {
  return (
    <div className="prose" lang={lang === locale ? undefined : lang}>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index} className="whitespace-pre-line">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

/** What is asked for, in the rows of a summary. */
export function factsOf(locale: Locale, home: string, transfer: TransferRecord): readonly SummaryRow[] {
  const t = messages(locale).assetTransfers;
  const f = format(locale);
  const written = (text: string) => <Paragraphs text={text} locale={locale} lang={transfer.writtenIn} />;
  const when = (held: boolean, row: SummaryRow): readonly SummaryRow[] => (held ? [row] : []);
  return [
    { term: t.facts.organisation, answer: transfer.organisation === "" ? messages(locale).firstLook.somebody : transfer.organisation },
    ...when(transfer.bodyKind !== null, { term: t.facts.body, answer: transfer.bodyKind === null ? "" : t.bodies[transfer.bodyKind] }),
    ...when(transfer.bodyNumber !== "", { term: t.facts.number, answer: transfer.bodyNumber }),
    ...when(transfer.members > 0, { term: t.facts.members, answer: f.number(transfer.members) }),
    {
      term: t.facts.asset,
      answer: transfer.assetSlug === null ? transfer.reference : <a href={`${home}/asset-transfers/register/${transfer.assetSlug}`}>{`${textIn(transfer.title, locale).text}, ${transfer.reference}`}</a>,
    },
    ...when(transfer.areaName !== null, { term: t.facts.area, answer: transfer.areaName ? textIn(transfer.areaName, locale).text : "" }),
    { term: t.facts.rules, answer: t.regimes[transfer.regimeId] },
    { term: t.facts.interest, answer: transfer.leaseYears === null ? t.interests[transfer.interest] : t.lease({ years: transfer.leaseYears }) },
    ...when(transfer.regimeId !== "right-to-bid", { term: t.facts.offered, answer: transfer.offeredPence === null || transfer.offeredPence === 0 ? t.nothingOffered : f.money(transfer.offeredPence) }),
    ...when(transfer.gains !== "", { term: t.facts.gains, answer: written(transfer.gains) }),
    ...when(transfer.funding !== "", { term: t.facts.funding, answer: written(transfer.funding) }),
    ...when(transfer.shownAt !== null, { term: messages(locale).firstLook.shownSince, answer: transfer.shownAt === null ? "" : f.date(transfer.shownAt) }),
    ...when(transfer.declaration !== "", { term: t.facts.declaration, answer: written(transfer.declaration) }),
  ];
}

function Proposal({ locale, home, transfer }: { readonly locale: Locale; readonly home: string; readonly transfer: TransferRecord }) {
  const summary = textIn(transfer.summary, locale);
  return (
    <Section id="proposed" title={messages(locale).assetTransfers.proposed} className="stack">
      {summary.text === "" ? null : <Paragraphs text={summary.text} locale={locale} lang={summary.lang} />}
      <SummaryList rows={factsOf(locale, home, transfer)} />
    </Section>
  );
}

function Words({ locale, text }: { readonly locale: Locale; readonly text: BilingualText }) {
  const read = textIn(text, locale);
  return <Paragraphs text={read.text} locale={locale} lang={read.lang} />;
}

function Scoring({ locale, moderated }: { readonly locale: Locale; readonly moderated: NonNullable<TransferRecord["moderated"]> }) {
  const t = messages(locale).assetTransfers;
  return (
    <Section id="scores" title={t.scores.title} className="stack">
      <BarsTable
        caption={t.scores.title}
        captionLook="hidden"
        keep
        headers={{ name: t.scores.criterion, value: t.scores.points, plot: t.scores.points }}
        rows={CRITERIA.map((criterion) => ({ name: t.criteria[criterion], value: String(moderated.scores[criterion]), percent: (moderated.scores[criterion] * 100) / MOST_POINTS }))}
      />
      <Words locale={locale} text={moderated.why} />
      <p className="small muted">
        {t.scores.note} {moderated.declared ? messages(locale).transferParts.declaredNone : ""}
      </p>
    </Section>
  );
}

interface DecisionProps {
  readonly locale: Locale;
  readonly transfer: TransferRecord;
  readonly decision: NonNullable<TransferRecord["decision"]>;
  readonly comments: Comments;
  readonly today: string;
}

function Decision({ locale, transfer, decision, comments, today }: DecisionProps) {
  const t = messages(locale).assetTransfers.decision;
  const f = format(locale);
  const { unrestrictedPence, pricePence, consentReference } = decision;
  const priced = unrestrictedPence !== null && pricePence !== null;
  const ground = priced && decision.outcome === "agreed" && REGIMES[transfer.regimeId].undervalueRule ? judgeDisposal({ unrestrictedPence, pricePence, leaseYears: transfer.leaseYears, ownConsent: false, consentReference }) : null;
  return (
    <Section id="decision" title={t.title} className="stack">
      <p>
        <strong>{t.on({ outcome: t.outcomes[decision.outcome], date: f.date(decision.decidedOn) })}</strong>
      </p>
      <Words locale={locale} text={decision.reasons} />
      {comments.period === null ? null : <SummaryList rows={[{ term: messages(locale).transferComments.decisionReport, answer: <CommentTally locale={locale} comments={comments} today={today} /> }]} />}
      {priced ? (
        <SummaryList
          rows={[
            { term: t.unrestricted, answer: f.money(unrestrictedPence) },
            { term: t.price, answer: f.money(pricePence) },
            { term: t.undervalue, answer: f.money(undervalueOf({ unrestrictedPence, pricePence })) },
            ...(ground?.ok ? [{ term: t.ground, answer: t.grounds[consentReference === "" ? ground.value : "own-consent"] }] : []),
            ...(consentReference === "" ? [] : [{ term: t.consent, answer: consentReference }]),
          ]}
        />
      ) : null}
    </Section>
  );
}

/** Heads of terms with what is promised each year. */
export function Terms({ locale, terms }: { readonly locale: Locale; readonly terms: NonNullable<TransferRecord["terms"]> }) {
  const t = messages(locale).assetTransfers.terms;
  const f = format(locale);
  return (
    <Section id="terms" title={t.title} className="stack">
      <p className="muted">{terms.agreed ? t.agreedBy({ name: terms.agreed.signedAs, date: f.date(terms.agreed.agreedAt) }) : t.notAgreed}</p>
      <Words locale={locale} text={terms.text} />
      <DataTable
        caption={t.benefits}
        rows={terms.benefits}
        rowKey={({ what }) => `${what.en}${what.cy}`}
        columns={[
          { key: "what", header: t.benefits, names: true, cell: ({ what }) => textIn(what, locale).text },
          { key: "target", header: t.target, numeric: true, cell: ({ target }) => f.number(target) },
        ]}
      />
    </Section>
  );
}

function Returns({ locale, transfer }: { readonly locale: Locale; readonly transfer: TransferRecord }) {
  const t = messages(locale).assetTransfers.returns;
  const f = format(locale);
  const benefits = transfer.terms?.benefits ?? [];
  return (
    <Section id="returns" title={t.title} className="stack">
      <DataTable
        caption={t.caption}
        scrollLabel={t.caption}
        rows={benefits.map((benefit, index) => ({ ...benefit, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          { key: "what", header: t.benefit, names: true, cell: ({ what }) => textIn(what, locale).text },
          { key: "target", header: t.target, numeric: true, cell: ({ target }) => f.number(target) },
          ...transfer.returns.map(({ year, reached }) => ({ key: String(year), header: String(year), numeric: true, cell: ({ index }: { readonly index: number }) => f.number(reached[index] ?? 0) })),
        ]}
      />
      {transfer.returns.map(({ year, story }) => (
        <div key={year}>
          <h3>{year}</h3>
          <Paragraphs text={story} locale={locale} lang={transfer.writtenIn} />
        </div>
      ))}
    </Section>
  );
}

/** What an organisation told of a year, with what it had promised. */
export function ReturnSummary({ locale, sent, benefits }: { readonly locale: Locale; readonly sent: ReturnSent; readonly benefits: readonly PromisedBenefit[] }) {
  const t = messages(locale).assetTransfers;
  const f = format(locale);
  return (
    <SummaryList
      rows={[
        { term: t.ours.returning.year, answer: String(sent.year) },
        ...benefits.map(({ what, target }, index) => ({ term: textIn(what, locale).text, answer: messages(locale).firstLook.returns.ofTarget({ reached: f.number(sent.reached[index] ?? 0), target: f.number(target) }) })),
        { term: t.ours.returning.story, answer: <span className="whitespace-pre-line">{sent.story}</span> },
      ]}
    />
  );
}

/** The stages in order with their dates. One that ended early shows its end after the stages it reached. */
function stopsOf(locale: Locale, transfer: TransferRecord): readonly ThreadStop[] {
  const t = messages(locale).assetTransfers;
  const f = format(locale);
  const reached = new Map(transfer.stages.map((stage) => [stage.stage, stage]));
  const { path, mayLeaveOut } = REGIMES[transfer.regimeId];
  const ended = transfer.stage === "declined" || transfer.stage === "withdrawn";
  const now = path.indexOf(transfer.stage);
  const stops = ended ? [...path.filter((stage) => reached.has(stage)), transfer.stage] : path.filter((stage, index) => reached.has(stage) || index > now || !mayLeaveOut.includes(stage));
  const at = stops.indexOf(transfer.stage);
  return stops.map((stage, index) => {
    const noted = reached.get(stage);
    const note = noted ? textIn(noted.note, locale).text : "";
    return {
      state: index < at ? "done" : index === at ? "now" : "later",
      title: t.stages[stage],
      ...(noted ? { note: [f.date(noted.reachedOn), note].filter(Boolean).join(". ") } : {}),
    };
  });
}

/** That something was done, after its form. */
export function DoneNotice({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <Notice kind="good" title={title} answers>
      {children}
    </Notice>
  );
}
