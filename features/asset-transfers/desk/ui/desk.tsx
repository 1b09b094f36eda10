import type { ReactNode } from "react";
import { mayBeAppliedFor } from "#domain/asset-transfers/asset.ts";
import { blocksBefore, type TransferFacts } from "#domain/asset-transfers/readiness.ts";
import { DOCUMENT_KINDS, REGIMES, type DocumentKind } from "#domain/asset-transfers/regime.ts";
import { isJudging, JUDGING_PARTS, judgeInterest, judgeSeparation, type JudgingPart } from "#domain/asset-transfers/part.ts";
import { lastDayForOwner, lastDayToDecideReview } from "#domain/asset-transfers/clock.ts";
import { mayBeLonger } from "#domain/asset-transfers/longer-time.ts";
import type { RegimeId } from "#domain/asset-transfers/regime.ts";
import { isHeard, judgeAppeal, judgeReview, judgeTribunalAppeal } from "#domain/asset-transfers/review.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { CRITERIA } from "#domain/asset-transfers/scoring.ts";
import { isOver, nextStages } from "#domain/asset-transfers/transfer.ts";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import type { Result } from "#domain/basics/result.ts";
import type { Actor } from "#domain/councils/actor.ts";
import { can } from "#domain/policy/authorise.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { TaskList } from "#components/feedback/task-list.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { byWhom, DoneNotice, factsOf, paperLink, ScanTag, StageTag, Terms } from "#features/asset-transfers/ui/transfers.tsx";
import { clockWords } from "#features/asset-transfers/ui/clock-words.ts";
import type { Comments } from "#features/asset-transfers/commenting/queries.ts";
import { CommentTally } from "#features/asset-transfers/commenting/ui/comments.tsx";
import { openProposal, TimeProposals } from "#features/asset-transfers/longer-time/ui/longer-time.tsx";
import { Notices } from "#features/asset-transfers/notices/ui/notices.tsx";
import { Review } from "#features/asset-transfers/reviewing/ui/review.tsx";
import { format } from "#i18n/format.ts";
import { faultText, messages } from "#i18n/messages.ts";
import type { AssetInView } from "../../assets/queries.ts";
import type { ListingOnDesk } from "../../listing/queries.ts";
import type { DeskTransfer, TransferLine } from "../../queries.ts";

/** What an officer can do about an application; each has a form. */
/** What was sent in time may be entered, or heard of, when the time is over; the form asks for its day. */
const mayComeLate = (judged: Result<unknown, string>): boolean => judged.ok || ["review-too-late", "listing-too-late", "appeal-too-late"].includes(judged.error);

export const DESK_FORMS = ["look", "comment-look", "interest", "stage", "identity", "return-look", "notice", "owner-notice", "question", "longer-time", "answer-time", "score", "moderate", "decide", "terms", "document", "comments", "paper-comment", "paper-review", "acknowledge", "hearing", "decide-review", "appeal", "appeal-outcome", "listing-notice", "listing-time", "end-owner", "listing-review", "decide-listing", "part", "end-part"] as const;
export type DeskForm = (typeof DESK_FORMS)[number];

