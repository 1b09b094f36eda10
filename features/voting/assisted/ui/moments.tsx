import type { ReactNode } from "react";
import { assertNever } from "#domain/basics/assert.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { MOST_VERSIONS } from "#domain/voting/poll.ts";
import { Message } from "#components/feedback/message.tsx";
import { Button, ButtonLink } from "#components/forms/button.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { namesOf, readAbout, voteAddresses, type BallotPlace, type VotePlace } from "./ballot-place.ts";

/** A whole page for a hard moment: what happened, what it means for you, what to do. */
interface Moment {
  readonly title: string;
  readonly status: number;
  readonly layout: "task";
  readonly robots: string;
  readonly body: ReactNode;
}

const moment = (status: number, title: string, message: ReactNode): Moment => ({
  title,
  status,
  layout: "task",
  robots: "noindex",
  body: <div className="narrow">{message}</div>,
});

/** `opened`: this browser opened the ballot with its script, which alone can go on with it, and now runs none. */
export function alreadyVotedPage(place: BallotPlace & { readonly opened?: boolean }): Moment {
  const { locale, council, ballot } = place;
  const t = messages(locale).voting.moments;
  const at = voteAddresses(place);
  if (place.opened) return openedByScriptPage(place);
  return moment(
    409,
    t.votedTitle,
    <Message
      icon="shield"
      title={t.votedTitle}
      actions={
        <>
          <ButtonLink href={at.ballotOf(ballot).receipt}>{t.votedUseKey}</ButtonLink>
          <a href={at.log}>{t.votedCheck}</a>
          <a href={at.ballotOf(ballot).lostKey}>{messages(locale).reissues.link}</a>
        </>
      }
    >
      <p>{t.votedBody(namesOf(place))}</p>
      <p>{t.votedChange}</p>
      {council.contactPhone ? <p>{t.votedNotYou({ phone: council.contactPhone })}</p> : null}
    </Message>,
  );
}

function openedByScriptPage(place: BallotPlace): Moment {
  const { locale, ballot } = place;
  const t = messages(locale).assisted.opened;
  const at = voteAddresses(place).ballotOf(ballot);
  return moment(
    409,
    t.title,
    <Message
      icon="shield"
      title={t.title}
      actions={
        <>
          <ButtonLink href={at.ballot}>{t.again}</ButtonLink>
          <a href={at.receipt}>{t.withKey}</a>
          <a href={at.lostKey}>{messages(locale).reissues.link}</a>
        </>
      }
    >
      <p>{t.body}</p>
      <p>{t.ways}</p>
    </Message>,
  );
}

export function notOpenPage(place: VotePlace): Moment {
  const t = messages(place.locale).voting.moments;
  const { vote, locale } = place;
  return moment(
    200,
    t.notOpenTitle,
    <Message icon="clock" title={t.notOpenTitle} actions={<ButtonLink href={voteAddresses(place).about}>{readAbout(place)}</ButtonLink>}>
      {vote.opensAt ? <p>{t.notOpenBody({ when: format(locale).dateAndTime(vote.opensAt) })}</p> : null}
    </Message>,
  );
}

/** `unsent`: choices came after the close and were not cast. */
export function closedPage(place: VotePlace & { readonly voters: number; readonly unsent: boolean }): Moment {
  const { locale, vote, voters, unsent } = place;
  const t = messages(locale).voting.moments;
  const f = format(locale);
  const at = voteAddresses(place);
  return moment(
    unsent ? 409 : 200,
    t.closedTitle,
    <Message
      icon="lock"
      title={t.closedTitle}
      actions={
        <>
          {vote.resultsOut ? (
            <ButtonLink href={at.results}>{t.closedSeeResults}</ButtonLink>
          ) : (
            <ButtonLink look="line" href={at.about}>
              {t.closedAbout}
            </ButtonLink>
          )}
          <a href={at.log}>{t.votedCheck}</a>
        </>
      }
    >
      {unsent ? <p>{t.closedNotIn}</p> : null}
      {vote.closesAt ? <p>{t.closedBody({ vote: namesOfVote(place), when: f.dateAndTime(vote.closesAt), voters: f.number(voters), count: voters })}</p> : null}
      <p>{resultsLine(place)}</p>
    </Message>,
  );
}

