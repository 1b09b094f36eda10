import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { notedStops, threadLinks } from "#db/schema/golden-thread.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { isSearched, NOTED_KINDS, SEARCHED_KINDS, TAKEN_DOWN, type AskStanding, type NotedKind, type PlacedStop, type ThreadEnd, type ThreadKind } from "#domain/golden-thread/thread.ts";
import { found } from "#domain/policy/access-error.ts";
import { messages } from "#i18n/messages.ts";

/** A thing a thread passes through, as it is named and where its page stands (without language and council). */
export interface ThreadStop extends PlacedStop {
  /** What it is called; where its words were taken down, that they were. */
  readonly title: BilingualText;
  /** Where it stands, in its own context's words: a state or stage. */
  readonly state: string;
  /** The page's address below the council's: `priorities/parks-for-all`. */
  readonly address: string;
}

export interface Strand {
  readonly from: ThreadStop;
  readonly to: ThreadStop;
  readonly how: BilingualText;
  readonly madeAt: Date;
}

interface StrandRow extends Record<string, unknown> {
  readonly from_kind: ThreadKind;
  readonly from_id: string;
  readonly from_title: [string, string];
  readonly from_state: string;
  readonly from_address: string;
  readonly from_areas: readonly string[];
  readonly from_year: number | null;
  readonly to_kind: ThreadKind;
  readonly to_id: string;
  readonly to_title: [string, string];
  readonly to_state: string;
  readonly to_address: string;
  readonly to_areas: readonly string[];
  readonly to_year: number | null;
  readonly made_at: string;
  readonly how_en: string;
  readonly how_cy: string;
}

/**
 * Every strand of the threads that pass through a thing, upstream and downstream, in the order they run.
 * A strand whose other end is not public yet is left out.
 */
export const listThread = (scope: AnyScope, end: ThreadEnd): Promise<readonly Strand[]> => listThreads(scope, [end]);

/** The same for several things at once, each strand once; in one statement, and another that looks first whether there is any. */
export async function listThreads(scope: AnyScope, ends: readonly ThreadEnd[]): Promise<readonly Strand[]> {
  if (ends.length === 0 || !(await isOnThread(scope, ends))) return [];
  const wanted = JSON.stringify(ends.map(({ kind, id }) => ({ kind, id })));
  const rows = await database().execute<StrandRow>(sql`
    with recursive ends as (
      select kind::thread_kind as kind, id from jsonb_to_recordset(${wanted}::text::jsonb) as given (kind text, id text)
    ), downstream as (
      select l.*, 1 as depth from thread_strands l join ends e on l.from_kind = e.kind and l.from_id = e.id where l.council_id = ${scope.council.id}
      union
      select l.*, d.depth + 1 from thread_strands l join downstream d on l.council_id = d.council_id and l.from_kind = d.to_kind and l.from_id = d.to_id where d.depth < 6
    ), upstream as (
      select l.*, 1 as depth from thread_strands l join ends e on l.to_kind = e.kind and l.to_id = e.id where l.council_id = ${scope.council.id}
      union
      select l.*, u.depth + 1 from thread_strands l join upstream u on l.council_id = u.council_id and l.to_kind = u.from_kind and l.to_id = u.from_id where u.depth < 6
    ), strands as materialized (
      select * from downstream union select * from upstream
    ), ${stopsOfStrands(scope)}
    select distinct ${strandColumns}
    from strands s ${bothEnds}
    order by s.from_kind, f.title, s.to_kind, t.title
  `);
  return rows.map(asStrand);
}

/** Whether a strand begins or ends at any of them. To plan the walk both ways takes 25 milliseconds, and most of what residents send is on no thread. */
async function isOnThread(scope: AnyScope, ends: readonly ThreadEnd[]): Promise<boolean> {
  const ids = sql`array(select jsonb_array_elements_text(${JSON.stringify(ends.map(({ id }) => id))}::text::jsonb))`;
  const [row] = await database().execute<{ there: boolean }>(sql`select exists (select from thread_strands where council_id = ${scope.council.id} and (from_id = any(${ids}) or to_id = any(${ids}))) as there`);
  return row?.there === true;
}

/** Every strand of the council whose ends both are public, in the order they run. */
export async function listAllStrands(scope: AnyScope): Promise<readonly Strand[]> {
  const rows = await database().execute<StrandRow>(sql`
    with strands as materialized (select * from thread_strands where council_id = ${scope.council.id}), ${stopsOfStrands(scope)}
    select ${strandColumns} from strands s ${bothEnds}
    order by s.from_kind, f.title, s.to_kind, t.title
  `);
  return rows.map(asStrand);
}

