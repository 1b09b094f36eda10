import { contests, electionOffices, elections } from "#db/schema/elections/elections.ts";
import type { Transaction } from "#db/client.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { ElectionCalendar } from "#domain/elections/calendar.ts";
import { placesOf, ranksOffices } from "#domain/elections/offices.ts";
import { BALLOT_OF_RULE, type ElectionTemplate, type OfficeRule } from "#domain/elections/template.ts";
import { electorateFrom, type ElectorateTerms } from "#domain/eligibility/electorate-terms.ts";
import { ORDER_BY_LOT } from "#domain/voting/ballot-paper.ts";
import { createPoll } from "#features/voting/polls/create-poll.ts";
import { randomId } from "#platform/random.ts";

/** The rules of an election as an officer sets them. */
export interface ElectionRules {
  readonly rule: OfficeRule;
  readonly offices: readonly { readonly name: BilingualText; readonly places: number }[];
  readonly electorate: ElectorateTerms;
  readonly candidateMinAge: number | null;
  readonly candidateMaxAge: number | null;
  readonly nominators: number;
  readonly spendingPence: number;
  readonly conduct: BilingualText;
  /** Whether search engines may keep candidates' pages. */
  readonly indexed: boolean;
  readonly calendar: ElectionCalendar;
}

export interface OpenElection {
  readonly template: ElectionTemplate;
  readonly rules: ElectionRules;
  /** What the ballot paper asks. */
  readonly question: BilingualText;
  /** At least one; each has a ballot of its own. */
  readonly contests: readonly { readonly name: BilingualText; readonly areaId: string | null }[];
}

/** The counting rule of a contest, as it will stand in leaf 0 of its log. */
export const ruleParametersOf = (offices: ElectionRules["offices"]): Record<string, unknown> => ({ places: placesOf(offices), rankedPlaces: ranksOffices(offices), ...ORDER_BY_LOT });

/** An election with its offices, its contests and their polls, all as a draft; in the transaction of the command that makes the engagement. Gives its id. */
export async function openElection(tx: Transaction, scope: ActorScope, { template, rules, question, contests: wanted }: OpenElection): Promise<string> {
  const id = randomId();
  const { electorate, offices, conduct, calendar, ...rest } = rules;
  await tx.insert(elections).values({ id, councilId: scope.council.id, template, ...rest, ...calendar, conductEn: conduct.en, conductCy: conduct.cy });
  await tx.insert(electionOffices).values(offices.map(({ name, places }, at) => ({ electionId: id, rank: at + 1, nameEn: name.en, nameCy: name.cy, places })));
  const slugs: string[] = [];
  for (const [position, { name, areaId }] of wanted.entries()) {
    const pollId = await createPoll(tx, scope, {
      question,
      ballotKind: BALLOT_OF_RULE[rules.rule],
      minChoices: 1,
      budgetPence: null,
      rule: rules.rule,
      ruleParameters: ruleParametersOf(offices),
      electorate: electorateFrom(electorate, areaId === null ? [] : [areaId]),
    });
    const slug = unusedSlug(slugOf(name.en || name.cy, "ballot"), slugs);
    slugs.push(slug);
    await tx.insert(contests).values({ councilId: scope.council.id, electionId: id, slug, nameEn: name.en, nameCy: name.cy, areaId, pollId, position });
  }
  return id;
}
