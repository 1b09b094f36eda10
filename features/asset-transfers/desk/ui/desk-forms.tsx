import { earliestClose } from "#domain/asset-transfers/comment.ts";
import { addDays, type CivilDay } from "#domain/basics/london-time.ts";
import { OFFICER_DOCUMENTS, REGIMES, type RegimeId } from "#domain/asset-transfers/regime.ts";
import { NOTICE_WAYS, OWNER_CAPACITIES } from "#domain/asset-transfers/notice.ts";
import { otherSideOf } from "#domain/asset-transfers/longer-time.ts";
import { APPEAL_OUTCOMES, HEARING_KINDS, LISTING_PROCEDURES, REVIEW_OUTCOMES, REVIEW_PROCEDURES } from "#domain/asset-transfers/review.ts";
import { LOOK_ACTS } from "#domain/asset-transfers/sight.ts";
import { TRANSFER_PARTS } from "#domain/asset-transfers/part.ts";
import { CRITERIA } from "#domain/asset-transfers/scoring.ts";
import { nextStages } from "#domain/asset-transfers/transfer.ts";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { Role } from "#domain/councils/role.ts";
import { FileField } from "#components/forms/file-field.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { BENEFIT_ROWS } from "#features/asset-transfers/agreement/input.ts";
import { BothLines, BothParagraphs, Choose, dateBoxes, DateBoxes, FormFrame, Line, Money, Paragraphs, poundsBox, Select, Whole, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { CommentFields } from "#features/asset-transfers/commenting/ui/comment-forms.tsx";
import { AnswerFields, openProposal, ProposalFields } from "#features/asset-transfers/longer-time/ui/longer-time.tsx";
import { factsOf, ReturnSummary } from "#features/asset-transfers/ui/transfers.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { DeskTransfer } from "../../queries.ts";
import { formWords, type DeskForm } from "./desk.tsx";

export interface DeskFormPageProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly home: string;
  /** Comments are looked at on a page of their own. */
  readonly which: Exclude<DeskForm, "comment-look">;
  readonly transfer: DeskTransfer;
  readonly form: RefusedForm;
  readonly once: string;
  readonly today: string;
  /** Whom one may ask to do a part of it. */
  readonly officers: readonly { readonly personId: string; readonly name: string; readonly roles: readonly Role[] }[];
}