const strandColumns = sql`s.from_kind, s.from_id, f.title as from_title, f.state as from_state, f.address as from_address, f.area_ids as from_areas, extract(year from f.on_day)::integer as from_year,
  s.to_kind, s.to_id, t.title as to_title, t.state as to_state, t.address as to_address, t.area_ids as to_areas, extract(year from t.on_day)::integer as to_year, s.how_en, s.how_cy, s.made_at`;

/** The public stops that any of the strands joins, and no other: of a city's thousands of ideas a handful is on the thread. */
const stopsOfStrands = ({ council }: AnyScope) => sql`stops as materialized (
      select * from thread_stops where council_id = ${council.id} and public
        and id = any((select array_agg(from_id) || array_agg(to_id) from strands)::text[])
    )`;

const bothEnds = sql`join stops f on f.kind = s.from_kind and f.id = s.from_id join stops t on t.kind = s.to_kind and t.id = s.to_id`;

/** What a stop is called; one whose words were taken down keeps its place and says so. */
function titleOf(kind: ThreadKind, state: string, title: readonly [string, string]): BilingualText {
  if (state !== TAKEN_DOWN || !isSearched(kind)) return bilingual(...title);
  return { en: messages("en").goldenThread.takenDown[kind], cy: messages("cy").goldenThread.takenDown[kind] };
}

const asStrand = (row: StrandRow): Strand => ({
  from: { kind: row.from_kind, id: row.from_id, title: titleOf(row.from_kind, row.from_state, row.from_title), state: row.from_state, address: row.from_address, areaIds: row.from_areas, year: row.from_year },
  to: { kind: row.to_kind, id: row.to_id, title: titleOf(row.to_kind, row.to_state, row.to_title), state: row.to_state, address: row.to_address, areaIds: row.to_areas, year: row.to_year },
  how: bilingual(row.how_en, row.how_cy),
  madeAt: new Date(row.made_at),
});

/** The newest strands of the council, for the hub. */
export async function listNewestStrands(scope: AnyScope, most = 3): Promise<readonly Strand[]> {
  const links = await database()
    .select({ kind: threadLinks.fromKind, id: threadLinks.fromId })
    .from(threadLinks)
    .where(and(eq(threadLinks.councilId, scope.council.id), inArray(threadLinks.toKind, ["target", "asset-transfer", "policy-ask", "decision"]), isNull(threadLinks.takenBackAt)))
    .orderBy(desc(threadLinks.madeAt))
    .limit(most);
  return listThreads(scope, links);
}

interface StopRow extends Record<string, unknown> {
  readonly kind: ThreadKind;
  readonly id: string;
  readonly title: [string, string];
  readonly state: string;
  readonly address: string;
  readonly area_ids: readonly string[];
  readonly year: number | null;
}

const stopColumns = sql`kind, id, title, state, address, area_ids, extract(year from on_day)::integer as year`;
const searchedKinds = sql`${JSON.stringify(SEARCHED_KINDS)}::jsonb ? kind::text`;

const asStop = (row: StopRow): ThreadStop => ({ kind: row.kind, id: row.id, title: titleOf(row.kind, row.state, row.title), state: row.state, address: row.address, areaIds: row.area_ids, year: row.year });

/** Everything of the council that a thread may be tied to, for an officer to choose from; of what is searched for, only the one that was chosen. */
export async function listStops(scope: AnyScope, chosen: ThreadEnd | null = null): Promise<readonly ThreadStop[]> {
  const rows = await database().execute<StopRow>(sql`
    select ${stopColumns} from thread_stops
    where council_id = ${scope.council.id} and public and state <> ${TAKEN_DOWN}
      and (not ${searchedKinds} or (kind::text = ${chosen?.kind ?? ""} and id = ${chosen?.id ?? ""}))
    order by kind, title
  `);
  return rows.map(asStop);
}

const MOST_FOUND = 20;