function resultsLine({ locale, vote }: VotePlace): string {
  const t = messages(locale).voting.moments;
  if (vote.resultsOut) return t.closedResultsOut;
  return vote.resultsAt ? t.closedResults({ when: format(locale).longDate(vote.resultsAt) }) : t.closedNoResults;
}

export function noPassPage(place: BallotPlace): Moment {
  const t = messages(place.locale).voting.moments;
  return moment(
    403,
    t.noPassTitle,
    <Message
      kind="warn"
      icon="warning"
      title={t.noPassTitle}
      actions={<ButtonLink href={voteAddresses(place).ballotOf(place.ballot).start}>{t.noPassStart}</ButtonLink>}
    >
      <p>{t.noPassBody}</p>
      <p>{t.noPassDo}</p>
    </Message>,
  );
}

export function tooManyChangesPage(place: BallotPlace): Moment {
  const t = messages(place.locale).voting.moments;
  return moment(
    409,
    t.changesTitle,
    <Message icon="lock" title={t.changesTitle} actions={<ButtonLink href={voteAddresses(place).ballotOf(place.ballot).receipt}>{t.changesReceipt}</ButtonLink>}>
      <p>{t.changesBody({ most: format(place.locale).number(MOST_VERSIONS) })}</p>
    </Message>,
  );
}

/** The database did not answer, so nobody knows. The receipt's page finds out by the voter's own key. */
export function unknownOutcomePage(place: BallotPlace & { readonly reference: string }): Moment {
  const { locale, council, ballot, reference } = place;
  const t = messages(locale).voting.moments;
  return moment(
    503,
    t.unknownTitle,
    <Message
      kind="bad"
      icon="warning"
      title={t.unknownTitle}
      actions={
        <>
          <ButtonLink href={voteAddresses(place).ballotOf(ballot).receipt}>{t.unknownCheck}</ButtonLink>
          {council.contactPhone ? <a href={`tel:${council.contactPhone.replace(/\s/g, "")}`}>{t.phone({ phone: council.contactPhone })}</a> : null}
        </>
      }
    >
      <p>{t.unknownBody}</p>
      <p>{t.unknownAgain}</p>
      <p className="muted">{t.unknownReference({ reference })}</p>
    </Message>,
  );
}

/** Waits in the page, hidden, for a script that notices that the browser is offline. Its button sends the form again. */
export function OfflineMessage({ locale, form }: { readonly locale: Locale; readonly form: string }) {
  const t = messages(locale).voting.moments;
  return (
    <div hidden tabIndex={-1} data-offline-message="">
      <Message kind="warn" icon="offline" title={t.offlineTitle} level={2} actions={<Button form={form}>{t.offlineButton}</Button>}>
        <p>{t.offlineBody}</p>
        <p>{t.offlineAgain}</p>
      </Message>
    </div>
  );
}

/** The page for a refusal that is no fault of the choices. */
export function refusalPage(place: BallotPlace & { readonly opened?: boolean }, refusal: "not-open" | "closed" | "no-pass" | "already-voted" | "too-many-changes", voters: number): Moment {
  switch (refusal) {
    case "not-open":
      return { ...notOpenPage(place), status: 409 };
    case "closed":
      return closedPage({ ...place, voters, unsent: true });
    case "no-pass":
      return noPassPage(place);
    case "already-voted":
      return alreadyVotedPage(place);
    case "too-many-changes":
      return tooManyChangesPage(place);
    default:
      return assertNever(refusal);
  }
}

const namesOfVote = ({ locale, vote }: VotePlace): string => (vote.title[locale] === "" ? vote.title.en || vote.title.cy : vote.title[locale]);