/** Which of the forms are open now to this officer. */
export function openDeskForms(actor: Actor, transfer: DeskTransfer, comments: Comments, today: CivilDay): readonly DeskForm[] {
  const { stage, regimeId, judged, judges, review } = transfer;
  const underReview = review !== null && review.decision === null;
  const ofListing = regimeId === "right-to-bid";
  const listing = transfer.reviewable.listing;
  const next = nextStages(regimeId, stage);
  /** Asked to, apart from what they judged already, and without an interest. */
  const judging = (part: JudgingPart): boolean => can(actor, `asset-transfer.${part}`, judged) && judgeSeparation(part, actor.personId, judges).ok && judgeInterest(actor.personId, judges).ok;
  const open = (form: DeskForm): boolean => {
    switch (form) {
      case "look":
        return transfer.sight === "waiting" && !isOver(stage) && can(actor, "asset-transfer.look", judged);
      case "comments":
        return comments.period === null && transfer.sight === "shown" && !isOver(stage) && transfer.decision === null && can(actor, "asset-transfer.move", judged);
      case "paper-comment":
        return comments.period !== null && comments.period.opensOn <= today && transfer.decision === null && can(actor, "asset-transfer.move", judged);
      case "comment-look":
        return comments.counts.for + comments.counts.against + comments.counts.neither + comments.counts.waiting + comments.counts.removed > 0 && can(actor, "asset-transfer.look", judged);
      case "paper-review":
        return !ofListing && review === null && mayComeLate(judgeReview(transfer.reviewable, today)) && can(actor, "asset-transfer.move", judged);
      case "listing-notice":
        return listing?.notice === null && can(actor, "asset-transfer.move", judged);
      case "listing-time":
        return listing !== null && listing.notice !== null && review === null && can(actor, "asset-transfer.move", judged);
      case "end-owner":
        return transfer.listing?.openedAt != null && can(actor, "asset-transfer.move", judged);
      case "listing-review":
        return ofListing && review === null && mayComeLate(judgeReview(transfer.reviewable, today)) && can(actor, "asset-transfer.move", judged);
      case "decide-listing":
        return ofListing && underReview && isHeard(review.procedure, review.hearings.map(({ kind }) => kind)) && judging("review");
      case "acknowledge":
        return review !== null && review.acknowledgedAt === null && can(actor, "asset-transfer.move", judged);
      case "hearing":
        return underReview && can(actor, "asset-transfer.move", judged);
      case "decide-review":
        return !ofListing && review !== null && review.decision === null && judging("review");
      case "appeal":
        return review !== null && review.appeal === null && mayComeLate(ofListing ? judgeTribunalAppeal({ decidedOn: review.decision?.decidedOn ?? null, result: review.decision?.result ?? null, admittedLate: true }, today) : judgeAppeal({ decidedOn: review.decision?.decidedOn ?? null, undecidedFrom: lastDayToDecideReview(review.askedOn) }, today)) && can(actor, "asset-transfer.move", judged);
      case "appeal-outcome":
        return review?.appeal?.ended === null && can(actor, "asset-transfer.move", judged);
      case "part":
        return (!isOver(stage) || underReview) && can(actor, "asset-transfer.give-part", judged);
      case "end-part":
        return transfer.parts.length > 0 && can(actor, "asset-transfer.give-part", judged);
      case "interest":
        return (underReview || (transfer.decision === null && !isOver(stage))) && can(actor, "asset-transfer.declare-interest", judged);
      case "stage":
        return next.length > 0 && can(actor, "asset-transfer.move", judged);
      case "identity":
        return transfer.identityChecked === null && !isOver(stage) && can(actor, "asset-transfer.check-identity", judged);
      case "notice":
        return transfer.openSpace && transfer.notice === null && REGIMES[regimeId].undervalueRule && !isOver(stage) && can(actor, "asset-transfer.move", judged);
      case "return-look":
        return transfer.returnsSent.some(({ sight }) => sight === "waiting") && can(actor, "asset-transfer.look", judged);
      case "owner-notice":
        return ownersAreToldStill(transfer) && transfer.sight === "shown" && transfer.decision === null && !isOver(stage) && can(actor, "asset-transfer.move", judged);
      case "longer-time":
        return openProposal(transfer.timeProposals) === null && mayBeLonger(transfer, today) && can(actor, "asset-transfer.move", judged);
      case "answer-time":
        return openProposal(transfer.timeProposals) !== null && can(actor, "asset-transfer.move", judged);
      case "question":
      case "document":
        return (!isOver(stage) || (form === "document" && underReview)) && can(actor, "asset-transfer.move", judged);
      case "score":
        return stage === "assessment" && transfer.sheetsIn < 2 && !judges.scorers.includes(actor.personId) && judging("score");
      case "moderate":
        return transfer.sheetsIn === 2 && transfer.moderated === null && judging("settle");
      case "decide":
        return stage === "decision" && transfer.decision === null && review === null && judging("decide");
      case "terms":
        return stage === "heads-of-terms" && can(actor, "asset-transfer.move", judged);
    }
  };
  return DESK_FORMS.filter(open);
}

/** Whether owner, tenants and occupiers can still be told in time: before the decision, or before the land is listed. */
function ownersAreToldStill({ regimeId, stages }: DeskTransfer): boolean {
  const before = REGIMES[regimeId].ownersToldBefore;
  return before === "decision" || (before !== null && !stages.some(({ stage }) => stage === before));
}

