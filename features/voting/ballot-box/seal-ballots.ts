import { sign } from "node:crypto";
import { byteArrays } from "#db/byte-arrays.ts";
import { rawClient } from "#db/client.ts";
import { defined } from "#domain/basics/assert.ts";
import { signCheckpoint } from "#domain/voting/ballot-box/checkpoint.ts";
import { leafBytes, leafHash, type Leaf } from "#domain/voting/ballot-box/leaves.ts";
import { appended, rootOf, type CompactRange } from "#domain/voting/ballot-box/merkle-tree.ts";
import { subtreesFilled } from "#domain/voting/ballot-box/stored-tree.ts";
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import { sha256 } from "#platform/keys.ts";
import { randomBelow } from "#platform/random.ts";
import { boxOfPoll, type BoxOfPoll } from "./box-of-poll.ts";

/** Ballots sealed by one statement at the most. */
const MOST_TOGETHER = 2_000;

interface LogState extends CompactRange {
  readonly closed: boolean;
  /** Position of the last ordered leaf that was written. */
  readonly ordered: number;
  /** The poll takes no more ballots, by its state or the database's clock. */
  readonly over: boolean;
}

/** A leaf to be written; of a ballot only what finds it among those that wait. */
interface NewLeaf {
  readonly kind: Leaf["type"];
  readonly hash: Buffer;
  readonly bytes: Buffer | null;
  readonly key: Buffer | null;
  readonly version: number | null;
  readonly order: string | null;
}

/** Polls whose log wants care: no leaf 0 yet, ordered leaves, a full batch, or the end. */
export async function listLogsToTend(): Promise<readonly string[]> {
  const rows = await rawClient()<{ id: string }[]>`
    select m.poll_id as id from poll_manifests m join polls p on p.id = m.poll_id left join box.logs l on l.poll_id = m.poll_id
    where l.poll_id is null or (not l.closed and (p.state <> 'ready' or now() >= p.closes_at))
      or exists (select from log_orders o where o.poll_id = m.poll_id and o.position > l.ordered)
    union
    select poll_id from box.waiting group by poll_id having count(*) >= 50`;
  return rows.map(({ id }) => id);
}

/**
 * Does for one log whatever is to be done, and may be called by any number of programs at once: leaf 0, ordered leaves in their
 * order, batches of waiting ballots shuffled among themselves, and at the end everything that waits with the `close` leaf.
 * Every step is one statement that is refused where the log has grown meanwhile.
 * `least` is how many make a batch, where it is not the number that leaf 0 promises; for tests.
 */
export async function sealBallots(pollId: string, { least }: { readonly least?: number } = {}): Promise<void> {
  const box = await boxOfPoll(pollId);
  if (!box) return;
  for (let refusals = 0; refusals < 20; ) {
    const step = await nextStep(box, least ?? box.manifest.batchSize);
    if (step === null) return;
    if (!(await append(box, step.state, step.leaves, step.close))) refusals += 1;
  }
  throw new Error(`The log of poll ${pollId} changes too fast to be written`);
}

async function nextStep(box: BoxOfPoll, least: number): Promise<{ readonly state: LogState; readonly leaves: readonly NewLeaf[]; readonly close: boolean } | null> {
  const state = await readState(box.pollId);
  if (state.size === 0) return { state, leaves: [leafOf("manifest", box.leaf, null)], close: false };
  const ordered = await readOrders(box.pollId, state.ordered);
  if (ordered.length > 0) return { state, leaves: ordered, close: false };
  if (state.closed) return null;
  const waiting = await readWaiting(box.pollId);
  if (waiting.length === MOST_TOGETHER || (!state.over && waiting.length >= least)) return { state, leaves: shuffled(waiting), close: false };
  if (!state.over) return null;
  return { state, leaves: [...shuffled(waiting), await closeLeaf(box.pollId, waiting)], close: true };
}

async function readState(pollId: string): Promise<LogState> {
  const [row] = await rawClient()<{ size: string | null; frontier: Buffer | null; closed: boolean | null; ordered: number | null; over: boolean }[]>`
    select l.size, l.frontier, l.closed, l.ordered, p.state <> 'ready' or clock_timestamp() >= p.closes_at as over
    from polls p left join box.logs l on l.poll_id = p.id where p.id = ${pollId}`;
  const { size, frontier, closed, ordered, over } = defined(row, "poll");
  const peaks = Array.from({ length: (frontier?.length ?? 0) / 32 }, (_, at) => defined(frontier, "frontier").subarray(at * 32, (at + 1) * 32));
  return { size: Number(size ?? 0), peaks, closed: closed ?? false, ordered: ordered ?? 0, over };
}

