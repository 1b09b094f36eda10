import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { PartWithoutVote } from "#domain/voting/vote-at-hand.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** Parts of an election in which nobody votes, each with those elected there; nothing where there is none. */
export function NoVoteHere({ locale, parts }: { readonly locale: Locale; readonly parts: readonly PartWithoutVote[] }) {
  const t = messages(locale).uncontested.atVote;
  if (parts.length === 0) return null;
  return (
    <ul>
      {parts.map(({ name, elected }) => {
        const contest = textIn(name, locale).text;
        return <li key={contest}>{elected.length === 0 ? t.vacant({ contest }) : t.elected({ contest, names: format(locale).list(elected.map((each) => textIn(each, locale).text)) })}</li>;
      })}
    </ul>
  );
}
