import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { Section } from "#components/layout/section.tsx";
import { SummaryList, type SummaryRow } from "#components/tables/summary-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { ReviewInView } from "../../queries.ts";

/** What is said of a review: of a listing another thing than in Scotland. */
const wordsFor = (locale: Locale, { ground }: ReviewInView) => {
  const { listingReviews, transferReviews } = messages(locale);
  return ground === "listed" ? { ...transferReviews, ...listingReviews.review } : transferReviews;
};

/** A review of the decision and the appeal that followed: asked for, acknowledged, decided, appealed against, ended; each with its day. */
export function Review({ locale, review }: { readonly locale: Locale; readonly review: ReviewInView }) {
  const t = wordsFor(locale, review);
  const { outcomes } = messages(locale).assetTransfers.decision;
  const f = format(locale);
  const { decision, appeal } = review;
  const words = (text: BilingualText) => {
    const read = textIn(text, locale);
    return <Words text={read.text} lang={read.lang === locale ? undefined : read.lang} />;
  };
  const rows: readonly SummaryRow[] = [
    {
      term: t.asked,
      answer: (
        <>
          {t.askedOn({ date: f.date(review.askedOn), ground: t.grounds[review.ground] })}
          <span className="block small muted">{t.groundSource}</span>
        </>
      ),
    },
    { term: t.procedure, answer: t.procedures[review.procedure] },
    ...(review.ground === "listed" && review.reasons === "" ? [] : [{ term: t.reasons, answer: review.reasons === "" ? t.reasonsLater : <Words text={review.reasons} lang={review.writtenIn === locale ? undefined : review.writtenIn} /> }]),
    ...(review.acknowledgedAt === null ? [] : [{ term: t.acknowledged, answer: f.date(review.acknowledgedAt) }]),
    ...review.hearings.map(({ kind, heldOn, place, who, note }) => ({
      term: t.hearings[kind === "site-visit" ? "site-visit" : "hearing"],
      answer: (
        <>
          {t.heldOn({ date: f.date(heldOn), place })}
          {who === "" ? null : <span className="block small muted whitespace-pre-line">{who}</span>}
          {note.en + note.cy === "" ? null : <span className="block">{words(note)}</span>}
        </>
      ),
    })),
    { term: t.decided, answer: decision === null ? t.notDecided : t.decidedOn({ outcome: t.outcomes[decision.outcome], result: outcomes[decision.result], date: f.date(decision.decidedOn), body: decision.body }) },
    ...(decision === null ? [] : [{ term: t.why, answer: words(decision.reasons) }]),
    ...(appeal === null ? [] : [{ term: t.appealed, answer: t.appealedOn({ date: f.date(appeal.appealedOn), reference: appeal.reference }) }]),
    ...(appeal?.ended
      ? [
          { term: t.ended, answer: t.endedOn({ outcome: t.appealOutcomes[appeal.ended.outcome], date: f.date(appeal.ended.decidedOn) }) },
          { term: t.why, answer: words(appeal.ended.summary) },
        ]
      : []),
  ];
  return (
    <Section id="review" title={t.title} className="stack">
      <SummaryList rows={rows} />
    </Section>
  );
}

const Words = ({ text, lang }: { readonly text: string; readonly lang: string | undefined }) => (
  <span className="whitespace-pre-line" lang={lang}>
    {text}
  </span>
);