/** One thing an officer does about an application, on a page of its own. */
export function DeskFormPage(props: DeskFormPageProps) {
  const { locale, welsh, home, which, transfer, form, once, today, officers } = props;
  const all = messages(locale).assetTransfers;
  const t = all.manage;
  const p = messages(locale).transferParts;
  const look = messages(locale).firstLook.desk;
  const r = messages(locale).transferReviews;
  const c = messages(locale).transferComments;
  const l = messages(locale).longerTime;
  const n = messages(locale).transferNotices;
  const lr = messages(locale).listingReviews;
  const ofListing = transfer.regimeId === "right-to-bid";
  const listingForm = ["listing-notice", "listing-time", "listing-review", "decide-listing"].includes(which) || (ofListing && ["hearing", "appeal", "appeal-outcome"].includes(which));
  const timing = which === "longer-time" || which === "answer-time";
  const reviewing = ["paper-review", "acknowledge", "hearing", "decide-review", "appeal", "appeal-outcome"].includes(which);
  const frame = { ...formWords(locale, which, transfer.regimeId), back: { href: `${home}/manage/asset-transfers/${transfer.slug}`, text: t.backToOne } };
  const kit: FormKit = {
    locale,
    welsh,
    form,
    stands: { ...dateBoxes("reachedOn", today), ...dateBoxes("decidedOn", today), ...dateBoxes("askedOn", today), ...dateBoxes("opensOn", today), ...dateBoxes("sentOn", today), ...dateBoxes("heldOn", today), ...dateBoxes("givenOn", today), ...(which === "comments" ? dateBoxes("closesOn", suggestedClose(transfer.regimeId, today)) : {}), ...dateBoxes("appealedOn", today), admitted: "no", ...standing(props) },
    labels: { ...t.labels, ...p.fields, ...(reviewing ? { ...r.fields, ...(which === "paper-review" ? { reasons: r.fields.theirReasons } : which === "decide-review" ? { reasons: t.labels.reasons } : {}), ...(which === "appeal-outcome" ? { outcome: r.fields.appealOutcome } : {}) } : {}), ...(which === "comments" || which === "paper-comment" ? { ...c.fields, name: c.fields.theirName, organisation: c.fields.theirOrganisation, view: c.fields.theirView, text: c.fields.theirText } : {}), ...(timing ? l.fields : {}), ...(listingForm ? { ...lr.fields, ...(which === "listing-review" ? { procedure: lr.fields.theirProcedure } : which === "decide-listing" ? { reasons: t.labels.reasons } : {}) } : {}), ...(which === "owner-notice" ? n.fields : {}), ...(which === "look" || which === "return-look" ? { act: look.act, why: look.why } : {}), ...(which === "terms" ? { text: t.labels.terms } : {}), ...all.criteria, ...Object.fromEntries(BENEFIT_ROWS.flatMap((row) => [[`benefit${row}`, t.benefit({ row })], [`target${row}`, t.target({ row })]])) },
    faultWords: { ...all.faults, ...p.faults, ...messages(locale).firstLook.faults, ...r.faults, ...c.faults, ...l.faults, ...n.faults, ...(ofListing ? lr.faults : {}) },
  };
  switch (which) {
    case "return-look": {
      const sent = transfer.returnsSent.find(({ sight }) => sight === "waiting");
      return (
        <FormFrame kit={kit} {...frame} hidden={{ year: String(sent?.year ?? ""), version: String(sent?.version ?? "") }}>
          {sent ? <ReturnSummary locale={locale} sent={sent} benefits={transfer.terms?.benefits ?? []} /> : null}
          <Choose kit={kit} name="act" choices={LOOK_ACTS.map((value) => ({ value, text: look.acts[value] }))} />
          <Paragraphs kit={kit} name="why" hint={look.whyHint} rows={4} />
        </FormFrame>
      );
    }
    case "owner-notice":
      return (
        <FormFrame kit={kit} {...frame} hidden={{ once: typed(form, "once", once) }}>
          <Choose kit={kit} name="capacity" hint={n.hints.capacity} choices={OWNER_CAPACITIES.filter((value) => value !== "nobody-else" || transfer.ownerNotices.length === 0).map((value) => ({ value, text: n.owners.capacities[value] }))} />
          <Choose kit={kit} name="way" choices={NOTICE_WAYS.map((value) => ({ value, text: n.ways[value] }))} />
          <DateBoxes kit={kit} name="givenOn" />
          <Line kit={kit} name="email" hint={n.hints.email} width="medium" />
        </FormFrame>
      );
    case "longer-time":
      return (
        <FormFrame kit={kit} {...frame} hidden={{ once: typed(form, "once", once) }}>
          <ProposalFields kit={kit} locale={locale} transfer={transfer} today={today} />
        </FormFrame>
      );
    case "answer-time": {
      const proposal = openProposal(transfer.timeProposals);
      return (
        <FormFrame kit={kit} {...frame} hidden={{ proposalId: proposal?.id ?? "" }}>
          {proposal ? <AnswerFields kit={kit} locale={locale} proposal={proposal} sides={(ofListing ? (transfer.listing?.ownerId ?? null) : transfer.applicantId) === null ? ["council", otherSideOf(transfer.regimeId)] : ["council"]} /> : null}
        </FormFrame>
      );
    }
    case "listing-notice":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <Choose kit={kit} name="way" hint={lr.hints.way} choices={NOTICE_WAYS.map((value) => ({ value, text: n.ways[value] }))} />
          <DateBoxes kit={kit} name="givenOn" />
          <Line kit={kit} name="email" hint={lr.hints.email} width="medium" />
        </FormFrame>
      );
    case "listing-time":
      return (
        <FormFrame kit={kit} {...frame} hidden={{ once: typed(form, "once", once) }}>
          <DateBoxes kit={kit} name="until" hint={lr.hints.until} />
          <Paragraphs kit={kit} name="why" hint={lr.hints.why} rows={4} />
        </FormFrame>
      );
    case "end-owner":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          {null}
        </FormFrame>
      );
    case "listing-review":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <DateBoxes kit={kit} name="askedOn" />
          <Paragraphs kit={kit} name="reasons" rows={8} />
          <Choose kit={kit} name="procedure" choices={LISTING_PROCEDURES.map((value) => ({ value, text: lr.theirProcedures[value] }))} />
        </FormFrame>
      );
    case "decide-listing":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <Line kit={kit} name="body" hint={lr.hints.body} />
          <DateBoxes kit={kit} name="decidedOn" />
          <Choose kit={kit} name="result" choices={(["agreed", "refused"] as const).map((value) => ({ value, text: lr.results[value] }))} />
          <BothParagraphs kit={kit} name="reasons" hint={lr.hints.reasons} rows={6} />
        </FormFrame>
      );
    case "comments":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <DateBoxes kit={kit} name="opensOn" />
          <DateBoxes kit={kit} name="closesOn" hint={c.hints.closesOn} />
        </FormFrame>
      );
    case "paper-comment":
      return (
        <FormFrame kit={kit} {...frame} hidden={{ once: typed(form, "once", once) }}>
          <DateBoxes kit={kit} name="sentOn" />
          <CommentFields kit={kit} locale={locale} ofSomebodyElse />
        </FormFrame>
      );
    case "paper-review":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <DateBoxes kit={kit} name="askedOn" />
          <Paragraphs kit={kit} name="reasons" rows={8} />
          <Choose kit={kit} name="procedure" choices={REVIEW_PROCEDURES.map((value) => ({ value, text: r.procedures[value] }))} />
        </FormFrame>
      );
    case "acknowledge":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          {null}
        </FormFrame>
      );
    case "hearing":
      return (
        <FormFrame kit={kit} {...frame} hidden={{ once: typed(form, "once", once) }}>
          <Choose kit={kit} name="kind" choices={HEARING_KINDS.map((value) => ({ value, text: r.hearings[value] }))} />
          <DateBoxes kit={kit} name="heldOn" />
          <Line kit={kit} name="place" />
          <Paragraphs kit={kit} name="who" hint={ofListing ? lr.hints.who : r.hints.who} rows={3} />
          <BothParagraphs kit={kit} name="note" rows={4} />
        </FormFrame>
      );
    case "decide-review":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <Line kit={kit} name="body" hint={r.hints.body} />
          <DateBoxes kit={kit} name="decidedOn" />
          <Choose kit={kit} name="outcome" choices={REVIEW_OUTCOMES.map((value) => ({ value, text: r.outcomes[value] }))} />
          <Choose kit={kit} name="result" choices={(["agreed", "refused"] as const).map((value) => ({ value, text: all.decision.outcomes[value] }))} />
          <BothParagraphs kit={kit} name="reasons" rows={6} />
        </FormFrame>
      );
    case "appeal":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <DateBoxes kit={kit} name="appealedOn" />
          <Line kit={kit} name="reference" hint={r.hints.reference} width="medium" />
          {ofListing ? <Choose kit={kit} name="admitted" choices={(["no", "yes"] as const).map((value) => ({ value, text: lr.admitted[value] }))} /> : null}
        </FormFrame>
      );
    case "appeal-outcome":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <Choose kit={kit} name="outcome" choices={APPEAL_OUTCOMES.map((value) => ({ value, text: r.appealOutcomes[value] }))} />
          <DateBoxes kit={kit} name="decidedOn" />
          <BothParagraphs kit={kit} name="summary" rows={6} />
        </FormFrame>
      );
    case "look":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          {transfer.summary.en + transfer.summary.cy === "" ? null : <p className="whitespace-pre-line">{textIn(transfer.summary, locale).text}</p>}
          <SummaryList rows={factsOf(locale, home, transfer)} />
          <Choose kit={kit} name="act" choices={LOOK_ACTS.map((value) => ({ value, text: look.acts[value] }))} />
          <Paragraphs kit={kit} name="why" hint={look.whyHint} rows={4} />
        </FormFrame>
      );
    case "part":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <Select kit={kit} name="personId" options={officers.map(({ personId, name, roles }) => ({ value: personId, text: p.withRoles({ name, roles: format(locale).list(roles.map((role) => messages(locale).people.roles[role].name)) }) }))} />
          <Choose kit={kit} name="part" choices={TRANSFER_PARTS.map((value) => ({ value, text: p.parts[value] }))} />
        </FormFrame>
      );
    case "end-part":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <Choose kit={kit} name="partId" choices={transfer.parts.map(({ id, name, part }) => ({ value: id, text: p.standing({ part: p.parts[part], name }) }))} />
        </FormFrame>
      );
    case "interest":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <Choose kit={kit} name="interested" choices={(["no", "yes"] as const).map((value) => ({ value, text: p.answers[value] }))} />
          <Paragraphs kit={kit} name="what" hint={p.hints.what} rows={4} />
        </FormFrame>
      );
    case "stage":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <Select kit={kit} name="stage" options={nextStages(transfer.regimeId, transfer.stage).map((value) => ({ value, text: all.stages[value] }))} />
          <DateBoxes kit={kit} name="reachedOn" />
          <BothLines kit={kit} name="note" />
        </FormFrame>
      );
    case "identity":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <Choose kit={kit} name="way" choices={(["documents-seen", "one-login-p2"] as const).map((value) => ({ value, text: t.ways[value] }))} />
        </FormFrame>
      );
    case "notice":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <Line kit={kit} name="newspaper" />
          <DateBoxes kit={kit} name="firstOn" />
          <DateBoxes kit={kit} name="secondOn" />
        </FormFrame>
      );
    case "question":
      return (
        <FormFrame kit={kit} {...frame} hidden={{ once: typed(form, "once", once) }}>
          <Paragraphs kit={kit} name="text" rows={5} />
        </FormFrame>
      );
    case "score":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          {CRITERIA.map((criterion) => (
            <Whole key={criterion} kit={kit} name={criterion} />
          ))}
          <Paragraphs kit={kit} name="why" rows={5} />
        </FormFrame>
      );
    case "moderate": {
      const [one, other] = transfer.sheets;
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          {CRITERIA.map((criterion) => (
            <Whole key={criterion} kit={kit} name={criterion} hint={one && other ? t.hints.both({ one: one.scores[criterion], other: other.scores[criterion] }) : undefined} />
          ))}
          <BothParagraphs kit={kit} name="why" rows={5} />
        </FormFrame>
      );
    }
    case "decide":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <Choose kit={kit} name="outcome" choices={(["agreed", "refused"] as const).map((value) => ({ value, text: all.decision.outcomes[value] }))} />
          <DateBoxes kit={kit} name="decidedOn" />
          {REGIMES[transfer.regimeId].undervalueRule ? <Money kit={kit} name="unrestrictedPence" hint={t.hints.unrestrictedPence} /> : null}
          <Money kit={kit} name="pricePence" hint={t.hints.pricePence} />
          {REGIMES[transfer.regimeId].undervalueRule ? <Line kit={kit} name="consentReference" hint={t.hints.consentReference} width="medium" /> : null}
          <BothParagraphs kit={kit} name="reasons" rows={6} />
        </FormFrame>
      );
    case "terms":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}}>
          <BothParagraphs kit={kit} name="text" rows={12} />
          {BENEFIT_ROWS.map((row) => (
            <div key={row} className="stack">
              <BothLines kit={kit} name={`benefit${row}`} />
              <Whole kit={kit} name={`target${row}`} />
            </div>
          ))}
        </FormFrame>
      );
    case "document":
      return (
        <FormFrame kit={kit} {...frame} hidden={{}} multipart>
          <Select kit={kit} name="kind" options={[...REGIMES[transfer.regimeId].documents, ...OFFICER_DOCUMENTS].map((value) => ({ value, text: all.documents[value] }))} />
          <FileField name="file" label={t.labels.file} accept=".pdf,.docx,.odt,.txt" error={fieldError(locale, form, "file", all.faults)} />
        </FormFrame>
      );
  }
}

/** Six weeks are usual where no law says; else what the law asks for. */
function suggestedClose(regimeId: RegimeId, today: CivilDay): CivilDay {
  const usual = addDays(today, 6 * 7);
  const earliest = earliestClose(regimeId, today);
  return earliest > usual ? earliest : usual;
}

/** What stands already: the terms put last, the price offered. */
function standing({ which, transfer }: DeskFormPageProps): Record<string, string> {
  if (which === "decide") return { pricePence: poundsBox(transfer.offeredPence) };
  if (which !== "terms" || transfer.terms === null) return {};
  const { text, benefits } = transfer.terms;
  return {
    textEn: text.en,
    textCy: text.cy,
    ...Object.fromEntries(
      benefits.flatMap(({ what, target }, index) => [
        [`benefit${index + 1}En`, what.en],
        [`benefit${index + 1}Cy`, what.cy],
        [`target${index + 1}`, String(target)],
      ]),
    ),
  };
}