/** What residents sent whose title has every one of the words, in either language, or whose number one of them is; the newest first, 20 at the most. */
export async function findVoices(scope: AnyScope, words: string): Promise<readonly ThreadStop[]> {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  if (wanted.length === 0) return [];
  const rows = await database().execute<StopRow>(sql`
    select ${stopColumns} from thread_stops
    where council_id = ${scope.council.id} and public and state <> ${TAKEN_DOWN} and ${searchedKinds}
      and (select bool_and(strpos(lower(array_to_string(title, ' ')), word) > 0 or split_part(address, '/', 4) = word) from jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb) word)
    order by on_day desc, title limit ${MOST_FOUND}
  `);
  return rows.map(asStop);
}

/** A strand that officers tied: who, when and, where it was taken back, why. */
export interface TiedStrand {
  readonly id: string;
  readonly from: BilingualText;
  readonly to: BilingualText;
  readonly how: BilingualText;
  readonly madeAt: Date;
  /** Empty where the program tied it. */
  readonly madeBy: string;
  readonly takenBack: { readonly at: Date; readonly by: string; readonly because: string } | null;
}

/** Strands officers have tied, newest first; those taken back stand among them. What an end was called is empty where it is gone. */
export async function listTiedStrands(scope: AnyScope): Promise<readonly TiedStrand[]> {
  const rows = await database().execute<{ id: string; from_kind: ThreadKind; from_state: string | null; from_title: [string, string] | null; to_title: [string, string] | null; how_en: string; how_cy: string; made_at: string; made_by: string | null; taken_back_at: string | null; taken_back_by: string | null; taken_back_because: string }>(sql`
    select l.id, l.from_kind, f.title as from_title, f.state as from_state, t.title as to_title, l.how_en, l.how_cy, l.made_at, coalesce(nullif(m.name, ''), m.email) as made_by,
      l.taken_back_at, coalesce(nullif(b.name, ''), b.email) as taken_back_by, l.taken_back_because
    from thread_links l
    left join thread_stops f on f.council_id = l.council_id and f.kind = l.from_kind and f.id = l.from_id
    left join thread_stops t on t.council_id = l.council_id and t.kind = l.to_kind and t.id = l.to_id
    left join ${people} m on m.id = l.made_by
    left join ${people} b on b.id = l.taken_back_by
    where l.council_id = ${scope.council.id} order by l.made_at desc, l.id
  `);
  return rows.map((row) => ({
    id: row.id,
    from: titleOf(row.from_kind, row.from_state ?? "", row.from_title ?? ["", ""]),
    to: bilingual(...(row.to_title ?? ["", ""])),
    how: bilingual(row.how_en, row.how_cy),
    madeAt: new Date(row.made_at),
    madeBy: row.made_by ?? "",
    takenBack: row.taken_back_at === null ? null : { at: new Date(row.taken_back_at), by: row.taken_back_by ?? "", because: row.taken_back_because },
  }));
}

/** Something officers wrote down for the thread. */
export interface NotedStop {
  readonly id: string;
  readonly kind: NotedKind;
  readonly slug: string;
  readonly title: BilingualText;
  readonly words: BilingualText;
  readonly engagementId: string | null;
  readonly people: number | null;
  readonly by: BilingualText;
  readonly standing: AskStanding | null;
  readonly onDay: CivilDay;
  readonly source: string;
  readonly areaId: string | null;
}

const asNoted = (row: typeof notedStops.$inferSelect): NotedStop => ({
  id: row.id,
  kind: found(
    NOTED_KINDS.find((kind) => kind === row.kind),
    "kind",
  ),
  slug: row.slug,
  title: bilingual(row.titleEn, row.titleCy),
  words: bilingual(row.wordsEn, row.wordsCy),
  engagementId: row.engagementId,
  people: row.people,
  by: bilingual(row.byEn, row.byCy),
  standing: row.standing,
  onDay: row.onDay,
  source: row.source,
  areaId: row.areaId,
});

/** Everything officers wrote down for the thread, newest first. */
export async function listNotedStops(scope: AnyScope): Promise<readonly NotedStop[]> {
  const rows = await database().select().from(notedStops).where(eq(notedStops.councilId, scope.council.id)).orderBy(desc(notedStops.onDay), notedStops.slug);
  return rows.map(asNoted);
}

/** One of them by its address; 404 where the council has none of that name. */
export async function getNotedStop(scope: AnyScope, slug: string): Promise<NotedStop> {
  const [row] = await database()
    .select()
    .from(notedStops)
    .where(and(eq(notedStops.councilId, scope.council.id), eq(notedStops.slug, slug)));
  return asNoted(found(row, "noted stop"));
}