export interface DeskListProps {
  readonly locale: Locale;
  readonly address: string;
  readonly lines: readonly TransferLine[];
  readonly assets: readonly AssetInView[];
  readonly saved: boolean;
  readonly mayEdit: boolean;
}

/** The council's applications and register as officers see them. */
export function DeskList({ locale, address, lines, assets, saved, mayEdit }: DeskListProps) {
  const all = messages(locale).assetTransfers;
  const t = all.manage;
  const f = format(locale);
  const toLookAt = lines.filter(({ transfer }) => transfer.sight === "waiting" && !isOver(transfer.stage)).length;
  return (
    <div className="stack-l">
      {saved ? <DoneNotice title={t.savedTitle}>{t.saved}</DoneNotice> : null}
      <PageHead title={t.title} lead={t.lead} />
      <Section id="applications" title={t.applications} className="stack">
        {toLookAt === 0 ? null : <p>{messages(locale).firstLook.toDo({ count: f.number(toLookAt) })}</p>}
        {lines.length === 0 ? (
          <p>{t.noApplications}</p>
        ) : (
          <DataTable
            caption={t.applications}
            captionLook="hidden"
            stack
            rows={lines}
            rowKey={({ transfer }) => transfer.slug}
            columns={[
              { key: "title", header: all.proposed, names: true, cell: ({ transfer }) => <a href={`${address}/${transfer.slug}`}>{textIn(transfer.title, locale).text}</a> },
              { key: "organisation", header: all.facts.organisation, cell: ({ transfer }) => (transfer.organisation === "" ? messages(locale).firstLook.somebody : transfer.organisation) },
              { key: "stage", header: all.facts.stage, cell: ({ transfer }) => (transfer.sight === "waiting" && !isOver(transfer.stage) ? <Tag kind="notYet">{messages(locale).firstLook.tag}</Tag> : all.stages[transfer.stage]) },
              { key: "since", header: all.since, cell: ({ stages }) => f.date(stages.at(-1)?.reachedOn ?? "") },
            ]}
          />
        )}
      </Section>
      <Section id="assets" title={t.assets} className="stack">
        {assets.length === 0 ? (
          <p>{t.noAssets}</p>
        ) : (
          <DataTable
            caption={t.assets}
            captionLook="hidden"
            stack
            rows={assets}
            rowKey={({ slug }) => slug}
            columns={[
              { key: "name", header: all.register.name, names: true, cell: ({ slug, name }) => <a href={`${address}/assets/${slug}`}>{textIn(name, locale).text}</a> },
              { key: "reference", header: all.asset.reference, cell: ({ reference }) => reference },
              { key: "state", header: all.register.state, cell: (asset) => (asset.handedOver ? all.register.handedOver : mayBeAppliedFor(asset) ? all.asset.yes : all.asset.no) },
            ]}
          />
        )}
        {mayEdit ? (
          <p>
            <ButtonLink look="line" href={`${address}/assets/new`}>
              {t.addAsset}
            </ButtonLink>
          </p>
        ) : null}
      </Section>
    </div>
  );
}

export interface DeskPageProps {
  readonly locale: Locale;
  readonly home: string;
  readonly transfer: DeskTransfer;
  /** How many consultations and votes are tied to it. */
  readonly engagements: number;
  readonly actor: Actor;
  readonly comments: Comments;
  /** Whether the installation has a scanner; without one papers stay in quarantine. */
  readonly scanner: boolean;
  readonly forms: readonly DeskForm[];
  readonly today: string;
  /** Claims for compensation that this officer reads, already drawn. */
  readonly claims: ReactNode;
  readonly saved: boolean;
}

/** What is known of an application, for saying what it waits for. */
function factsFor(transfer: DeskTransfer, engagements: number, comments: Comments): TransferFacts {
  return {
    regimeId: transfer.regimeId,
    shown: transfer.sight === "shown",
    commentsUntil: comments.period?.closesOn ?? null,
    commentsWaiting: comments.counts.waiting,
    documents: transfer.kindsSent.filter((kind): kind is DocumentKind => (DOCUMENT_KINDS as readonly string[]).includes(kind)),
    identityChecked: transfer.identityChecked !== null,
    declaredInterests: transfer.declared,
    sheets: transfer.sheetsIn,
    moderated: transfer.moderated !== null,
    engagements,
    openSpace: transfer.openSpace,
    secondNoticeOn: transfer.notice?.secondOn ?? null,
    outcome: transfer.decision?.outcome ?? null,
    ownersTold: transfer.ownerNotices.length > 0,
    handedOver: transfer.otherHandedOver,
    termsAgreed: transfer.terms?.agreed != null,
  };
}

