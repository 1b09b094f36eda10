import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import type { OutcomeInView } from "#features/voting/results/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";

/** The letter that says how a vote ended, in one language. */
export interface AnnouncementLetter {
  readonly subject: string;
  readonly body: string;
}

/** The letter: the officer's own words, what each pot chose, and where to read why. It is the same for everybody of a language. */
export function announcementLetter(scope: ActorScope, locale: Locale, vote: BudgetVoteForOfficers, outcomes: ReadonlyMap<string, OutcomeInView>, note: string): AnnouncementLetter {
  const t = messages(locale).announcing.letter;
  const f = format(locale);
  const title = textIn(vote.texts.title, locale).text;
  const lines = vote.programme.pots.flatMap(({ pollId, name }) => {
    const declared = outcomes.get(pollId)?.declared;
    if (!declared) return [];
    const { winners, spentPence, budgetPence, ballots } = declared;
    return [t.pot({ pot: textIn(name, locale).text, winners: { count: winners, shown: f.number(winners) }, spent: f.money(spentPence), of: f.money(budgetPence), ballots: f.number(ballots) })];
  });
  const link = `${env().BASE_URL}/${locale}/${scope.council.slug}/votes/${vote.slug}/results`;
  return {
    subject: t.subject({ vote: title }),
    body: [...(note === "" ? [] : [note]), t.opening({ vote: title, council: textIn(scope.council.name, locale).text }), lines.join("\n"), `${t.read}\n${link}`].join("\n\n"),
  };
}
