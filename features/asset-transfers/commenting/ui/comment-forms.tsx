import { COMMENT_REASONS, COMMENT_VIEWS } from "#domain/asset-transfers/comment.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Quote } from "#components/feedback/comment.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { Choose, FormFrame, Line, Paragraphs, Select, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { messages } from "#i18n/messages.ts";
import { format } from "#i18n/format.ts";
import type { CommentInView, OwnComment } from "../queries.ts";
import { writerOf } from "./comments.tsx";

interface FormProps {
  readonly locale: Locale;
  readonly form: RefusedForm;
  readonly back: string;
}

/** What somebody says of an application. */
export function CommentForm({ locale, form, back, title, once, name }: FormProps & { readonly title: BilingualText; readonly once: string; readonly name: string }) {
  const t = messages(locale).transferComments;
  const kit: FormKit = { locale, welsh: false, form, stands: { name }, labels: t.fields, faultWords: t.faults };
  return (
    <FormFrame kit={kit} title={t.form.title({ title: textIn(title, locale).text })} lead={t.form.lead} hidden={{ once: typed(form, "once", once) }} button={t.form.button} back={{ href: back, text: t.form.back }}>
      <CommentFields kit={kit} locale={locale} />
    </FormFrame>
  );
}

/** The fields of a comment, for whoever writes it or enters it from paper. */
export function CommentFields({ kit, locale, ofSomebodyElse = false }: { readonly kit: FormKit; readonly locale: Locale; readonly ofSomebodyElse?: boolean }) {
  const t = messages(locale).transferComments;
  return (
    <>
      <Line kit={kit} name="name" width="medium" />
      <Line kit={kit} name="organisation" hint={ofSomebodyElse ? t.hints.theirOrganisation : t.hints.organisation} />
      <Choose kit={kit} name="view" choices={COMMENT_VIEWS.map((value) => ({ value, text: t.views[value] }))} />
      <Paragraphs kit={kit} name="text" hint={t.hints.text} rows={7} />
    </>
  );
}

/** Somebody reports a comment. */
export function ReportForm({ locale, form, back, comment }: FormProps & { readonly comment: CommentInView }) {
  const t = messages(locale).transferComments;
  const kit: FormKit = { locale, welsh: false, form, stands: {}, labels: t.fields, faultWords: t.faults };
  return (
    <FormFrame kit={kit} title={t.reporting.title} lead={t.reporting.lead} hidden={{ commentId: comment.id }} button={t.reporting.button} back={{ href: back, text: t.form.back }}>
      <CommentQuote locale={locale} comment={comment} />
      <Choose kit={kit} name="reason" choices={COMMENT_REASONS.map((value) => ({ value, text: t.reasons[value] }))} />
      <Paragraphs kit={kit} name="note" rows={3} />
    </FormFrame>
  );
}

/** A comment as it was written, above what is done about it. */
function CommentQuote({ locale, comment }: { readonly locale: Locale; readonly comment: CommentInView }) {
  const t = messages(locale).transferComments;
  return (
    <>
      <Quote source={`${writerOf(locale, comment)}, ${t.views[comment.view]}`}>
        <p className="whitespace-pre-line" lang={comment.writtenIn === locale ? undefined : comment.writtenIn}>
          {comment.text}
        </p>
      </Quote>
      {comment.reported === null ? null : <p>{t.desk.reported({ reason: t.reasons[comment.reported] })}</p>}
    </>
  );
}

/** Comments for an officer to look at: one at a time, what waits first. */
export function CommentLookForm({ locale, form, back, comment, mayAnswer }: FormProps & { readonly comment: CommentInView; readonly mayAnswer: boolean }) {
  const t = messages(locale).transferComments;
  if (comment.appeal !== null) return <AppealForm locale={locale} form={form} back={back} comment={comment} text={comment.appeal.text} mayAnswer={mayAnswer} />;
  const kit: FormKit = { locale, welsh: false, form, stands: {}, labels: t.fields, faultWords: t.faults };
  return (
    <FormFrame kit={kit} title={t.forms["comment-look"].title} lead={t.forms["comment-look"].lead} hidden={{ commentId: comment.id }} button={t.forms["comment-look"].button} back={{ href: back, text: t.desk.back }}>
      <CommentQuote locale={locale} comment={comment} />
      <Choose kit={kit} name="act" choices={(["shown", "removed"] as const).map((value) => ({ value, text: t.desk.acts[value] }))} />
      <Select kit={kit} name="reason" hint={t.hints.reason} options={[{ value: "", text: "–" }, ...COMMENT_REASONS.map((value) => ({ value, text: t.reasons[value] }))]} />
      <Paragraphs kit={kit} name="note" hint={t.hints.note} rows={3} />
    </FormFrame>
  );
}

