import { textIn } from "#domain/basics/bilingual.ts";
import { Details } from "#components/layout/details.tsx";
import { NumberedSteps } from "#components/layout/numbered-steps.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { voteAddresses, type VotePlace } from "#features/voting/assisted/ui/ballot-place.ts";
import { messages } from "#i18n/messages.ts";

export interface VoteSecrecyProps extends VotePlace {
  /** Rules fingerprint of each poll, in hex; a ballot without one is not in it. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

/** How a vote stays secret and how to check it, for residents. It says as plainly what it is not. */
export function voteSecrecyPage(props: VoteSecrecyProps) {
  const { locale, vote } = props;
  const at = voteAddresses(props);
  return {
    title: messages(locale).ballotBox.secrecy.title,
    description: messages(locale).ballotBox.secrecy.lead,
    section: "take-part" as const,
    crumbs: [
      { href: at.home, text: messages(locale).site.haveYourSay },
      { href: at.about, text: textIn(vote.title, locale).text },
    ],
    body: <VoteSecrecy {...props} />,
  };
}

function VoteSecrecy(props: VoteSecrecyProps) {
  const { locale, council, vote, fingerprints } = props;
  const t = messages(locale).ballotBox.secrecy;
  const at = voteAddresses(props);
  const known = vote.ballots.filter(({ pollId }) => fingerprints.has(pollId));
  return (
    <div className="stack-xl narrow narrow--wide">
      <PageHead title={t.title} lead={t.lead} />
      <Section id="steps" title={t.steps.title}>
        <NumberedSteps steps={t.steps.items.map(([title, body]) => ({ title, words: body }))} />
      </Section>
      <Section id="check" title={t.check.title}>
        <dl className="stack">
          {t.check.items.map(([title, body]) => (
            <div key={title}>
              <dt>
                <strong>{title}</strong>
              </dt>
              <dd>{body}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4">
          <ButtonLink href={at.log} look="line">
            {t.check.log}
          </ButtonLink>
        </p>
      </Section>
      <Section id="not" title={t.not.title} surface="panel">
        <p>{t.not.lead}</p>
        <ul className="stack-s">
          {t.not.items.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Section id="ways" title={t.ways.title} prose>
        <p>{t.ways.noScript}</p>
        <p>{t.ways.paper}</p>
      </Section>
      <Section id="help" title={t.help.title} prose>
        <p>
          {t.help.body} {council.contactPhone ? t.help.phone({ phone: council.contactPhone }) : null}
        </p>
      </Section>
      <Details summary={t.technical.title}>
        <p>{t.technical.body}</p>
        {known.length === 0 ? (
          <p>{t.technical.none}</p>
        ) : (
          <>
            <p>{t.technical.rules}</p>
            <dl className="stack-s">
              {known.map(({ pollId, name }) => (
                <div key={pollId}>
                  <dt>{textIn(name, locale).text}</dt>
                  <dd className="mono hash">{fingerprints.get(pollId)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Details>
    </div>
  );
}
