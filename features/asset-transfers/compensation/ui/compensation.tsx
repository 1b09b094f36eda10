import { lastDayToAppealTribunal } from "#domain/asset-transfers/clock.ts";
import { CLAIM_PARTS, CLAIM_ROUNDS, claimedPence, judgeClaimReview, lastDayToAskClaimReview, lastDayToDecideClaimReview, type ClaimRound } from "#domain/asset-transfers/compensation.ts";
import { APPEAL_OUTCOMES } from "#domain/asset-transfers/review.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { Actor } from "#domain/councils/actor.ts";
import type { Role } from "#domain/councils/role.ts";
import { can } from "#domain/policy/authorise.ts";
import { TaskList } from "#components/feedback/task-list.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { SummaryList, type SummaryRow } from "#components/tables/summary-list.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { Choose, dateBoxes, DateBoxes, FormFrame, Line, Money, Paragraphs, Select, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { FIELDS_OF } from "../input.ts";
import type { ClaimDecision, ClaimInView, ClaimOnDesk } from "../queries.ts";

/** A claim in words: its day and the sum of its parts. */
export const claimWords = (locale: Locale, { claimedOn, parts }: ClaimInView): string => messages(locale).compensation.claim({ date: format(locale).date(claimedOn), amount: format(locale).money(claimedPence(parts)) });

export interface ClaimProps {
  readonly locale: Locale;
  readonly claim: ClaimInView;
  readonly today: CivilDay;
  /** Where its evidence can be opened; null for the owner, who sent it. */
  readonly evidence: string | null;
}

/** Everything about one claim, for the owner and officers who were asked to it. */
export function Claim({ locale, claim, today, evidence }: ClaimProps) {
  const t = messages(locale).compensation;
  const f = format(locale);
  const { first, review: reviewed } = claim.decisions;
  const rows: readonly SummaryRow[] = [
    { term: t.rows.claimedOn, answer: f.date(claim.claimedOn) },
    ...(claim.letter === "" ? [] : [{ term: t.rows.letter, answer: claim.letter }]),
    ...claim.parts.map(({ part, amountPence, endedOn, what, evidence: files }) => ({
      term: t.parts[part],
      answer: (
        <>
          <strong>{f.money(amountPence)}</strong>. {t.rows.ended({ date: f.date(endedOn) })}
          <span className="block whitespace-pre-line">{what}</span>
          {files.map(({ id, name, scan }) => (
            <span key={id} className="block small">
              {t.rows.evidence}: {evidence !== null && scan === "clean" ? <a href={`${evidence}/${id}`}>{name}</a> : name} ({t.scans[scan]})
            </span>
          ))}
        </>
      ),
    })),
    { term: t.rows.total, answer: f.money(claimedPence(claim.parts)) },
    ...(evidence === null ? [] : CLAIM_ROUNDS.flatMap((round) => (claim.officers[round] ? [{ term: t.rows.officers[round], answer: claim.officers[round].name }] : []))),
    { term: t.rows.decisions.first, answer: first ? <Decision locale={locale} decision={first} /> : t.rows.undecided },
    ...(claim.review
      ? [
          {
            term: t.rows.review,
            answer: (
              <>
                {[f.date(claim.review.askedOn), claim.review.hearing ? t.rows.hearing : "", claim.review.letter].filter(Boolean).join(", ")}
                <span className="block whitespace-pre-line">{claim.review.reasons}</span>
              </>
            ),
          },
          { term: t.rows.decisions.review, answer: reviewed ? <Decision locale={locale} decision={reviewed} /> : t.rows.decideUntil({ date: f.date(lastDayToDecideClaimReview(claim.review.askedOn)) }) },
        ]
      : []),
    ...(claim.appeal ? [{ term: t.rows.appeal, answer: [f.date(claim.appeal.appealedOn), claim.appeal.reference].filter(Boolean).join(", ") }] : []),
    ...(claim.appeal?.ended
      ? [{ term: t.fields.outcome, answer: t.rows.appealEnded({ outcome: t.outcomes[claim.appeal.ended.outcome], date: f.date(claim.appeal.ended.endedOn), amount: claim.appeal.ended.amountPence === null ? "" : f.money(claim.appeal.ended.amountPence) }) }]
      : []),
  ];
  return (
    <>
      <SummaryList rows={rows} />
      {first && claim.review === null && today <= lastDayToAskClaimReview(first.decidedOn) ? <p>{t.rows.reviewUntil({ date: f.date(lastDayToAskClaimReview(first.decidedOn)) })}</p> : null}
      {reviewed && claim.appeal === null && today <= lastDayToAppealTribunal(reviewed.decidedOn) ? <p>{t.rows.appealUntil({ date: f.date(lastDayToAppealTribunal(reviewed.decidedOn)) })}</p> : null}
    </>
  );
}

