import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { threadLinks } from "#db/schema/golden-thread.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { ThreadEnd, ThreadKind } from "#domain/golden-thread/thread.ts";

/** A thing a thread passes through, as it is named and where its page stands (without language and council). */
export interface ThreadStop extends ThreadEnd {
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
}

interface StrandRow extends Record<string, unknown> {
  readonly from_kind: ThreadKind;
  readonly from_id: string;
  readonly from_title: [string, string];
  readonly from_state: string;
  readonly from_address: string;
  readonly to_kind: ThreadKind;
  readonly to_id: string;
  readonly to_title: [string, string];
  readonly to_state: string;
  readonly to_address: string;
  readonly how_en: string;
  readonly how_cy: string;
}

/**
 * Every strand of the threads that pass through a thing, upstream and downstream, in the order they run.
 * A strand whose other end is not public yet is left out.
 */
export const listThread = (scope: AnyScope, end: ThreadEnd): Promise<readonly Strand[]> => listThreads(scope, [end]);

/** The same for several things at once, each strand once; in one statement. */
export async function listThreads(scope: AnyScope, ends: readonly ThreadEnd[]): Promise<readonly Strand[]> {
  if (ends.length === 0) return [];
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
    ), strands as (
      select * from downstream union select * from upstream
    )
    select distinct s.from_kind, s.from_id, f.title as from_title, f.state as from_state, f.address as from_address,
      s.to_kind, s.to_id, t.title as to_title, t.state as to_state, t.address as to_address, s.how_en, s.how_cy
    from strands s
    join thread_stops f on f.council_id = s.council_id and f.kind = s.from_kind and f.id = s.from_id and f.public
    join thread_stops t on t.council_id = s.council_id and t.kind = s.to_kind and t.id = s.to_id and t.public
    order by s.from_kind, f.title, s.to_kind, t.title
  `);
  return rows.map((row) => ({
    from: { kind: row.from_kind, id: row.from_id, title: bilingual(...row.from_title), state: row.from_state, address: row.from_address },
    to: { kind: row.to_kind, id: row.to_id, title: bilingual(...row.to_title), state: row.to_state, address: row.to_address },
    how: bilingual(row.how_en, row.how_cy),
  }));
}

/** The newest strands of the council, for the hub. */
export async function listNewestStrands(scope: AnyScope, most = 3): Promise<readonly Strand[]> {
  const links = await database()
    .select({ kind: threadLinks.fromKind, id: threadLinks.fromId })
    .from(threadLinks)
    .where(and(eq(threadLinks.councilId, scope.council.id), inArray(threadLinks.toKind, ["target", "asset-transfer"])))
    .orderBy(desc(threadLinks.madeAt))
    .limit(most);
  return listThreads(scope, links);
}

/** Everything of the council that a thread may be tied to, for an officer to choose from. */
export async function listStops(scope: AnyScope): Promise<readonly ThreadStop[]> {
  const rows = await database().execute<{ kind: ThreadKind; id: string; title: [string, string]; state: string; address: string }>(sql`
    select kind, id, title, state, address from thread_stops where council_id = ${scope.council.id} and public order by kind, title
  `);
  return rows.map((row) => ({ kind: row.kind, id: row.id, title: bilingual(...row.title), state: row.state, address: row.address }));
}

/** Strands officers have tied, with the id to untie each by, newest first. */
export async function listTiedStrands(scope: AnyScope): Promise<readonly { id: string; from: BilingualText; to: BilingualText; how: BilingualText }[]> {
  const rows = await database().execute<{ id: string; from_title: [string, string]; to_title: [string, string]; how_en: string; how_cy: string }>(sql`
    select l.id, f.title as from_title, t.title as to_title, l.how_en, l.how_cy
    from thread_links l
    join thread_stops f on f.council_id = l.council_id and f.kind = l.from_kind and f.id = l.from_id
    join thread_stops t on t.council_id = l.council_id and t.kind = l.to_kind and t.id = l.to_id
    where l.council_id = ${scope.council.id} order by l.made_at desc
  `);
  return rows.map((row) => ({ id: row.id, from: bilingual(...row.from_title), to: bilingual(...row.to_title), how: bilingual(row.how_en, row.how_cy) }));
}
