import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { earlierTurnouts } from "#db/schema/elections/earlier-turnouts.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { listPublishedTurnout, type PublishedSchools } from "#features/elections/schools/queries.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { publishElectionTurnout, type AreaTaken, type ElectionTurnout } from "#domain/elections/turnout.ts";
import type { ElectionTemplate } from "#domain/elections/template.ts";

/** Turnout of one election, as everybody may read it. */
export interface YearOfElection extends ElectionTurnout {
  readonly engagementId: string;
  readonly slug: string;
  readonly title: BilingualText;
  readonly pollingDay: CivilDay;
  /** By school and by year group; null where no school took part. */
  readonly schools: PublishedSchools | null;
  /** Of an election held before Folkmoot: where the figures are from that an officer entered. It has no page of its own. Null for the others. */
  readonly entered: BilingualText | null;
}

export interface ElectionYears {
  /** Every declared election of the kind, the latest polling day first. */
  readonly years: readonly YearOfElection[];
  /** Areas that any of them speaks of, by name. */
  readonly areas: ReadonlyMap<string, { readonly name: BilingualText; readonly code: string }>;
}

/** Before schools are added to it. */
type YearByArea = Omit<YearOfElection, "schools" | "entered">;

interface Line extends Record<string, unknown> {
  readonly engagement_id: string;
  readonly election_id: string;
  readonly poll_ids: readonly string[];
  readonly slug: string;
  readonly title_en: string;
  readonly title_cy: string;
  readonly polling_day: string;
  /** Areas in which nobody voted, since no more people stood than there were places. */
  readonly no_vote: readonly string[];
  readonly on_roll: boolean;
  readonly area_id: string | null;
  readonly voted: string;
}

/**
 * Turnout by area of every declared election of the council of one kind, and the whole turnout of those held before that officers entered, against the roll where it was held on one. The roll is counted as it
 * stood when voting closed, as far as it is known when somebody was taken off it.
 */