function Decision({ locale, decision: { amountPence, decidedOn, post, reasons, heardOn } }: { readonly locale: Locale; readonly decision: ClaimDecision }) {
  const t = messages(locale).compensation.rows;
  const f = format(locale);
  return (
    <>
      {amountPence === 0 ? t.refused({ date: f.date(decidedOn), post }) : t.decided({ amount: f.money(amountPence), date: f.date(decidedOn), post })}
      {heardOn === null ? null : <span className="block small muted">{t.heard({ date: f.date(heardOn) })}</span>}
      <span className="block whitespace-pre-line">{reasons}</span>
    </>
  );
}

export interface OwnClaimsProps {
  readonly locale: Locale;
  readonly here: string;
  readonly claims: readonly ClaimInView[];
  readonly today: CivilDay;
}

/** The owner's claims on their page, and what they can do about them. */
export function OwnClaims({ locale, here, claims, today }: OwnClaimsProps) {
  const t = messages(locale).compensation;
  const reviewable = claims.filter(({ decisions, review }) => review === null && judgeClaimReview({ decidedOn: decisions.first?.decidedOn ?? null, allowedLate: false }, today).ok);
  return (
    <Section id="compensation" title={t.title} className="stack">
      <TaskList tasks={[{ href: `${here}/claim`, title: t.owner.task }, ...reviewable.map((claim) => ({ href: `${here}/claims/${claim.id}/review`, title: t.owner.review, note: claimWords(locale, claim) }))]} />
      {claims.map((claim) => (
        <div key={claim.id} className="stack">
          <h3>{claimWords(locale, claim)}</h3>
          <Claim locale={locale} claim={claim} today={today} evidence={null} />
        </div>
      ))}
      <p className="small muted">{t.closed}</p>
    </Section>
  );
}

interface FormProps {
  readonly locale: Locale;
  readonly form: RefusedForm;
  readonly back: { readonly href: string; readonly text: string };
}

const kitOf = (locale: Locale, form: RefusedForm, stands: Readonly<Record<string, string>> = {}): FormKit => ({ locale, welsh: false, form, stands, labels: messages(locale).compensation.fields, faultWords: { ...messages(locale).assetTransfers.faults, ...messages(locale).compensation.faults } });

/** The fields of a claim's parts. */
function PartFields({ kit, locale, files }: { readonly kit: FormKit; readonly locale: Locale; readonly files: boolean }) {
  const t = messages(locale).compensation;
  return (
    <>
      <Choose kit={kit} name="publicBody" hint={t.hints.publicBody} choices={yesNo(locale, "publicBody")} />
      {CLAIM_PARTS.map((part) => {
        const fields = FIELDS_OF[part];
        return (
          <div key={part} className="stack mt-8">
            <h2>{t.parts[part]}</h2>
            <p className="muted">{t.partHints[part]}</p>
            <Money kit={kit} name={fields.amount} />
            <DateBoxes kit={kit} name={fields.endedOn} />
            <Paragraphs kit={kit} name={fields.what} rows={4} />
            {files ? <FileField name={fields.file} label={t.fields[fields.file]} hint={t.hints.file} accept=".pdf,.docx,.odt,.txt" error={fieldError(locale, kit.form, fields.file, messages(locale).assetTransfers.faults)} /> : null}
          </div>
        );
      })}
    </>
  );
}

/** No and yes as they answer a question; in Welsh they differ with it. */
const yesNo = (locale: Locale, question: "publicBody" | "hearing" | "late") => (["no", "yes"] as const).map((value) => ({ value, text: messages(locale).compensation.answers[question][value] }));

