import { textIn } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import type { Claim } from "#domain/eligibility/claim.ts";
import { mergedElectorate, type Reason } from "#domain/eligibility/electorate.ts";
import type { BallotAtHand } from "#domain/voting/vote-at-hand.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { electorateInWords, type ElectorateNames } from "#features/eligibility/electorate/ui/electorate-words.ts";
import { voteAddresses, type VotePlace } from "#features/voting/assisted/ui/ballot-place.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { ElectoratesOfVote } from "../queries.ts";
import { AboutYou, aboutYouWords } from "./about-you.tsx";
import { NoVoteHere } from "./no-vote-here.tsx";
import { WhatInstead, WhyNot } from "./why-not.tsx";

/** What the rules say to the answers given, ballot by ballot; rolls are not looked at here. */
export interface Verdict {
  readonly claim: Claim;
  readonly names: ElectorateNames;
  readonly ballots: readonly { readonly ballot: BallotAtHand; readonly against: readonly Reason[] }[];
}

export interface EligibilityPageProps extends VotePlace {
  readonly electorates: ElectoratesOfVote;
  readonly form: RefusedForm;
  readonly verdict: Verdict | null;
}

/** "Can I vote?": who may, a form to find out without signing in, and for whom the answer is no, why and what instead. */
export function eligibilityPage(props: EligibilityPageProps) {
  const { locale, vote, electorates, form, verdict } = props;
  const t = messages(locale).electorate.page;
  const at = voteAddresses(props);
  const { asked, names } = electorates;
  const anything = asked.ties.length > 0 || asked.schools.length > 0 || asked.age !== null;
  return {
    title: t.title,
    layout: "task" as const,
    crumbs: [{ href: at.about, text: textIn(vote.title, locale).text }],
    body: (
      <div className="narrow stack-l">
        <FormFaults locale={locale} form={form} own={aboutYouWords(locale)} />
        <PageHead title={t.title} lead={t.lead({ vote: textIn(vote.title, locale).text })} />
        {verdict ? <Answer {...props} verdict={verdict} /> : null}
        <WhoMayVote {...props} />
        <NoVoteHere locale={locale} parts={vote.withoutVote} />
        {anything ? (
          <Section id="check" title={t.checkTitle}>
            <Form action={at.eligibility}>
              <p className="muted">{t.checkLead}</p>
              <AboutYou locale={locale} asked={asked} form={form} pollingDay={names.pollingDay} withRoll={false} />
              <ButtonRow>
                <Button look={verdict ? "line" : undefined}>{t.check}</Button>
                <a href={at.start}>{t.start}</a>
              </ButtonRow>
            </Form>
          </Section>
        ) : (
          <ButtonRow>
            <ButtonLink href={at.start}>{t.start}</ButtonLink>
          </ButtonRow>
        )}
        {verdict ? null : <WhatInstead {...props} against={[]} instead={[]} />}
      </div>
    ),
    ...(form.faults.length > 0 ? { status: 422 } : {}),
  };
}

/** The rules in words: once where the ballots differ in nothing but their areas, else ballot by ballot. */
export function WhoMayVote({ locale, electorates: { ballots, names } }: Pick<EligibilityPageProps, "locale" | "electorates">) {
  const { page, anybody, yourProof } = messages(locale).electorate;
  const merged = mergedElectorate(ballots.map(({ electorate }) => electorate));
  const told = merged ? [{ key: "all", title: null, electorate: merged }] : ballots.map(({ ballot, electorate }) => ({ key: ballot.slug, title: textIn(ballot.name, locale).text, electorate }));
  return told.map(({ key, title, electorate }) => {
    const lines = [...electorateInWords(locale, electorate, names).lines, ...(electorate.identityLevel === 0 ? [] : [yourProof[electorate.identityLevel]])];
    return (
      <div key={key} className="stack-s">
        {title === null ? null : <h2 className="h3">{title}</h2>}
        <p>{lines.length === 0 ? anybody : page.allTrue}</p>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    );
  });
}

function Answer(props: EligibilityPageProps & { readonly verdict: Verdict }) {
  const { locale, verdict } = props;
  const t = messages(locale).electorate.page;
  const theirs = verdict.ballots.filter(({ against }) => against.length === 0).map(({ ballot }) => ballot);
  const nameOf = (ballot: BallotAtHand) => textIn(ballot.name, locale).text;
  if (theirs.length > 0)
    return (
      <Notice kind="good" title={t.yes({ ballots: format(locale).list(theirs.map(nameOf)) })} answers>
        <p>{props.electorates.asked.rolls.length > 0 ? t.yesButRoll : t.yesBody}</p>
        <ButtonRow>
          <ButtonLink href={voteAddresses(props).start}>{t.start}</ButtonLink>
        </ButtonRow>
      </Notice>
    );
  // The ballots that are nearest to being theirs: of the others nobody needs to know what else stands against them.
  const fewest = Math.min(...verdict.ballots.map(({ against }) => against.length));
  const nearest = verdict.ballots.filter(({ against }) => against.length === fewest);
  const alike = nearest.every(({ against }) => JSON.stringify(against) === JSON.stringify(nearest[0]?.against));
  const shown = alike ? nearest.slice(0, 1) : nearest;
  return (
    <>
      <Notice kind="warn" title={t.no} answers>
        {shown.map(({ ballot, against }) => (
          <div key={ballot.slug} className="stack-s">
            {alike ? null : <h3>{t.noFor({ ballot: nameOf(ballot) })}</h3>}
            <WhyNot locale={locale} against={against} claim={verdict.claim} names={verdict.names} />
          </div>
        ))}
      </Notice>
      <WhatInstead {...props} against={shown.flatMap(({ against }) => against)} instead={[]} />
    </>
  );
}
