import { textIn } from "#domain/basics/bilingual.ts";
import type { Claim } from "#domain/eligibility/claim.ts";
import type { Condition, Reason } from "#domain/eligibility/electorate.ts";
import type { BallotAtHand } from "#domain/voting/vote-at-hand.ts";
import { Message } from "#components/feedback/message.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import type { IconName } from "#components/pictures/icon.tsx";
import type { ElectorateNames } from "#features/eligibility/electorate/ui/electorate-words.ts";
import { readAbout, voteAddresses, type VotePlace } from "#features/voting/assisted/ui/ballot-place.ts";
import { messages } from "#i18n/messages.ts";
import { PartsWithoutVote } from "./no-vote-here.tsx";
import { failedFor, WhatInstead, WhyNot } from "./why-not.tsx";

export interface RefusedPageProps extends VotePlace {
  /** The ballot they asked for; null when they asked for whichever is theirs. */
  readonly ballot: BallotAtHand | null;
  readonly against: readonly Reason[];
  readonly claim: Claim;
  readonly names: ElectorateNames;
  /** Ballots that are theirs. */
  readonly instead: readonly BallotAtHand[];
}

/** Why a ballot is not somebody's, every reason of it, and what they may do instead. */
export function refusedPage(props: RefusedPageProps) {
  const { locale, against, claim, names, instead, ballot, council, vote } = props;
  const t = messages(locale).eligibility.refused;
  const at = voteAddresses(props);
  // Where theirs is a part in which nobody votes, that is the whole of the reason.
  const noVote = instead.length > 0 ? [] : vote.withoutVote.filter(({ areaId }) => areaId !== null && [claim.home, claim.work, claim.study].some((place) => place?.includes(areaId)));
  const [part] = noVote;
  const { title, icon } = part ? { title: messages(locale).uncontested.atVote.yours({ contest: textIn(part.name, locale).text }), icon: "place" as const } : heading(props);
  const [other] = instead;
  return {
    title,
    status: 403,
    layout: "task" as const,
    robots: "noindex",
    body: (
      <div className="narrow stack-l">
        <Message
          kind="warn"
          icon={icon}
          title={title}
          actions={
            <>
              {other ? (
                <ButtonLink href={at.ballotOf(other).ballot}>{t.voteIn({ ballot: textIn(other.name, locale).text })}</ButtonLink>
              ) : (
                <ButtonLink href={at.about}>{readAbout(props)}</ButtonLink>
              )}
              <a href={`${at.start}?again=1${ballot ? `&pot=${ballot.slug}` : ""}`}>{t.otherPostcode}</a>
            </>
          }
        >
          {part ? <PartsWithoutVote locale={locale} parts={noVote} /> : <WhyNot locale={locale} against={against} claim={claim} names={names} />}
        </Message>
        <WhatInstead locale={locale} council={council} vote={vote} against={part ? [] : against} instead={instead} />
      </div>
    ),
  };
}

/** The reason that settles it names the page: age cannot be helped, an area may be another's ballot. */
function heading({ locale, against, ballot }: RefusedPageProps): { readonly title: string; readonly icon: IconName } {
  const t = messages(locale).eligibility.refused;
  const age = against.flatMap((reason) => (reason.kind === "rule" ? reason.misses : [])).map(({ condition }): Condition => condition).find((condition) => condition.kind === "age");
  if (age?.min != null && failedFor(against, "too-young")) return { title: t.tooYoung({ min: age.min }), icon: "people" };
  if (age?.max != null && failedFor(against, "too-old")) return { title: t.tooOld({ max: age.max }), icon: "people" };
  if (failedFor(against, "outside-area", "outside-council")) return { title: ballot ? t.area({ ballot: textIn(ballot.name, locale).text }) : t.areaNone, icon: "place" };
  if (against.some(({ kind }) => kind === "proof")) return { title: t.proof, icon: "mail" };
  return { title: ballot ? t.notYours({ ballot: textIn(ballot.name, locale).text }) : t.noneYours, icon: "people" };
}
