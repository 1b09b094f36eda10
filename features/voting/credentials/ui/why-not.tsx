import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { Claim } from "#domain/eligibility/claim.ts";
import type { Reason, Shortfall } from "#domain/eligibility/electorate.ts";
import type { BallotAtHand } from "#domain/voting/vote-at-hand.ts";
import { reasonsInWords, type ElectorateNames } from "#features/eligibility/electorate/ui/electorate-words.ts";
import { voteAddresses, type VotePlace } from "#features/voting/assisted/ui/ballot-place.ts";
import { messages } from "#i18n/messages.ts";

export interface WhyNotProps {
  readonly locale: Locale;
  readonly against: readonly Reason[];
  readonly claim: Claim;
  readonly names: ElectorateNames;
}

/** Every reason against, each rule on its own; where one of several would do, all of them under one line. */
export function WhyNot({ locale, against, claim, names }: WhyNotProps) {
  const t = messages(locale).electorate.why;
  return (
    <ul className="stack-s">
      {reasonsInWords(locale, against, claim, names).map((lines) => (
        <li key={lines.join()}>
          {lines.length === 1 ? (
            lines[0]
          ) : (
            <>
              {t.oneOf}
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whether some rule failed for this. */
export const failedFor = (against: readonly Reason[], ...whys: readonly Shortfall[]): boolean => against.some((reason) => reason.kind === "rule" && reason.misses.some(({ why }) => whys.includes(why)));

/** What somebody may do who may not vote as they asked: other ballots, other ways, somebody to talk to. */
export function WhatInstead({ against, instead, ...place }: VotePlace & { readonly against: readonly Reason[]; readonly instead: readonly BallotAtHand[] }) {
  const { locale, council } = place;
  const t = messages(locale).electorate.page;
  const at = voteAddresses(place);
  const phone = council.contactPhone;
  const ways: ReactNode[] = instead.map((ballot) => <a href={at.ballotOf(ballot).ballot}>{t.ballots({ ballots: textIn(ballot.name, locale).text })}</a>);
  const aged = failedFor(against, "too-young", "too-old");
  const proof = against.some(({ kind }) => kind === "proof");
  if (failedFor(against, "not-on-roll")) ways.push(t.onRoll);
  if (phone && failedFor(against, "outside-area", "outside-council")) ways.push(t.moved({ phone }));
  if (phone && (proof || failedFor(against, "not-on-roll"))) ways.push(t.code({ phone }));
  if (phone && (proof || failedFor(against, "not-on-roll", "not-said"))) ways.push(t.inPerson({ phone }));
  if (aged) ways.push(t.read);
  if (phone) ways.push(t.wrong({ phone }));
  else if (council.contactEmail) ways.push(t.wrongMail({ email: council.contactEmail }));
  ways.push(<a href={at.home}>{t.everything}</a>);
  return (
    <>
      <h2>{t.insteadTitle}</h2>
      <ul className="stack-s">
        {ways.map((way, nth) => (
          <li key={nth}>{way}</li>
        ))}
      </ul>
    </>
  );
}
