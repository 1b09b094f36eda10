import type { ContestResult } from "#features/elections/results/queries.ts";

const HEAD = ["contest", "contest_cy", "office", "office_cy", "seat", "elected", "elected_cy", "how", "ballots", "declared_at"] as const;

/** Open data of who was elected: a line for each place of each contest that is decided, empty where nobody holds it. `how` is vote, without-vote or vacant. */
export function electedTable(results: readonly ContestResult[]): readonly (readonly (string | number)[])[] {
  return [
    HEAD,
    ...results.flatMap(({ contest, declared, withoutPoll }) => {
      const decided = declared ?? withoutPoll;
      if (decided === null) return [];
      const how = withoutPoll === null ? "vote" : "without-vote";
      return decided.offices.flatMap(({ name, places, holders }) =>
        Array.from({ length: places }, (_, seat) => {
          const holder = holders[seat];
          return [contest.name.en, contest.name.cy, name.en, name.cy, seat + 1, holder?.en ?? "", holder?.cy ?? "", holder ? how : "vacant", declared?.sheet.ballots ?? "", decided.at.toISOString()];
        }),
      );
    }),
  ];
}
