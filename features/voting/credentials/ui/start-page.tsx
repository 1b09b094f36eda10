import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { Questions } from "#domain/eligibility/electorate.ts";
import type { BallotAtHand } from "#domain/voting/vote-at-hand.ts";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { voteAddresses, type VotePlace } from "#features/voting/assisted/ui/ballot-place.ts";
import { messages } from "#i18n/messages.ts";
import type { ElectoratesOfVote } from "../queries.ts";
import { AboutYou, aboutYouWords } from "./about-you.tsx";
import { WhoMayVote } from "./eligibility-page.tsx";
import { NoVoteHere } from "./no-vote-here.tsx";

const page = (title: string, body: ReactNode, place: VotePlace, status?: number) => ({
  title,
  layout: "task" as const,
  robots: "noindex",
  crumbs: [{ href: voteAddresses(place).about, text: textIn(place.vote.title, place.locale).text }],
  body: <div className="narrow">{body}</div>,
  ...(status === undefined ? {} : { status }),
});

/** The first page of a vote, before anybody is asked who they are. `next` comes after the e-mail code. */
export function beforeYouVotePage(place: VotePlace & { readonly electorates: ElectoratesOfVote; readonly next: string }) {
  const { locale, council, vote, electorates, next } = place;
  const t = messages(locale).eligibility.start;
  const at = voteAddresses(place);
  return page(
    t.title,
    <>
      <PageHead kicker={t.step} title={t.title} lead={textIn(vote.title, locale).text} />
      <WhoMayVote locale={locale} electorates={electorates} />
      <NoVoteHere locale={locale} parts={vote.withoutVote} />
      <p className="mt-4">
        {t.about} <a href={at.eligibility}>{messages(locale).electorate.page.link}</a>
      </p>
      <ButtonRow>
        <ButtonLink href={`/${locale}/sign-in?${new URLSearchParams({ as: "guest", next }).toString()}`} forward>
          {t.goOn}
        </ButtonLink>
      </ButtonRow>
      <p className="mt-6">
        <a href={`${at.about}/code`}>{messages(locale).accessCodes.enter.haveCode}</a>
      </p>
      {council.contactPhone ? <p>{t.noEmail({ phone: council.contactPhone })}</p> : null}
      <div className="mt-8">
        <Details summary={t.voted}>
          <p>{t.votedBody}</p>
          <ul>
            {vote.ballots.map((ballot) => (
              <li key={ballot.slug}>
                <a href={at.ballotOf(ballot).receipt}>{t.votedLink({ ballot: textIn(ballot.name, locale).text })}</a>
              </li>
            ))}
          </ul>
        </Details>
        <SecretDetails locale={locale} />
      </div>
    </>,
    place,
  );
}

/** Said before anybody chooses: what is kept apart, and what a voter relies on us for. */
function SecretDetails({ locale }: { readonly locale: Locale }) {
  const t = messages(locale).eligibility.start;
  return (
    <Details summary={t.secret}>
      <p>{t.secretBody}</p>
      <p>{t.secretLimit}</p>
    </Details>
  );
}

/** Asks where somebody lives and how old they are, so far as the vote's rules need it. */
export function findBallotPage(place: VotePlace & { readonly email: string; readonly asked: Questions; readonly pollingDay: CivilDay | null; readonly pot: string; readonly form: RefusedForm }) {
  const { locale, email, asked, pollingDay, pot, form } = place;
  const t = messages(locale).eligibility.form;
  return page(
    t.title,
    <>
      <FormFaults locale={locale} form={form} own={aboutYouWords(locale)} />
      <PageHead kicker={messages(locale).eligibility.start.step} title={t.title} lead={t.lead} />
      <Form action={voteAddresses(place).start} hidden={{ pot }}>
        <AboutYou locale={locale} asked={asked} form={form} pollingDay={pollingDay} withRoll />
        <p className="muted mt-6">{t.signedInAs({ email })}</p>
        <ButtonRow>
          <Button forward>{t.submit}</Button>
        </ButtonRow>
      </Form>
      <div className="mt-8">
        <Details summary={t.whyTitle}>
          <p>{t.whyBody}</p>
        </Details>
        <SecretDetails locale={locale} />
      </div>
    </>,
    place,
    form.faults.length > 0 ? 422 : undefined,
  );
}

/** The ballots somebody has, where they have several. */
export function yourBallotsPage(place: VotePlace & { readonly ballots: readonly { readonly ballot: BallotAtHand; readonly voted: boolean }[] }) {
  const { locale, vote, ballots } = place;
  const t = messages(locale).eligibility.ballots;
  const at = voteAddresses(place);
  return page(
    t.title,
    <>
      <PageHead kicker={messages(locale).eligibility.start.step} title={t.title} lead={t.lead({ vote: textIn(vote.title, locale).text })} />
      <ul className="tasks plain">
        {ballots.map(({ ballot, voted }) => {
          const name = textIn(ballot.name, locale).text;
          const addresses = at.ballotOf(ballot);
          return (
            <li key={ballot.slug}>
              <a href={voted ? addresses.receipt : addresses.ballot}>{voted ? t.receipt({ ballot: name }) : t.vote({ ballot: name })}</a>
              <Tag kind={voted ? "done" : "open"}>{voted ? t.voted : t.ready}</Tag>
            </li>
          );
        })}
      </ul>
      <p className="mt-6">
        <a href={`${at.start}?again=1`}>{t.again}</a>
      </p>
    </>,
    place,
  );
}
