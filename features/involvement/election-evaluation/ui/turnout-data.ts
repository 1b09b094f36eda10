import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ShownTurnout } from "#domain/elections/turnout.ts";
import type { QuestionProfile } from "#domain/involvement/equality.ts";
import type { ElectionYears } from "#features/involvement/election-evaluation/queries.ts";

const HEAD = ["election", "polling_day", "of", "code", "name", "name_cy", "voted", "on_roll", "turnout", "hidden", "vote_held", "source"] as const;

/** Under `source`: counted here, or entered by an officer, from where. */
const COUNTED = "counted";
const ENTERED = "entered: ";

/** Rows of the open data: a line for the whole of each election and for each of its areas, schools and year groups. What is hidden is empty and says yes under `hidden`; where nobody voted, since no more people stood than there were places, `vote_held` says no. */
export function turnoutTable({ years, areas }: ElectionYears): readonly (readonly (string | number)[])[] {
  const line = ({ voted, electors, share }: ShownTurnout, held = true) => [voted ?? "", electors ?? "", share === null ? "" : share.toFixed(4), voted === null && held ? "yes" : "no", held ? "yes" : "no"] as const;
  return [
    HEAD,
    ...years.flatMap(({ slug, pollingDay, total, areas: lines, schools, entered }) => [
      [slug, pollingDay, "all", "", "", "", ...line(total), entered === null ? COUNTED : `${ENTERED}${entered.en || entered.cy}`],
      ...lines.map((each) => {
        const area = each.areaId === null ? undefined : areas.get(each.areaId);
        return [slug, pollingDay, "area", area?.code ?? "", area?.name.en ?? "", area?.name.cy ?? "", ...line(each, !each.noVote), COUNTED];
      }),
      ...(schools?.schools ?? []).map(({ key, pupils, ...each }) => [slug, pollingDay, "school", "", schools?.names.get(key)?.en ?? "", schools?.names.get(key)?.cy ?? "", ...line({ ...each, electors: pupils }), COUNTED]),
      ...(schools?.years ?? []).map(({ key, pupils, ...each }) => [slug, pollingDay, "year-group", key, "", "", ...line({ ...each, electors: pupils }), COUNTED]),
    ]),
  ];
}

interface TurnoutDocument {
  readonly council: BilingualText;
  readonly address: string;
  readonly years: ElectionYears;
  /** Null until it is published. */
  readonly profile: readonly QuestionProfile[] | null;
}

/** The same as one document; null stands for what is hidden or not known. */
export const turnoutDocument = ({ council, address, years: { years, areas }, profile }: TurnoutDocument) => ({
  format: "folkmoot/turnout/v1",
  council,
  address,
  elections: years.map(({ slug, title, pollingDay, total, areas: lines, schools, entered }) => ({
    slug,
    title,
    pollingDay,
    total,
    entered: entered && { source: entered },
    areas: lines.map(({ areaId, ...turnout }) => ({ code: (areaId && areas.get(areaId)?.code) ?? null, name: (areaId && areas.get(areaId)?.name) ?? null, ...turnout })),
    schools: (schools?.schools ?? []).map(({ key, pupils, voted, share }) => ({ name: schools?.names.get(key) ?? null, electors: pupils, voted, share })),
    yearGroups: (schools?.years ?? []).map(({ key, pupils, voted, share }) => ({ year: key, electors: pupils, voted, share })),
  })),
  whoTookPart: profile?.map(({ question, answered, lines }) => ({ question, answered, answers: lines })) ?? null,
  licence: "Open Government Licence v3.0",
});