async function readOrders(pollId: string, after: number): Promise<readonly NewLeaf[]> {
  const rows = await rawClient()<{ id: string; kind: Leaf["type"]; body: Record<string, unknown> }[]>`
    select id, kind, body from log_orders where poll_id = ${pollId} and position > ${after} order by position limit ${MOST_TOGETHER}`;
  return rows.map(({ id, kind, body }) => leafOf(kind, Buffer.from(canonicalJson({ ...body, type: kind, poll: pollId })), id));
}

const leafOf = (kind: Leaf["type"], bytes: Buffer, order: string | null): NewLeaf => ({ kind, hash: Buffer.from(leafHash(sha256, bytes)), bytes, key: null, version: null, order });

async function readWaiting(pollId: string): Promise<readonly NewLeaf[]> {
  // By key and version, so that no version is sealed before an earlier one.
  const rows = await rawClient()<{ hash: Buffer; key: Buffer; version: number }[]>`
    select leaf_hash as hash, voter_key as key, version from box.waiting where poll_id = ${pollId} order by voter_key, version limit ${MOST_TOGETHER}`;
  return rows.map((row) => ({ ...row, kind: "ballot", bytes: null, order: null }));
}

/** In an order of chance alone; the versions of one key follow each other in the places that chance gave them. */
function shuffled(leaves: readonly NewLeaf[]): readonly NewLeaf[] {
  const mixed = [...leaves];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = randomBelow(at + 1);
    [mixed[at], mixed[other]] = [defined(mixed[other], "leaf"), defined(mixed[at], "leaf")];
  }
  const keyOf = ({ key }: NewLeaf): string => key?.toString("latin1") ?? "";
  const versions = new Map<string, NewLeaf[]>();
  for (const leaf of mixed) versions.set(keyOf(leaf), [...(versions.get(keyOf(leaf)) ?? []), leaf]);
  for (const own of versions.values()) own.sort((a, b) => (b.version ?? 0) - (a.version ?? 0));
  return mixed.map((leaf) => defined(versions.get(keyOf(leaf))?.pop(), "leaf"));
}

async function closeLeaf(pollId: string, last: readonly NewLeaf[]): Promise<NewLeaf> {
  const [row] = await rawClient()<{ ballots: string; keys: string }[]>`
    select count(*) as ballots, count(*) filter (where version = 1) as keys from log.leaves where poll_id = ${pollId} and kind = 'ballot'`;
  const keys = Number(row?.keys ?? 0) + last.filter(({ version }) => version === 1).length;
  return leafOf("close", Buffer.from(leafBytes({ type: "close", poll: pollId, ballots: Number(row?.ballots ?? 0) + last.length, keys })), null);
}

/** False: something else was written first. */
async function append({ pollId, manifest, logKey }: BoxOfPoll, state: LogState, leaves: readonly NewLeaf[], close: boolean): Promise<boolean> {
  const hashes = leaves.map(({ hash }) => hash);
  const range = appended(sha256, state, hashes);
  const root = Buffer.from(rootOf(sha256, range));
  const note = await signCheckpoint({ origin: manifest.origin, size: range.size, root }, logKey.publicKey, (message) => sign(null, message, logKey.privateKey));
  const filled = subtreesFilled(sha256, state, hashes);
  const frontier = Buffer.concat(range.peaks);
  try {
    const [row] = await rawClient()<{ written: boolean }[]>`
      select box.append_leaves(${pollId}, ${state.size}, ${leaves.map(({ kind }) => kind)}::text[], ${byteArrays(hashes)}, ${byteArrays(leaves.map(({ bytes }) => bytes))},
        ${byteArrays(leaves.map(({ key }) => key))}, ${leaves.map(({ version }) => version)}::smallint[], ${leaves.map(({ order }) => order)}::uuid[],
        ${frontier}, ${root}, ${note}, ${filled.map(({ level }) => level)}::smallint[], ${filled.map(({ index }) => index)}::bigint[],
        ${byteArrays(filled.map(({ hash }) => Buffer.from(hash)))}, ${close}) as written`;
    return row?.written === true;
  } catch (fault) {
    // A ballot was sealed by another, or came in while the box was closing: look again.
    if (typeof fault === "object" && fault !== null && "code" in fault && (fault.code === "40001" || fault.code === "23505")) return false;
    throw fault;
  }
}
