import type { ReactNode } from "react";
import { textIn } from "#domain/basics/bilingual.ts";
import type { Electorate, Ineligible } from "#domain/eligibility/electorate.ts";
import type { BallotAtHand } from "#domain/voting/vote-at-hand.ts";
import { Message } from "#components/feedback/message.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import type { IconName } from "#components/pictures/icon.tsx";
import { voteAddresses, type VotePlace } from "#features/voting/assisted/ui/ballot-place.ts";
import { messages } from "#i18n/messages.ts";

export interface RefusedPageProps extends VotePlace {
  /** The ballot they asked for; null when they asked for whichever is theirs. */
  readonly ballot: BallotAtHand | null;
  readonly electorate: Electorate;
  readonly against: readonly Ineligible[];
  /** As shown, with its space; null where none was asked. */
  readonly postcode: string | null;
  readonly areaName: string | null;
  /** Ballots that are theirs. */
  readonly instead: readonly BallotAtHand[];
}

/** Why a ballot is not somebody's, and what they may do instead. */
export function refusedPage(props: RefusedPageProps) {
  const told = telling(props);
  return {
    title: told.title,
    status: 403,
    layout: "task" as const,
    robots: "noindex",
    body: (
      <div className="narrow">
        <Message kind="warn" icon={told.icon} title={told.title} actions={told.actions}>
          {told.body}
        </Message>
      </div>
    ),
  };
}

/** The reason that settles it stands first: age cannot be helped, an area may be another's ballot. */
function telling(props: RefusedPageProps): { readonly title: string; readonly icon: IconName; readonly body: ReactNode; readonly actions: ReactNode } {
  const { locale, council, electorate, against, ballot, postcode, areaName, instead } = props;
  const t = messages(locale).eligibility.refused;
  const at = voteAddresses(props);
  const phone = council.contactPhone;
  const everything = <a href={at.home}>{t.everything}</a>;
  const contact = phone ? <p>{t.contact({ phone })}</p> : null;
  if (against.includes("too-young"))
    return {
      title: t.tooYoung({ min: electorate.minAge ?? 0 }),
      icon: "people",
      body: (
        <>
          <p>{t.tooYoungBody}</p>
          {contact}
        </>
      ),
      actions: (
        <>
          <ButtonLink href={at.about}>{messages(locale).voting.moments.notOpenRead}</ButtonLink>
          {everything}
        </>
      ),
    };
  if (against.includes("too-old"))
    return {
      title: t.tooOld({ max: electorate.maxAge ?? 0 }),
      icon: "people",
      body: (
        <>
          <p>{t.tooOldBody}</p>
          {contact}
        </>
      ),
      actions: (
        <>
          <ButtonLink href={at.home}>{t.everything}</ButtonLink>
        </>
      ),
    };
  if (against.includes("needs-more-proof"))
    return { title: t.proof, icon: "mail", body: phone ? <p>{t.proofBody({ phone })}</p> : contact, actions: everything };
  const [other] = instead;
  const otherName = other ? textIn(other.name, locale).text : "";
  return {
    title: ballot ? t.area({ ballot: textIn(ballot.name, locale).text }) : t.areaNone,
    icon: "place",
    body: (
      <>
        {postcode && areaName ? (
          <p>
            {t.areaBody({ postcode, area: areaName })} {other ? t.areaInstead({ ballot: otherName }) : t.areaNothing}
          </p>
        ) : (
          <p>{t.areaNothing}</p>
        )}
        {phone ? <p>{t.moved({ phone })}</p> : null}
      </>
    ),
    actions: (
      <>
        {other ? <ButtonLink href={at.ballotOf(other).ballot}>{t.voteIn({ ballot: otherName })}</ButtonLink> : <ButtonLink href={at.home}>{t.everything}</ButtonLink>}
        <a href={`${at.start}?again=1`}>{t.otherPostcode}</a>
      </>
    ),
  };
}