/** One application: what it waits for, what can be done now, and all that is known. */
export function DeskPage({ locale, home, transfer, engagements, actor, comments, scanner, forms, today, claims, saved }: DeskPageProps) {
  const all = messages(locale).assetTransfers;
  const t = all.manage;
  const f = format(locale);
  const here = `${home}/manage/asset-transfers/${transfer.slug}`;
  const facts = factsFor(transfer, engagements, comments);
  const { path } = REGIMES[transfer.regimeId];
  const next = nextStages(transfer.regimeId, transfer.stage).filter((stage) => path.includes(stage));
  const check = transfer.identityChecked;
  const underReview = transfer.review !== null && transfer.review.decision === null;
  const noteOf = (form: DeskForm): { readonly note?: string } => {
    const interested = transfer.judges.interested[actor.personId];
    if (form === "interest" && interested !== undefined) return { note: messages(locale).transferParts.said[interested ? "declared" : "none"] };
    return form === "comment-look" && comments.counts.waiting > 0 ? { note: messages(locale).transferComments.desk.toLookAt({ count: comments.counts.waiting }) } : {};
  };
  return (
    <div className="stack-xl">
      {saved ? <DoneNotice title={t.savedTitle}>{t.saved}</DoneNotice> : null}
      <PageHead tag={<StageTag locale={locale} stage={transfer.stage} />} title={textIn(transfer.title, locale).text} lead={byWhom(locale, transfer)}>
        <p>
          <a href={`${home}/asset-transfers/${transfer.slug}`}>{t.publicPage}</a>
        </p>
      </PageHead>
      {transfer.repeatOf ? <Notice kind="warn" title={t.repeat({ date: f.date(transfer.repeatOf.madeOn) })} /> : null}
      {transfer.reads ? null : <Notice kind="info" title={messages(locale).transferParts.closed}>{messages(locale).transferParts.closedMore}</Notice>}
      {transfer.sight === "shown" ? null : <Notice kind="warn" title={messages(locale).firstLook.desk.state[transfer.sight]}>{transfer.sentBack}</Notice>}
      <Apart locale={locale} actor={actor} transfer={transfer} />
      {underReview ? (
        <Section id="waits" title={t.waits}>
          <p>{(transfer.regimeId === "right-to-bid" ? messages(locale).listingReviews.review : messages(locale).transferReviews).notDecided}</p>
        </Section>
      ) : isOver(transfer.stage) || next.length === 0 ? null : (
        <Section id="waits" title={t.waits} className="stack">
          {next.map((stage) => {
            const blocks = blocksBefore(stage, facts, today);
            return blocks.length === 0 ? (
              <p key={stage}>{t.readyFor({ stage: all.stages[stage] })}</p>
            ) : (
              <div key={stage}>
                <p>{t.waitsLead({ stage: all.stages[stage] })}</p>
                <ul>
                  {blocks.map((code) => (
                    <li key={code}>{faultText(locale, { field: "", code }, { ...all.faults, ...messages(locale).firstLook.faults, ...messages(locale).transferComments.faults, ...messages(locale).transferNotices.faults })}</li>
                  ))}
                </ul>
              </div>
            );
          })}
        </Section>
      )}
      {transfer.clocks.length === 0 ? null : (
        <Section id="clocks" title={all.clocksTitle}>
          <ul>
            {transfer.clocks.map((clock) => (
              <li key={clock.id}>
                {clockWords(locale, clock, today)} <span className="muted">{all.clockSources[clock.id]}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {forms.length === 0 ? null : (
        <Section id="tasks" title={t.tasks}>
          <TaskList tasks={forms.map((form) => ({ href: `${here}/${form}`, title: formWords(locale, form, transfer.regimeId).title, ...noteOf(form) }))} />
        </Section>
      )}
      {transfer.listing && transfer.stages.some(({ stage }) => stage === "listed") ? <ListingOwner locale={locale} transfer={transfer} listing={transfer.listing} address={`${home}/asset-transfers/${transfer.slug}/owner`} /> : null}
      {claims}
      <Parts locale={locale} transfer={transfer} />
      <Section id="checks" title={t.people}>
        <SummaryList
          rows={[
            { term: t.identity, answer: check ? t.identityYes({ way: t.ways[check.way], name: check.by, date: f.date(check.at) }) : t.identityNo },
            ...(transfer.declaration === "" ? [] : [{ term: t.declared, answer: <span lang={transfer.writtenIn}>{transfer.declaration}</span> }]),
            ...(comments.period === null ? [] : [{ term: messages(locale).transferComments.title, answer: <CommentTally locale={locale} comments={comments} today={today} /> }]),
            {
              term: t.linked,
              answer: (
                <>
                  {f.number(engagements)} · <a href={`${home}/manage/thread`}>{t.link}</a>
                  <span className="block small muted">{t.linkLead}</span>
                </>
              ),
            },
          ]}
        />
      </Section>
      {transfer.regimeId === "right-to-bid" || !transfer.reads ? null : <Sheets locale={locale} transfer={transfer} />}
      <Section id="documents" title={all.papers.title} className="stack">
        {scanner || !transfer.documents.some(({ scan }) => scan === "waiting") ? null : <Notice kind="warn" title={all.papers.noScanner}>{all.papers.noScannerMore}</Notice>}
        {transfer.documents.length === 0 ? (
          <p>{all.papers.none}</p>
        ) : (
          <ul>
            {transfer.documents.map((paper) => (
              <li key={paper.id}>
                {paperLink(locale, here, paper)} <ScanTag locale={locale} paper={paper} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {transfer.reads ? <Section id="questions" title={all.ours.questions}>
        {transfer.questions.length === 0 ? <p>{all.ours.noQuestions}</p> : <SummaryList rows={transfer.questions.map(({ text, answer }) => ({ term: text, answer: answer ?? "–" }))} />}
      </Section> : null}
      {transfer.notices.length === 0 && REGIMES[transfer.regimeId].ownersToldBefore === null ? null : <Notices locale={locale} owners={transfer.ownerNotices} notices={transfer.notices} byLetter={transfer.byLetter} />}
      {transfer.timeProposals.length === 0 ? null : <TimeProposals locale={locale} proposals={transfer.timeProposals} />}
      {transfer.review ? <Review locale={locale} review={transfer.review} /> : null}
      {transfer.terms ? <Terms locale={locale} terms={transfer.terms} /> : null}
      <Section id="proposed" title={all.proposed} className="stack">
        {textIn(transfer.summary, locale).text === "" ? null : <p className="whitespace-pre-line">{textIn(transfer.summary, locale).text}</p>}
        <SummaryList rows={factsOf(locale, home, transfer)} />
      </Section>
    </div>
  );
}

/** Title, lead and button of a form of the desk. */
export function formWords(locale: Locale, form: DeskForm, regimeId: RegimeId) {
  const all = messages(locale);
  const { forms } = all.listingReviews;
  if (form === "listing-notice" || form === "listing-time" || form === "end-owner" || form === "listing-review" || form === "decide-listing") return forms[form];
  if (regimeId === "right-to-bid" && (form === "acknowledge" || form === "hearing" || form === "appeal" || form === "appeal-outcome")) return forms[form];
  if (form === "look") return all.firstLook.desk;
  if (form === "comments" || form === "paper-comment" || form === "comment-look") return all.transferComments.forms[form];
  if (form === "paper-review" || form === "acknowledge" || form === "hearing" || form === "decide-review" || form === "appeal" || form === "appeal-outcome") return all.transferReviews.forms[form];
  if (form === "return-look") return all.firstLook.returns.desk;
  if (form === "owner-notice") return all.transferNotices.form;
  if (form === "longer-time" || form === "answer-time") return all.longerTime.forms[form];
  return form === "part" || form === "end-part" || form === "interest" ? all.transferParts.forms[form] : all.assetTransfers.manage.forms[form];
}

/** Why this officer may not do what their role would let them do: they judged it in another part. */
function Apart({ locale, actor, transfer }: { readonly locale: Locale; readonly actor: Actor; readonly transfer: DeskTransfer }) {
  const t = messages(locale).transferParts;
  const underReview = transfer.review !== null && transfer.review.decision === null;
  if (!underReview && (transfer.decision !== null || isOver(transfer.stage))) return null;
  const taken = JUDGING_PARTS.map((part) => judgeSeparation(part, actor.personId, transfer.judges)).find((each) => !each.ok);
  return taken === undefined || taken.ok ? null : <Notice kind="info" title={t.faults[taken.error]} />;
}

/** How the owner of listed land was told and can be, for those who look after it. */
function ListingOwner({ locale, transfer, listing, address }: { readonly locale: Locale; readonly transfer: DeskTransfer; readonly listing: ListingOnDesk; readonly address: string }) {
  const t = messages(locale).listingReviews.desk;
  const f = format(locale);
  const notice = transfer.listingNotice;
  return (
    <Section id="owner" title={t.title} className="stack">
      <SummaryList
        rows={[
          { term: t.told, answer: notice === null ? t.notTold : f.date(notice.givenOn) },
          ...(notice === null || transfer.review !== null ? [] : [{ term: t.until, answer: f.date(lastDayForOwner(notice)) }]),
          { term: t.page, answer: listing.openedAt === null ? t.notOpened : t.opened({ date: f.date(listing.openedAt) }) },
          ...(listing.openedAt === null ? [{ term: t.code, answer: <>{t.codeLead({ address, code: showReadableCode(listing.code) })} <span className="block small muted">{t.letter}</span></> }] : []),
        ]}
      />
    </Section>
  );
}

/** Who was asked to do what, and what those who judge it declared. */
function Parts({ locale, transfer }: { readonly locale: Locale; readonly transfer: DeskTransfer }) {
  const t = messages(locale).transferParts;
  const f = format(locale);
  const said = (personId: string): string => {
    const interested = transfer.judges.interested[personId];
    return interested === undefined ? t.interests.unsaid : interested ? t.interests.declared : t.interests.none;
  };
  return (
    <Section id="parts" title={t.title} className="stack">
      <p>{transfer.parts.length === 0 ? t.none : t.lead}</p>
      {transfer.parts.length === 0 ? null : (
        <DataTable
          caption={t.title}
          captionLook="hidden"
          stack
          rows={transfer.parts}
          rowKey={({ id }) => id}
          columns={[
            { key: "person", header: t.person, names: true, cell: ({ name }) => name },
            { key: "part", header: t.part, cell: ({ part }) => t.parts[part] },
            { key: "since", header: t.since, cell: ({ givenAt }) => f.date(givenAt) },
            { key: "interest", header: t.interest, cell: ({ part, personId }) => (isJudging(part) ? said(personId) : "–") },
          ]}
        />
      )}
      {transfer.stoodAside.length === 0 ? null : (
        <ul>
          {transfer.stoodAside.map(({ name, what }) => (
            <li key={name + what}>{t.stoodAside({ name, what })}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Sheets({ locale, transfer }: { readonly locale: Locale; readonly transfer: DeskTransfer }) {
  const all = messages(locale).assetTransfers;
  const t = all.manage;
  const rows = CRITERIA.map((criterion) => ({ criterion }));
  return (
    <Section id="scores" title={t.scorers} className="stack">
      <p>
        {t.scorersIn({ count: transfer.sheetsIn })}. {transfer.sheetsIn < 2 ? t.blind : ""}
      </p>
      {transfer.sheets.length === 0 ? null : (
        <DataTable
          caption={t.scorers}
          captionLook="hidden"
          scrollLabel={all.scores.title}
          rows={rows}
          rowKey={({ criterion }) => criterion}
          columns={[
            { key: "criterion", header: all.scores.criterion, names: true, cell: ({ criterion }) => all.criteria[criterion] },
            ...transfer.sheets.map(({ scorer, own, scores }) => ({ key: scorer, header: own ? t.own : t.by({ name: scorer }), numeric: true, cell: ({ criterion }: (typeof rows)[number]) => String(scores[criterion]) })),
            ...(transfer.moderated ? [{ key: "moderated", header: t.settled, numeric: true, cell: ({ criterion }: (typeof rows)[number]) => String(transfer.moderated?.scores[criterion] ?? "") }] : []),
          ]}
        />
      )}
      {transfer.sheets.map(({ scorer, own, why }) => (
        <div key={scorer}>
          <h3>{own ? t.own : t.by({ name: scorer })}</h3>
          <p className="whitespace-pre-line">{why}</p>
        </div>
      ))}
    </Section>
  );
}