/** The owner's claim, with a file for each part. */
export function ClaimForm({ locale, form, back, once }: FormProps & { readonly once: string }) {
  const t = messages(locale).compensation.owner;
  const kit = kitOf(locale, form);
  return (
    <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{ once: typed(form, "once", once) }} button={t.button} back={back} multipart>
      <PartFields kit={kit} locale={locale} files />
    </FormFrame>
  );
}

/** A claim that came by letter. */
export function PaperClaimForm({ locale, form, back, once, today }: FormProps & { readonly once: string; readonly today: CivilDay }) {
  const kit = kitOf(locale, form, dateBoxes("claimedOn", today));
  return (
    <FormFrame kit={kit} {...messages(locale).compensation.forms["paper-claim"]} hidden={{ once: typed(form, "once", once) }} back={back}>
      <DateBoxes kit={kit} name="claimedOn" />
      <Line kit={kit} name="letter" />
      <PartFields kit={kit} locale={locale} files={false} />
    </FormFrame>
  );
}

/** The owner's request for a review of a decision. */
export function ClaimReviewForm({ locale, form, back, claim }: FormProps & { readonly claim: ClaimInView }) {
  const t = messages(locale).compensation;
  const kit = kitOf(locale, form);
  return (
    <FormFrame kit={kit} about={claimWords(locale, claim)} title={t.owner.review} lead={t.owner.reviewLead} hidden={{}} button={messages(locale).listingReviews.owner.askForm.button} back={back}>
      <Paragraphs kit={kit} name="reasons" rows={8} />
      <Choose kit={kit} name="hearing" choices={yesNo(locale, "hearing")} />
    </FormFrame>
  );
}

/** What an officer can do about a claim; each has a form. */
export const CLAIM_FORMS = ["officer", "decide", "paper-review", "decide-review", "appeal", "appeal-end"] as const;
export type ClaimForm = (typeof CLAIM_FORMS)[number];

/** Which of the forms are open now to this officer. */
export function openClaimForms(actor: Actor, { claim, judged }: ClaimOnDesk): readonly ClaimForm[] {
  const { first, review } = claim.decisions;
  const leads = can(actor, "asset-transfer.move", judged);
  const open: Readonly<Record<ClaimForm, boolean>> = {
    officer: can(actor, "asset-transfer.give-part", judged) && (first === undefined || (claim.review !== null && review === undefined)),
    decide: first === undefined && can(actor, "asset-claim.decide", judged),
    "paper-review": first !== undefined && claim.review === null && leads,
    "decide-review": claim.review !== null && review === undefined && can(actor, "asset-claim.review", judged),
    appeal: review !== undefined && claim.appeal === null && leads,
    "appeal-end": claim.appeal !== null && claim.appeal.ended === null && leads,
  };
  return CLAIM_FORMS.filter((form) => open[form]);
}

/** One claim on the desk: what can be done about it, and all of it. */
export function ClaimPage({ locale, here, desk, actor, today }: { readonly locale: Locale; readonly here: string; readonly desk: ClaimOnDesk; readonly actor: Actor; readonly today: CivilDay }) {
  const t = messages(locale).compensation;
  const forms = openClaimForms(actor, desk);
  return (
    <div className="stack-l">
      <PageHead title={t.claimTitle({ title: textIn(desk.title, locale).text })} lead={t.closed} />
      {forms.length === 0 ? null : (
        <Section id="tasks" title={messages(locale).assetTransfers.manage.tasks}>
          <TaskList tasks={forms.map((form) => ({ href: `${here}/${form}`, title: t.forms[form].title }))} />
        </Section>
      )}
      <Section id="claim" title={claimWords(locale, desk.claim)} className="stack">
        <Claim locale={locale} claim={desk.claim} today={today} evidence={`${here}/evidence`} />
      </Section>
    </div>
  );
}

export interface ClaimFormPageProps extends FormProps {
  readonly which: ClaimForm;
  readonly desk: ClaimOnDesk;
  readonly today: CivilDay;
  /** Whom one may ask to decide. */
  readonly officers: readonly { readonly personId: string; readonly name: string; readonly roles: readonly Role[] }[];
}

