import type { ReactNode } from "react";
import { mayBeLonger } from "#domain/asset-transfers/longer-time.ts";
import { judgeReview, LISTING_PROCEDURES } from "#domain/asset-transfers/review.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { TaskList } from "#components/feedback/task-list.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { AnswerFields, openProposal, ProposalFields, TimeProposals } from "#features/asset-transfers/longer-time/ui/longer-time.tsx";
import { Review } from "#features/asset-transfers/reviewing/ui/review.tsx";
import { clockWords } from "#features/asset-transfers/ui/clock-words.ts";
import { DoneNotice, StageTag } from "#features/asset-transfers/ui/transfers.tsx";
import { Choose, FormFrame, Line, Paragraphs, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { OwnListing } from "../../queries.ts";

/** What the owner of listed land can do on a page of their own; each has a form. */
export const OWNER_FORMS = ["review", "longer-time", "answer-time"] as const;
export type OwnerForm = (typeof OWNER_FORMS)[number];

/** Which of the forms are open now. */
export function openOwnerForms(listing: OwnListing, today: CivilDay): readonly OwnerForm[] {
  const open: Readonly<Record<OwnerForm, boolean>> = {
    review: listing.review === null && judgeReview(listing.reviewable, today).ok,
    "longer-time": openProposal(listing.timeProposals) === null && mayBeLonger(listing, today),
    "answer-time": openProposal(listing.timeProposals) !== null,
  };
  return OWNER_FORMS.filter((form) => open[form]);
}

/** The title of a form. */
export const ownerFormTitle = (locale: Locale, which: OwnerForm): string => (which === "review" ? messages(locale).listingReviews.owner.ask : messages(locale).longerTime.forms[which].title);

/** What is said after something was done, by the word the address carries; null for any other. */
export function ownerDone(locale: Locale, done: string | null): string | null {
  const { owner } = messages(locale).listingReviews;
  if (done === "claim") return messages(locale).compensation.owner.done;
  return done === "opened" ? owner.opened : done === "review" || done === "time" ? owner.done[done] : null;
}

export interface OwnerCodeProps {
  readonly locale: Locale;
  readonly home: string;
  readonly slug: string;
  readonly title: BilingualText;
  readonly form: RefusedForm;
}

/** Where the owner types the code of their notice. */
export function OwnerCode({ locale, home, slug, title, form }: OwnerCodeProps) {
  const t = messages(locale).listingReviews;
  const kit: FormKit = { locale, welsh: false, form, stands: {}, labels: { code: t.owner.codeField }, faultWords: t.faults };
  return (
    <FormFrame kit={kit} about={textIn(title, locale).text} title={t.owner.codeTitle} lead={t.owner.codeLead} hidden={{}} button={t.owner.codeButton} back={{ href: `${home}/asset-transfers/${slug}`, text: t.owner.publicPage }}>
      <Line kit={kit} name="code" hint={t.owner.codeHint} width="medium" />
    </FormFrame>
  );
}

export interface OwnerPageProps {
  readonly locale: Locale;
  readonly home: string;
  readonly listing: OwnListing;
  readonly today: CivilDay;
  readonly done: string | null;
  /** The owner's claims for compensation, already drawn. */
  readonly claims: ReactNode;
}

/** The owner's page of listed land: what they can do, until when, and what came of it. */
export function OwnerPage({ locale, home, listing, today, done, claims }: OwnerPageProps) {
  const t = messages(locale).listingReviews.owner;
  const here = `${home}/asset-transfers/${listing.slug}`;
  const forms = openOwnerForms(listing, today);
  const appealUntil = listing.clocks.find(({ id, lastDay }) => id === "tribunal-appeal" && lastDay >= today);
  return (
    <div className="stack-xl">
      {done === null ? null : <DoneNotice title={done} />}
      <PageHead tag={<StageTag locale={locale} stage={listing.stage} />} title={t.title({ title: textIn(listing.title, locale).text })}>
        <p>
          <a href={here}>{t.publicPage}</a>
        </p>
      </PageHead>
      <Section id="next" title={t.next} className="stack">
        {forms.length === 0 ? <p>{t.nothing}</p> : <TaskList tasks={forms.map((form) => ({ href: `${here}/owner/${form}`, title: ownerFormTitle(locale, form) }))} />}
        {appealUntil ? <p>{t.appealNow({ date: format(locale).date(appealUntil.lastDay) })}</p> : null}
        {listing.clocks.length === 0 ? null : (
          <ul>
            {listing.clocks.map((clock) => (
              <li key={clock.id}>{clockWords(locale, clock, today)}</li>
            ))}
          </ul>
        )}
        <p className="small muted">{t.law}</p>
      </Section>
      {listing.review ? <Review locale={locale} review={listing.review} /> : null}
      {listing.timeProposals.length === 0 ? null : <TimeProposals locale={locale} proposals={listing.timeProposals} />}
      {claims}
    </div>
  );
}

export interface OwnerFormPageProps {
  readonly locale: Locale;
  readonly home: string;
  readonly which: OwnerForm;
  readonly listing: OwnListing;
  readonly form: RefusedForm;
  readonly once: string;
  readonly today: CivilDay;
}

/** One thing the owner does, on a page of its own. */
export function OwnerFormPage({ locale, home, which, listing, form, once, today }: OwnerFormPageProps) {
  const { listingReviews, longerTime } = messages(locale);
  const t = listingReviews.owner;
  const back = { href: `${home}/asset-transfers/${listing.slug}/owner`, text: t.back };
  const kit: FormKit = { locale, welsh: false, form, stands: {}, labels: which === "review" ? listingReviews.fields : longerTime.fields, faultWords: { ...longerTime.faults, ...listingReviews.faults } };
  if (which === "review") {
    const until = listing.clocks.find(({ id }) => id === "listing-review");
    return (
      <FormFrame kit={kit} title={t.askForm.title} lead={t.askForm.lead} hidden={{}} button={t.askForm.button} back={back}>
        {until ? <p>{t.askForm.until({ date: format(locale).date(until.lastDay) })}</p> : null}
        <Paragraphs kit={kit} name="reasons" rows={10} />
        <Choose kit={kit} name="procedure" choices={LISTING_PROCEDURES.map((value) => ({ value, text: t.procedures[value] }))} />
      </FormFrame>
    );
  }
  if (which === "longer-time")
    return (
      <FormFrame kit={kit} {...longerTime.forms[which]} hidden={{ once: typed(form, "once", once) }} back={back}>
        <ProposalFields kit={kit} locale={locale} transfer={listing} today={today} />
      </FormFrame>
    );
  const proposal = openProposal(listing.timeProposals);
  return (
    <FormFrame kit={kit} {...longerTime.forms[which]} hidden={{ proposalId: proposal?.id ?? "" }} back={back}>
      {proposal ? <AnswerFields kit={kit} locale={locale} proposal={proposal} sides={["owner"]} /> : null}
    </FormFrame>
  );
}