/** An appeal for another officer than whoever wrote the comment or took it down. */
function AppealForm({ locale, form, back, comment, text, mayAnswer }: FormProps & { readonly comment: CommentInView; readonly text: string; readonly mayAnswer: boolean }) {
  const t = messages(locale).transferComments;
  const backLink = { href: back, text: t.desk.back };
  if (!mayAnswer)
    return (
      <div className="stack-l">
        <PageHead title={t.appeal.answerTitle} />
        <Notice kind="info" title={t.appeal.own} />
        <p>
          <a href={backLink.href}>{backLink.text}</a>
        </p>
      </div>
    );
  const kit: FormKit = { locale, welsh: false, form, stands: {}, labels: { ...t.fields, ...t.appeal.fields }, faultWords: t.faults };
  return (
    <FormFrame kit={kit} title={t.appeal.answerTitle} lead={t.appeal.answerLead} hidden={{ commentId: comment.id, of: "appeal" }} button={t.appeal.answerButton} back={backLink}>
      <CommentQuote locale={locale} comment={comment} />
      {comment.removed === null ? null : <p>{t.removed({ date: format(locale).date(comment.removed.at), reason: t.reasons[comment.removed.reason] })}</p>}
      <Quote source={t.appeal.theirs}>
        <p className="whitespace-pre-line">{text}</p>
      </Quote>
      <Choose kit={kit} name="decision" choices={(["uphold", "refuse"] as const).map((value) => ({ value, text: t.appeal.decisions[value] }))} />
      <Paragraphs kit={kit} name="answer" hint={t.appeal.answerHint} rows={4} />
    </FormFrame>
  );
}

/** For somebody who looks for a comment of theirs where they wrote none: the public page, which all share, leads everybody here. */
export function NoOwnComment({ locale, back, title }: Pick<FormProps, "locale" | "back"> & { readonly title: BilingualText }) {
  const t = messages(locale).transferComments.own;
  return (
    <div className="stack-l">
      <PageHead title={t.title({ title: textIn(title, locale).text })} lead={t.none} />
      <p>
        <a href={back}>{t.back}</a>
      </p>
    </div>
  );
}

/** What somebody wrote, what was done about it and why; from what was taken down they ask for another look. */
export function OwnCommentPage({ locale, form, back, title, comment, appealed }: FormProps & { readonly title: BilingualText; readonly comment: OwnComment; readonly appealed: boolean }) {
  const t = messages(locale).transferComments;
  const f = format(locale);
  const { removal, answer } = comment;
  const head = t.own.title({ title: textIn(title, locale).text });
  const backLink = { href: back, text: t.own.back };
  const said = (
    <>
      {appealed ? <Notice kind="good" title={t.appeal.done} answers /> : null}
      <Quote source={`${t.views[comment.view]}, ${f.date(comment.sentOn)}`}>
        <p className="whitespace-pre-line" lang={comment.writtenIn === locale ? undefined : comment.writtenIn}>
          {comment.text}
        </p>
      </Quote>
      <SummaryList
        rows={[
          { term: t.own.state, answer: t.desk.sights[comment.sight] },
          ...(removal === null
            ? []
            : [
                { term: t.own.decided, answer: t.own.by({ date: f.date(removal.at) }) },
                { term: t.own.rule, answer: t.reasons[removal.reason] },
                ...(removal.note === "" ? [] : [{ term: t.own.note, answer: <span className="whitespace-pre-line">{removal.note}</span> }]),
                ...(removal.appeal === null ? [] : [{ term: t.appeal.yours, answer: <span className="whitespace-pre-line">{removal.appeal}</span> }]),
              ]),
          ...(answer === null ? [] : [{ term: answer.upheld ? t.appeal.upheld({ date: f.date(answer.at) }) : t.appeal.refused({ date: f.date(answer.at) }), answer: <span className="whitespace-pre-line">{answer.note}</span> }]),
        ]}
      />
    </>
  );
  if (comment.sight !== "removed" || removal === null || removal.appeal !== null)
    return (
      <div className="stack-l">
        <PageHead title={head} />
        {said}
        {removal !== null && removal.appeal !== null && answer === null ? <p>{t.appeal.waits}</p> : null}
        <p>
          <a href={backLink.href}>{backLink.text}</a>
        </p>
      </div>
    );
  const kit: FormKit = { locale, welsh: false, form, stands: {}, labels: t.appeal.fields, faultWords: t.faults };
  return (
    <FormFrame kit={kit} title={head} hidden={{}} button={t.appeal.button} back={backLink}>
      {said}
      <p>{t.appeal.lead}</p>
      <Paragraphs kit={kit} name="text" rows={5} />
    </FormFrame>
  );
}
