import { mayBeLonger } from "#domain/asset-transfers/longer-time.ts";
import { isPublished, missingDocuments, REGIMES, DOCUMENT_KINDS, type DocumentKind } from "#domain/asset-transfers/regime.ts";
import { isOver, nextStages } from "#domain/asset-transfers/transfer.ts";
import { yearToReturn } from "#domain/asset-transfers/terms.ts";
import { judgeReview, REVIEW_PROCEDURES } from "#domain/asset-transfers/review.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { TaskList } from "#components/feedback/task-list.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { FileField } from "#components/forms/file-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { DoneNotice, factsOf, paperLink, ScanTag, StageTag, Terms } from "#features/asset-transfers/ui/transfers.tsx";
import { clockWords } from "#features/asset-transfers/ui/clock-words.ts";
import { Choose, FormFrame, Line, Paragraphs, Select, Whole, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { AnswerFields, answerKind, openProposal, ProposalFields, TimeProposals } from "#features/asset-transfers/longer-time/ui/longer-time.tsx";
import { Review } from "#features/asset-transfers/reviewing/ui/review.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { OwnTransfer, TransferInView } from "../../queries.ts";

/** What an organisation can do on a page of its own; each has a form. */
export const OWN_FORMS = ["texts", "review", "document", "answer", "longer-time", "answer-time", "assessment", "bid-requested", "agree", "return", "withdrawn"] as const;
export type OwnForm = (typeof OWN_FORMS)[number];

/** What is said after a form was sent, by the word its address carries; null for any other. */
export function doneWords(locale: Locale, done: string | null): string | null {
  const { assetTransfers, firstLook, transferReviews } = messages(locale);
  const words: Readonly<Record<string, string>> = { ...assetTransfers.ours.done, changed: firstLook.ours.done, review: transferReviews.ours.done, time: messages(locale).longerTime.done };
  return done !== null && Object.hasOwn(words, done) ? (words[done] ?? null) : null;
}

/** The title of a form. */
export function ownFormTitle(locale: Locale, which: OwnForm, { timeProposals }: Pick<OwnTransfer, "timeProposals">): string {
  const t = messages(locale).assetTransfers.ours;
  if (which === "texts") return messages(locale).firstLook.ours.change;
  if (which === "review") return messages(locale).transferReviews.ours.title;
  if (which === "longer-time" || which === "answer-time") return messages(locale).longerTime.forms[which === "longer-time" ? which : answerKind("organisation", timeProposals)].title;
  return which === "answer" ? t.answer.title : which === "document" ? t.document.title : which === "agree" ? t.agree.title : which === "return" ? t.returning.title : t.steps[which].title;
}

/** Which of the forms are open now. */
export function openForms(transfer: OwnTransfer, today: CivilDay): readonly OwnForm[] {
  const next = nextStages(transfer.regimeId, transfer.stage);
  const missing = missingOf(transfer).length > 0;
  const open = (form: OwnForm): boolean => {
    switch (form) {
      case "texts":
        return transfer.sight === "sent-back" && !isOver(transfer.stage);
      case "review":
        return mayAskReview(transfer, today);
      case "document":
        return !isOver(transfer.stage) || (transfer.review === null ? mayAskReview(transfer, today) : transfer.review.decision === null && transfer.regimeId !== "right-to-bid");
      case "answer":
        return transfer.questions.some(({ answer }) => answer === null);
      case "longer-time":
        return transfer.regimeId !== "right-to-bid" && openProposal(transfer.timeProposals) === null && mayBeLonger(transfer, today);
      case "answer-time":
        return openProposal(transfer.timeProposals) !== null;
      case "assessment":
        return transfer.regimeId === "community-transfer" && transfer.stage === "full-application" && transfer.sight === "shown" && !missing;
      case "bid-requested":
      case "withdrawn":
        return next.includes(form);
      case "agree":
        return transfer.stage === "heads-of-terms" && transfer.terms !== null && transfer.terms.agreed === null;
      case "return":
        return transfer.stage === "monitoring" && transfer.terms !== null && yearDue(transfer, today) !== null;
    }
  };
  return OWN_FORMS.filter(open);
}

/** Of a listing its owner asks for a review, on a page of their own. */
const mayAskReview = ({ regimeId, review, reviewable }: OwnTransfer, today: CivilDay): boolean => regimeId !== "right-to-bid" && review === null && judgeReview(reviewable, today).ok;

const missingOf = ({ regimeId, documents }: OwnTransfer): readonly DocumentKind[] =>
  missingDocuments(
    regimeId,
    documents.filter(({ scan }) => scan !== "refused").map(({ kind }) => kind).filter((kind): kind is DocumentKind => (DOCUMENT_KINDS as readonly string[]).includes(kind)),
  );

export interface OwnTransferPageProps {
  readonly locale: Locale;
  readonly home: string;
  readonly transfer: OwnTransfer;
  readonly today: string;
  readonly done: string | null;
}

/** An organisation's own page: what to do next, its documents, the council's questions, how it stands. */
export function OwnTransferPage({ locale, home, transfer, today, done }: OwnTransferPageProps) {
  const all = messages(locale).assetTransfers;
  const t = all.ours;
  const f = format(locale);
  const first = messages(locale).firstLook;
  const here = `${home}/asset-transfers/${transfer.slug}`;
  const forms = openForms(transfer, today);
  const appealUntil = transfer.clocks.find(({ id, lastDay }) => id === "appeal" && lastDay >= today);
  const words: Record<Exclude<OwnForm, "answer">, string> = {
    texts: first.ours.change,
    review: messages(locale).transferReviews.ours.task,
    document: t.sendOne,
    assessment: t.steps.assessment.title,
    "bid-requested": t.steps["bid-requested"].title,
    "longer-time": messages(locale).longerTime.forms["longer-time"].title,
    "answer-time": messages(locale).longerTime.forms[answerKind("organisation", transfer.timeProposals)].title,
    withdrawn: t.steps.withdrawn.title,
    agree: t.agree.title,
    return: t.returning.title,
  };
  const tasks = forms.flatMap((form) =>
    form === "answer"
      ? transfer.questions.filter(({ answer }) => answer === null).map(({ id, text }) => ({ href: `${here}/ours/answer?question=${id}`, title: t.answerThis, note: text }))
      : form === "withdrawn"
        ? []
        : [{ href: `${here}/ours/${form}`, title: words[form] }],
  );
  const urgent = forms.some((form) => !["document", "withdrawn", "longer-time"].includes(form) && (form !== "answer-time" || answerKind("organisation", transfer.timeProposals) === "answer-time")) || missingOf(transfer).length > 0;
  const rows = REGIMES[transfer.regimeId].documents.map((kind) => ({ kind, paper: transfer.documents.find((each) => each.kind === kind) ?? null }));
  return (
    <div className="stack-xl">
      {done === null ? null : <DoneNotice title={done} />}
      <PageHead tag={<StageTag locale={locale} stage={transfer.stage} />} title={t.title({ organisation: transfer.organisation })} lead={textIn(transfer.title, locale).text}>
        <p>
          <a href={here}>{t.publicPage}</a>
        </p>
      </PageHead>
      {transfer.sentBack === null ? null : (
        <Notice kind="warn" title={first.ours.back}>
          <span className="whitespace-pre-line">{transfer.sentBack}</span>
        </Notice>
      )}
      <Section id="next" title={t.next} className="stack">
        {transfer.sight === "waiting" && !isOver(transfer.stage) ? <p>{first.ours.waiting}</p> : null}
        {urgent ? null : <p>{t.nothing}</p>}
        {tasks.length === 0 ? null : <TaskList tasks={tasks} />}
        {transfer.clocks.length === 0 ? null : (
          <ul>
            {transfer.clocks.map((clock) => (
              <li key={clock.id}>{clockWords(locale, clock, today)}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="documents" title={t.checklist}>
        <DataTable
          caption={t.checklist}
          captionLook="hidden"
          stack
          rows={rows}
          rowKey={({ kind }) => kind}
          columns={[
            { key: "kind", header: t.document.kind, names: true, cell: ({ kind, paper }) => (paper ? paperLink(locale, `${here}/ours`, paper) : all.documents[kind]) },
            { key: "state", header: t.state, cell: ({ paper }) => (paper ? <ScanTag locale={locale} paper={paper} /> : <Tag kind="notYet">{t.missing}</Tag>) },
            { key: "sent", header: t.document.file, cell: ({ paper }) => (paper ? t.sentOn({ name: paper.name, date: f.date(paper.sentAt) }) : "") },
            { key: "seen", header: t.public, hideHeader: true, cell: ({ kind }) => (isPublished(kind) ? t.public : t.kept) },
          ]}
        />
      </Section>
      <Section id="questions" title={t.questions}>
        {transfer.questions.length === 0 ? (
          <p>{t.noQuestions}</p>
        ) : (
          <SummaryList rows={transfer.questions.map(({ id, text, answer }) => ({ term: text, answer: answer ?? <a href={`${here}/ours/answer?question=${id}`}>{t.answerThis}</a> }))} />
        )}
      </Section>
      {transfer.returnsSent.length === 0 ? null : (
        <Section id="returns" title={messages(locale).firstLook.returns.title}>
          <SummaryList rows={transfer.returnsSent.map(({ year, sight, why }) => ({ term: String(year), answer: [messages(locale).firstLook.returns.sights[sight], why].filter(Boolean).join(" ") }))} />
        </Section>
      )}
      {transfer.timeProposals.length === 0 ? null : <TimeProposals locale={locale} proposals={transfer.timeProposals} />}
      {transfer.review ? <Review locale={locale} review={transfer.review} /> : null}
      {appealUntil ? <p>{messages(locale).transferReviews.appealNow({ date: f.date(appealUntil.lastDay) })}</p> : null}
      {transfer.terms ? <Terms locale={locale} terms={transfer.terms} /> : null}
      <Section id="sent" title={all.proposed}>
        <SummaryList rows={factsOf(locale, home, transfer)} />
        {forms.includes("withdrawn") ? (
          <p className="mt-4">
            <a href={`${here}/ours/withdrawn`}>{t.steps.withdrawn.title}</a>
          </p>
        ) : null}
      </Section>
    </div>
  );
}

const yearDue = ({ stages, returnsSent }: OwnTransfer, today: CivilDay): number | null => yearToReturn(stages.find(({ stage }) => stage === "completion")?.reachedOn ?? today, today, returnsSent);

/** The year a return is due for; or a return that was sent back, as it reads. */
function standingReturn(transfer: OwnTransfer, today: CivilDay): Record<string, string> {
  const back = transfer.returnsSent.find(({ sight }) => sight === "sent-back");
  if (!back) return { year: String(yearDue(transfer, today) ?? today.slice(0, 4)) };
  return { year: String(back.year), story: back.story, ...Object.fromEntries(back.reached.map((count, index) => [`reached${index + 1}`, String(count)])) };
}

export interface OwnFormPageProps {
  readonly locale: Locale;
  readonly home: string;
  readonly which: OwnForm;
  readonly transfer: OwnTransfer;
  readonly questionId: string | null;
  readonly form: RefusedForm;
  readonly once: string;
  readonly today: CivilDay;
}

/** One thing an organisation does, on a page of its own. */
export function OwnFormPage({ locale, home, which, transfer, questionId, form, once, today }: OwnFormPageProps) {
  const all = messages(locale).assetTransfers;
  const t = all.ours;
  const f = format(locale);
  const back = { href: `${home}/asset-transfers/${transfer.slug}/ours`, text: t.back };
  const benefits = transfer.terms?.benefits ?? [];
  const kit: FormKit = {
    locale,
    welsh: false,
    form,
    stands: {
      ...(which === "return" ? standingReturn(transfer, today) : {}),
      ...(which === "texts" ? { organisation: transfer.organisation, summary: transfer.summary[transfer.writtenIn], gains: transfer.gains, funding: transfer.funding, declaration: transfer.declaration } : {}),
    },
    labels: {
      ...all.apply.fields,
      ...(which === "review" ? messages(locale).transferReviews.fields : {}),
      ...(which === "longer-time" || which === "answer-time" ? messages(locale).longerTime.fields : {}),
      kind: t.document.kind,
      file: t.document.file,
      ...(which === "answer" ? { answer: t.answer.field } : {}),
      signedAs: t.agree.signedAs,
      agreed: t.agree.agreed,
      year: t.returning.year,
      story: t.returning.story,
      ...Object.fromEntries(benefits.map(({ what, target }, index) => [`reached${index + 1}`, t.returning.reached({ what: textIn(what, locale).text, target: f.number(target) })])),
    },
    faultWords: { ...all.faults, ...messages(locale).firstLook.faults, ...messages(locale).transferReviews.faults, ...messages(locale).longerTime.faults },
  };
  switch (which) {
    case "review": {
      const { ours, procedures } = messages(locale).transferReviews;
      const until = transfer.clocks.find(({ id }) => id === "review" || id === "review-undecided");
      return (
        <FormFrame kit={kit} title={ours.title} lead={ours.lead} hidden={{}} button={ours.button} back={back}>
          {until ? <p>{ours.until({ date: f.date(until.lastDay) })}</p> : null}
          <Paragraphs kit={kit} name="reasons" rows={10} />
          <Choose kit={kit} name="procedure" choices={REVIEW_PROCEDURES.map((value) => ({ value, text: procedures[value] }))} />
        </FormFrame>
      );
    }
    case "longer-time":
      return (
        <FormFrame kit={kit} {...messages(locale).longerTime.forms[which]} hidden={{ once: typed(form, "once", once) }} back={back}>
          <ProposalFields kit={kit} locale={locale} transfer={transfer} today={today} />
        </FormFrame>
      );
    case "answer-time": {
      const proposal = openProposal(transfer.timeProposals);
      return (
        <FormFrame kit={kit} {...messages(locale).longerTime.forms[answerKind("organisation", transfer.timeProposals)]} hidden={{ proposalId: proposal?.id ?? "" }} back={back}>
          {proposal ? <AnswerFields kit={kit} locale={locale} proposal={proposal} sides={["organisation"]} /> : null}
        </FormFrame>
      );
    }
    case "texts": {
      const first = messages(locale).firstLook.ours;
      return (
        <FormFrame kit={kit} title={first.change} lead={first.lead} hidden={{}} button={first.button} back={back}>
          {transfer.sentBack === null ? null : (
            <Notice kind="warn" title={first.back}>
              <span className="whitespace-pre-line">{transfer.sentBack}</span>
            </Notice>
          )}
          <Line kit={kit} name="organisation" />
          <Paragraphs kit={kit} name="summary" rows={5} />
          <Paragraphs kit={kit} name="gains" rows={4} />
          <Paragraphs kit={kit} name="funding" hint={all.apply.hints.funding} rows={4} />
          <Paragraphs kit={kit} name="declaration" hint={all.apply.hints.declaration} rows={3} />
        </FormFrame>
      );
    }
    case "document":
      return (
        <FormFrame kit={kit} title={t.document.title} lead={t.document.lead} hidden={{}} button={t.document.button} back={back} multipart>
          <Select kit={kit} name="kind" hint={t.document.hint} options={[...REGIMES[transfer.regimeId].documents].map((value) => ({ value, text: all.documents[value] }))} />
          <FileField name="file" label={t.document.file} accept=".pdf,.docx,.odt,.txt" error={fieldError(locale, form, "file", all.faults)} />
        </FormFrame>
      );
    case "answer": {
      const asked = typed(form, "questionId", questionId ?? "");
      const question = transfer.questions.find(({ id }) => id === asked) ?? transfer.questions.find(({ answer }) => answer === null);
      return (
        <FormFrame kit={kit} title={t.answer.title} lead={question?.text ?? ""} hidden={{ questionId: question?.id ?? "" }} button={t.answer.button} back={back}>
          <Paragraphs kit={kit} name="answer" rows={6} />
        </FormFrame>
      );
    }
    case "agree":
      return (
        <FormFrame kit={kit} title={t.agree.title} hidden={{ version: String(transfer.terms?.version ?? 0) }} button={t.agree.button} back={back}>
          {transfer.terms ? <Terms locale={locale} terms={transfer.terms} /> : null}
          <Line kit={kit} name="signedAs" width="medium" />
          <Checkbox name="agreed" text={t.agree.tick} checked={typed(form, "agreed") === "yes"} error={fieldError(locale, form, "agreed", all.faults)} />
        </FormFrame>
      );
    case "return":
      return (
        <FormFrame kit={kit} title={t.returning.title} lead={t.returning.lead} hidden={{}} button={t.returning.button} back={back}>
          {transfer.returnsSent.filter(({ sight }) => sight === "sent-back").map(({ year, why }) => (
            <Notice key={year} kind="warn" title={messages(locale).firstLook.returns.back({ year: String(year) })}>
              <span className="whitespace-pre-line">{why}</span>
            </Notice>
          ))}
          <Whole kit={kit} name="year" />
          {benefits.map((_, index) => (
            <Whole key={index} kit={kit} name={`reached${index + 1}`} />
          ))}
          <Paragraphs kit={kit} name="story" rows={6} />
        </FormFrame>
      );
    default:
      return (
        <FormFrame kit={kit} title={t.steps[which].title} lead={t.steps[which].lead} hidden={{ step: which }} button={t.steps[which].button} back={back}>
          {null}
        </FormFrame>
      );
  }
}

export interface MineProps {
  readonly locale: Locale;
  readonly home: string;
  readonly sent: readonly TransferInView[];
  readonly drafts: readonly { readonly slug: string; readonly name: BilingualText; readonly savedAt: Date }[];
}

/** What somebody applies for, and what they have begun. */
export function OwnTransfers({ locale, home, sent, drafts }: MineProps) {
  const all = messages(locale).assetTransfers;
  const t = all.ours;
  const here = `${home}/asset-transfers`;
  return (
    <div className="stack-l">
      <PageHead title={t.mineTitle} />
      {sent.length + drafts.length === 0 ? (
        <EmptyState level={2} title={t.mineNone}>
          <a href={`${here}/register`}>{all.register.link}</a>
        </EmptyState>
      ) : null}
      {drafts.length === 0 ? null : (
        <Section id="drafts" title={t.mineDrafts}>
          <TaskList tasks={drafts.map(({ slug, name, savedAt }) => ({ href: `${here}/register/${slug}/apply`, title: textIn(name, locale).text, note: all.apply.draftFrom({ when: format(locale).dateAndTime(savedAt) }) }))} />
        </Section>
      )}
      {sent.length === 0 ? null : (
        <Section id="sent" title={t.mineSent}>
          <TaskList tasks={sent.map(({ slug, title, organisation, stage }) => ({ href: `${here}/${slug}/ours`, title: textIn(title, locale).text, note: organisation, tag: <StageTag locale={locale} stage={stage} /> }))} />
        </Section>
      )}
    </div>
  );
}