/** One thing an officer does about a claim, on a page of its own. */
export function ClaimFormPage({ locale, form, back, which, desk, today, officers }: ClaimFormPageProps) {
  const t = messages(locale).compensation;
  const standing = kitOf(locale, form, { ...dateBoxes("decidedOn", today), ...dateBoxes("askedOn", today), ...dateBoxes("appealedOn", today), admitted: "no", ...(which === "appeal-end" ? dateBoxes("endedOn", today) : {}) });
  const kit: FormKit = which === "paper-review" ? { ...standing, labels: { ...standing.labels, letter: t.rows.letter } } : standing;
  const frame = { kit, about: claimWords(locale, desk.claim), ...t.forms[which], hidden: {}, back };
  switch (which) {
    case "officer":
      return (
        <FormFrame {...frame}>
          <Choose kit={kit} name="round" choices={roundsOpen(desk.claim).map((value) => ({ value, text: t.rounds[value] }))} />
          <Select kit={kit} name="personId" hint={t.hints.officer} options={officers.map(({ personId, name, roles }) => ({ value: personId, text: messages(locale).transferParts.withRoles({ name, roles: format(locale).list(roles.map((role) => messages(locale).people.roles[role].name)) }) }))} />
        </FormFrame>
      );
    case "decide":
    case "decide-review":
      return (
        <FormFrame {...frame}>
          <Claim locale={locale} claim={desk.claim} today={today} evidence={null} />
          <Money kit={kit} name="amountPence" hint={t.hints.amountPence} />
          {which === "decide-review" ? <DateBoxes kit={kit} name="heardOn" hint={desk.claim.review?.hearing ? undefined : t.hints.heardOn} /> : null}
          <DateBoxes kit={kit} name="decidedOn" />
          <Line kit={kit} name="post" />
          <Paragraphs kit={kit} name="reasons" rows={6} />
        </FormFrame>
      );
    case "paper-review":
      return (
        <FormFrame {...frame}>
          <DateBoxes kit={kit} name="askedOn" />
          <Line kit={kit} name="letter" />
          <Choose kit={kit} name="late" choices={yesNo(locale, "late")} />
          <Paragraphs kit={kit} name="reasons" rows={8} />
          <Choose kit={kit} name="hearing" choices={yesNo(locale, "hearing")} />
        </FormFrame>
      );
    case "appeal":
      return (
        <FormFrame {...frame}>
          <DateBoxes kit={kit} name="appealedOn" />
          <Line kit={kit} name="reference" width="medium" />
          <Choose kit={kit} name="admitted" choices={yesNo(locale, "late")} />
        </FormFrame>
      );
    case "appeal-end":
      return (
        <FormFrame {...frame}>
          <Choose kit={kit} name="outcome" choices={APPEAL_OUTCOMES.map((value) => ({ value, text: t.outcomes[value] }))} />
          <DateBoxes kit={kit} name="endedOn" />
          <Money kit={kit} name="amountPence" hint={t.hints.tribunalAmount} />
        </FormFrame>
      );
  }
}

const roundsOpen = ({ decisions, review }: ClaimInView): readonly ClaimRound[] => CLAIM_ROUNDS.filter((round) => decisions[round] === undefined && (round === "first" || review !== null));

/** Claims that an officer reads, on the desk of the listing. */
export function ClaimsOnDesk({ locale, here, claims, mayEnter }: { readonly locale: Locale; readonly here: string; readonly claims: readonly ClaimInView[]; readonly mayEnter: boolean }) {
  const t = messages(locale).compensation;
  const tasks = [...claims.map((claim) => ({ href: `${here}/claims/${claim.id}`, title: claimWords(locale, claim), note: claim.decisions.first ? t.rows.decisions.first : t.rows.undecided })), ...(mayEnter ? [{ href: `${here}/claim`, title: t.forms["paper-claim"].title }] : [])];
  return tasks.length === 0 ? null : (
    <Section id="compensation" title={t.title} className="stack">
      {claims.length === 0 ? <p>{t.none}</p> : null}
      <TaskList tasks={tasks} />
      <p className="small muted">{t.closed}</p>
    </Section>
  );
}

/** The title of a form, for the page. */
export const claimFormTitle = (locale: Locale, which: ClaimForm): string => messages(locale).compensation.forms[which].title;

/** What the page of a claim is called. */
export const claimPageTitle = (locale: Locale, title: BilingualText): string => messages(locale).compensation.claimTitle({ title: textIn(title, locale).text });
