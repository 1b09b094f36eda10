import { sql, type SQL } from "drizzle-orm";
import { database } from "#db/client.ts";
import { checkChain, unchecked, type ChainCheck } from "#domain/audit/trail.ts";
import { pageAsked } from "#domain/basics/page-asked.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { sha256 } from "#platform/keys.ts";

export interface ActInView {
  readonly position: number;
  readonly at: Date;
  /** The person's e-mail address or the job's name, as it was then. */
  readonly actorName: string;
  readonly act: string;
  readonly thingKind: string;
  readonly thingId: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

/** What to show of the trail; empty means everything. */
export interface TrailFilter {
  readonly act: string;
  readonly who: string;
}

/** What the address asks to see of the trail. Anything it cannot mean is as if it were left out. */
export function readTrailQuery(query: URLSearchParams): { readonly filter: TrailFilter; readonly page: number } {
  const text = (name: string): string => (query.get(name) ?? "").replace(/\p{Cc}|\p{Surrogate}/gu, "").slice(0, 300);
  return { filter: { act: text("act"), who: text("who") }, page: pageAsked(query.get("page")) };
}

export interface TrailPage {
  readonly acts: readonly ActInView[];
  readonly count: number;
  /** Every kind of act and every name that stands in the council's trail, for choosing from. */
  readonly allActs: readonly string[];
  readonly allNames: readonly string[];
}

type Row = { position: string; at: Date | string; actor_name: string; act: string; thing_kind: string; thing_id: string; detail: Record<string, unknown>; hash: string };

/** A page of the council's trail, the newest act first. */
export async function listActs(scope: ActorScope, filter: TrailFilter, page: number, most: number): Promise<TrailPage> {
  authorise(scope, "audit.read", null);
  const where = matching(scope, filter);
  const [acts, [count], kinds, names] = await Promise.all([
    database().execute<Row>(sql`
      select position, at, actor_name, act, thing_kind, thing_id, detail, encode(hash, 'hex') as hash
      from audit_trail where ${where} order by position desc limit ${most} offset ${(page - 1) * most}`),
    database().execute<{ n: number }>(sql`select count(*)::integer as n from audit_trail where ${where}`),
    database().execute<{ act: string }>(sql`select distinct act from audit_trail where council_id = ${scope.council.id} order by act`),
    database().execute<{ name: string }>(sql`select distinct actor_name as name from audit_trail where council_id = ${scope.council.id} order by actor_name`),
  ]);
  return { acts: acts.map(asAct), count: count?.n ?? 0, allActs: kinds.map(({ act }) => act), allNames: names.map(({ name }) => name) };
}

/** An act with what is needed to check it by hand. */
export interface ActToCheck extends ActInView {
  readonly previousHash: string;
  /** The text that was hashed. */
  readonly canonical: string;
}

/** Acts in the order they happened, a few thousand at a time. */
export async function* eachAct(scope: ActorScope, filter: TrailFilter): AsyncGenerator<ActToCheck> {
  authorise(scope, "audit.read", null);
  for (let after = 0; ; ) {
    const rows = await database().execute<Row & { previous: string; canonical: string }>(sql`
      select position, at, actor_name, act, thing_kind, thing_id, detail, encode(hash, 'hex') as hash, encode(previous_hash, 'hex') as previous, ${CANONICAL} as canonical
      from audit_trail where ${matching(scope, filter)} and position > ${after} order by position limit 2000`);
    for (const row of rows) yield { ...asAct(row), previousHash: row.previous, canonical: row.canonical };
    const last = rows.at(-1);
    if (!last) return;
    after = Number(last.position);
  }
}

export interface TrailCheck extends ChainCheck {
  /** Acts before those that were looked at. */
  readonly before: number;
}

/**
 * Checks the council's chain, as domain/audit says: the `newest` acts, or all of it. Each hash is made anew here; the
 * database only writes the acts out.
 */
export async function checkTrail(scope: ActorScope, newest = Number.MAX_SAFE_INTEGER): Promise<TrailCheck> {
  authorise(scope, "audit.read", null);
  const from = await placeBefore(scope, newest);
  let check = from ?? unchecked(sha256);
  while (check.fault === null) {
    const rows = await database().execute<{ position: string; previous: string; hash: string; canonical: string }>(sql`
      select position, encode(previous_hash, 'hex') as previous, encode(hash, 'hex') as hash, ${CANONICAL} as canonical
      from audit_trail where council_id = ${scope.council.id} and position > ${check.lastPosition} order by position limit 5000`);
    if (rows.length === 0) break;
    const acts = rows.map((row) => ({ position: Number(row.position), canonical: row.canonical, previousHash: Buffer.from(row.previous, "hex"), hash: Buffer.from(row.hash, "hex") }));
    check = checkChain(check, acts, sha256);
  }
  return { ...check, before: from?.lastPosition ?? 0 };
}

/** The state of the chain before its newest acts, taken as it stands; null where those are all of it. */
async function placeBefore(scope: ActorScope, newest: number): Promise<ChainCheck | null> {
  const [row] = await database().execute<{ position: string; hash: string }>(sql`
    select position, encode(hash, 'hex') as hash from audit_trail
    where council_id = ${scope.council.id} and position <= (select max(position) from audit_trail where council_id = ${scope.council.id}) - ${newest}::bigint
    order by position desc limit 1`);
  return row ? { checked: 0, lastPosition: Number(row.position), lastHash: Buffer.from(row.hash, "hex"), fault: null } : null;
}

// The same text that audit_hash of migration 0001 hashes.
const CANONICAL = sql`jsonb_build_array(council_id, position, extract(epoch from at)::text, actor_id, actor_name, act, thing_kind, thing_id, detail)::text`;

function matching(scope: ActorScope, { act, who }: TrailFilter): SQL {
  return sql`council_id = ${scope.council.id} and (${act} = '' or act = ${act}) and (${who} = '' or actor_name = ${who})`;
}

function asAct(row: Row): ActInView {
  return {
    position: Number(row.position),
    at: new Date(row.at),
    actorName: row.actor_name,
    act: row.act,
    thingKind: row.thing_kind,
    thingId: row.thing_id,
    detail: row.detail,
    hash: row.hash,
  };
}
