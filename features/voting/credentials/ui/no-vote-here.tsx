import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { PartWithoutVote } from "#domain/voting/vote-at-hand.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface Parts {
  readonly locale: Locale;
  readonly parts: readonly PartWithoutVote[];
}

/** Parts of an election in which nobody votes, each with those elected there, one under the other. */
export function PartsWithoutVote({ locale, parts }: Parts) {
  const t = messages(locale).uncontested.atVote;
  return parts.map(({ name, elected }) => {
    const contest = textIn(name, locale).text;
    return <p key={contest}>{elected.length === 0 ? t.vacant({ contest }) : t.elected({ contest, names: format(locale).list(elected.map((each) => textIn(each, locale).text)) })}</p>;
  });
}

/** The same before anybody is asked who they are; nothing where every part has its vote. */
export const NoVoteHere = ({ locale, parts }: Parts) =>
  parts.length === 0 ? null : (
    <Notice className="mt-4" title={messages(locale).uncontested.atVote.title}>
      <PartsWithoutVote locale={locale} parts={parts} />
    </Notice>
  );
