import { COMMENT_REASONS, COMMENT_VIEWS } from "#domain/asset-transfers/comment.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Quote } from "#components/feedback/comment.tsx";
import { Choose, FormFrame, Line, Paragraphs, Select, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { messages } from "#i18n/messages.ts";
import type { CommentInView } from "../queries.ts";
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
export function CommentFields({ kit, locale }: { readonly kit: FormKit; readonly locale: Locale }) {
  const t = messages(locale).transferComments;
  return (
    <>
      <Line kit={kit} name="name" width="medium" />
      <Line kit={kit} name="organisation" hint={t.hints.organisation} />
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
export function CommentLookForm({ locale, form, back, comment }: FormProps & { readonly comment: CommentInView }) {
  const t = messages(locale).transferComments;
  const kit: FormKit = { locale, welsh: false, form, stands: {}, labels: t.fields, faultWords: t.faults };
  return (
    <FormFrame kit={kit} title={t.forms["comment-look"].title} lead={t.forms["comment-look"].lead} hidden={{ commentId: comment.id }} button={t.forms["comment-look"].button} back={{ href: back, text: messages(locale).assetTransfers.manage.back }}>
      <CommentQuote locale={locale} comment={comment} />
      <Choose kit={kit} name="act" choices={(["shown", "removed"] as const).map((value) => ({ value, text: t.desk.acts[value] }))} />
      <Select kit={kit} name="reason" options={[{ value: "", text: "–" }, ...COMMENT_REASONS.map((value) => ({ value, text: t.reasons[value] }))]} />
      <Paragraphs kit={kit} name="note" hint={t.hints.note} rows={3} />
    </FormFrame>
  );
}
