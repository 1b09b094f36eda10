import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { TurnoutCards, type TurnoutProps } from "#features/budgeting/programmes/ui/turnout.tsx";
import type { BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";

interface VoteTurnoutProps {
  readonly locale: Locale;
  readonly vote: BudgetVoteForOfficers;
  /** By pot, in the order of the pots. */
  readonly turnouts: readonly TurnoutProps["turnout"][];
  readonly now: Date;
}

/** Who has taken part in each pot of a vote. */
export function VoteTurnout({ locale, vote, turnouts, now }: VoteTurnoutProps) {
  const { pots } = vote.programme;
  return pots.map((pot, at) => {
    const turnout = turnouts[at];
    if (turnout === undefined) return null;
    return <TurnoutCards key={pot.id} locale={locale} id={pot.slug} name={pots.length > 1 ? textIn(pot.name, locale).text : null} turnout={turnout} areaId={pot.areaId} closesAt={vote.closesAt} now={now} />;
  });
}