export async function listElectionYears(scope: AnyScope, template: ElectionTemplate): Promise<ElectionYears> {
  const council = scope.council.id;
  const [lines, rolls, places, earlier] = await Promise.all([
    database().execute<Line>(sql`
      select e.id as engagement_id, x.id as election_id, array(select k.poll_id::text from contests k where k.election_id = x.id) as poll_ids, e.slug, e.title_en, e.title_cy, x.polling_day::text, v.area_id, coalesce(v.voted, 0)::text as voted,
        array(select k.area_id::text from contests k join contests_without_poll w on w.contest_id = k.id where k.election_id = x.id and k.area_id is not null) as no_vote,
        exists (select 1 from contests k join polls p on p.id = k.poll_id join electorate_rolls r on r.electorate_id = p.electorate_id where k.election_id = x.id) as on_roll
      from engagements e
      join elections x on x.id = e.election_id
      left join lateral (
        select coalesce(m.area_id, k.area_id) as area_id, count(*) as voted
        from contests k join roll_marks m on m.poll_id = k.poll_id
        where k.election_id = x.id group by 1
      ) v on true
      where e.council_id = ${council} and x.template = ${template} and e.announced_at is not null
        and exists (select 1 from contests k join polls p on p.id = k.poll_id where k.election_id = x.id and p.state = 'declared')
        and not exists (
          select 1 from contests k join polls p on p.id = k.poll_id
          where k.election_id = x.id and p.state <> 'declared' and not exists (select 1 from contests_without_poll w where w.contest_id = k.id))
      order by x.polling_day desc, e.slug`),
    // Each person once, however many contests of the election name the roll.
    database().execute<{ engagement_id: string; area_id: string | null; electors: string }>(sql`
      select e.id as engagement_id, n.area_id, count(distinct n.id)::text as electors
      from engagements e
      join elections x on x.id = e.election_id
      join contests k on k.election_id = x.id
      join polls p on p.id = k.poll_id
      join electorate_rolls r on r.electorate_id = p.electorate_id
      join roll_entries n on n.roll_id = r.roll_id and (n.removed_at is null or n.removed_at > p.closes_at)
      where e.council_id = ${council} and x.template = ${template} and p.state = 'declared'
        and not exists (select 1 from contests o join contests_without_poll w on w.contest_id = o.id where o.election_id = x.id and o.area_id = n.area_id)
      group by 1, 2`),
    database()
      .select({ id: areas.id, en: areas.nameEn, cy: areas.nameCy, code: areas.code })
      .from(areas)
      .where(and(eq(areas.councilId, council), eq(areas.kind, "ward")))
      .orderBy(asc(areas.nameEn)),
    database()
      .select()
      .from(earlierTurnouts)
      .where(and(eq(earlierTurnouts.councilId, council), eq(earlierTurnouts.template, template), isNull(earlierTurnouts.struckAt))),
  ]);
  const ids = [...new Set(lines.map((line) => line.engagement_id))];
  const byArea = ids.flatMap((id): YearByArea[] => {
    const here = lines.filter((line) => line.engagement_id === id);
    const [first] = here;
    if (!first) return [];
    const onRoll = rolls.filter((line) => line.engagement_id === id);
    const electors = (areaId: string | null): number | null => (!first.on_roll ? null : Number(onRoll.find((line) => line.area_id === areaId)?.electors ?? 0));
    const voted = (areaId: string | null): number => Number(here.find((line) => line.area_id === areaId && line.voted !== "0")?.voted ?? 0);
    const known = places.map(({ id: areaId }): AreaTaken => ({ areaId, voted: voted(areaId), electors: electors(areaId), ...(first.no_vote.includes(areaId) && voted(areaId) === 0 ? { noVote: true as const } : {}) }));
    const elsewhere: AreaTaken = { areaId: null, voted: voted(null), electors: electors(null) };
    const taken = elsewhere.voted > 0 || (elsewhere.electors ?? 0) > 0 ? [...known, elsewhere] : known;
    return [{ engagementId: id, slug: first.slug, title: bilingual(first.title_en, first.title_cy), pollingDay: first.polling_day, ...publishElectionTurnout(taken) }];
  });
  const schools = await listPublishedTurnout(
    scope,
    ids.flatMap((id) => {
      const line = lines.find((each) => each.engagement_id === id);
      return line ? [{ electionId: line.election_id, voteId: id, pollIds: line.poll_ids }] : [];
    }),
  );
  const electionOf = new Map(lines.map((line) => [line.engagement_id, line.election_id]));
  const held = byArea.map((year): YearOfElection => ({ ...year, schools: schools.get(electionOf.get(year.engagementId) ?? "") ?? null, entered: null }));
  const entered = earlier.map((row): YearOfElection => {
    const { total } = publishElectionTurnout([{ areaId: null, voted: row.voted, electors: row.electors }]);
    return { engagementId: row.id, slug: `entered-${row.pollingDay}`, title: bilingual(row.titleEn, row.titleCy), pollingDay: row.pollingDay, total, areas: [], schools: null, entered: bilingual(row.sourceEn, row.sourceCy) };
  });
  const years = [...held, ...entered].toSorted((one, other) => other.pollingDay.localeCompare(one.pollingDay));
  return { years, areas: new Map(places.map(({ id, en, cy, code }) => [id, { name: bilingual(en, cy), code }])) };
}

/** A turnout that was entered, for the officers who enter them. */
export interface EarlierTurnout {
  readonly id: string;
  readonly template: ElectionTemplate;
  readonly title: BilingualText;
  readonly pollingDay: CivilDay;
  readonly voted: number;
  readonly electors: number | null;
  readonly source: BilingualText;
  readonly by: string;
  readonly at: Date;
}

/** Every turnout that was entered and not struck out, the latest polling day first. */
export async function listEarlierTurnouts(scope: ActorScope): Promise<readonly EarlierTurnout[]> {
  authorise(scope, "election.enter-turnout", null);
  const rows = await database()
    .select({ turnout: earlierTurnouts, name: people.name, email: people.email })
    .from(earlierTurnouts)
    .innerJoin(people, eq(people.id, earlierTurnouts.enteredBy))
    .where(and(eq(earlierTurnouts.councilId, scope.council.id), isNull(earlierTurnouts.struckAt)))
    .orderBy(desc(earlierTurnouts.pollingDay));
  return rows.map(({ turnout, name, email }) => ({
    id: turnout.id,
    template: turnout.template,
    title: bilingual(turnout.titleEn, turnout.titleCy),
    pollingDay: turnout.pollingDay,
    voted: turnout.voted,
    electors: turnout.electors,
    source: bilingual(turnout.sourceEn, turnout.sourceCy),
    by: name || email,
    at: turnout.enteredAt,
  }));
}

/** One declared election among those of its kind; 404 before it is declared. */
export async function getYearOfElection(scope: AnyScope, { engagementId, template }: { readonly engagementId: string; readonly template: ElectionTemplate }): Promise<{ readonly year: YearOfElection; readonly years: ElectionYears }> {
  const years = await listElectionYears(scope, template);
  return { year: found(years.years.find((each) => each.engagementId === engagementId), "declared election"), years };
}
