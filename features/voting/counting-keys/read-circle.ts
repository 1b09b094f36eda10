import { rawClient } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { makeBallotKey, readBallotKey, type BallotKey } from "#domain/voting/ballot-box/ballot-key.ts";
import { webCurves } from "#domain/voting/ballot-box/curves.ts";
import { ENOUGH_HOLDERS, holderSecret, KEY_HOLDERS } from "#domain/voting/ballot-box/key-shares.ts";
import { randomKey } from "#platform/random.ts";
import { rehearse, type HolderSecrets } from "./share-out.ts";

/** One of the three people as the counter knows them: a number and the public half of their code. */
export interface CircleHolder {
  readonly holder: number;
  readonly publicKey: Buffer;
  /** They typed their code back, so that it was written down. */
  readonly confirmed: boolean;
}

export interface Circle {
  readonly holders: readonly CircleHolder[];
  /** All three confirmed their codes, and two of them have opened a test key. */
  readonly drilled: boolean;
}

/** Secrets of the codes that were entered: in memory only, gone when the program ends. */
const atHand = { drill: new Map<string, Map<number, Uint8Array>>(), count: new Map<string, Map<number, Uint8Array>>() };
export type CodePurpose = keyof typeof atHand;

export const secretsAtHand = (circleId: string): HolderSecrets | null => atHand.count.get(circleId) ?? null;

/** Numbers of the holders whose codes are at hand for a purpose. */
export const holdersAtHand = (circleId: string, purpose: CodePurpose): readonly number[] => [...(atHand[purpose].get(circleId)?.keys() ?? [])].sort((a, b) => a - b);

/** What is known of a circle; nobody has a code yet where it is new. */
export async function readCircle(circleId: string): Promise<Circle> {
  const sql = rawClient();
  const [holders, drills] = await Promise.all([
    sql<CircleHolder[]>`select holder, public_key as "publicKey", confirmed from counter.key_holders where circle_id = ${circleId} order by holder`,
    sql`select 1 from counter.circle_drills where circle_id = ${circleId}`,
  ]);
  return { holders, drilled: drills.length > 0 };
}

/**
 * Makes a holder's code and answers it, this once: what is kept is its public half. Until they have typed it back another can be
 * made, and the one before opens nothing.
 */
export async function makeCode(circleId: string, holder: number): Promise<Result<{ readonly code: BallotKey }, "confirmed">> {
  const code = makeBallotKey(randomKey(32));
  const publicKey = Buffer.from(await webCurves.x25519Key(await holderSecret(code, circleId)));
  const rows = await rawClient()`
    insert into counter.key_holders (circle_id, holder, public_key) values (${circleId}, ${holder}, ${publicKey})
    on conflict (circle_id, holder) do update set public_key = excluded.public_key where not counter.key_holders.confirmed returning 1`;
  return rows.length === 1 ? ok({ code }) : err("confirmed");
}

export type CodeFault = "mistyped" | "wrong-code" | "not-yet" | "no-code";

/** Takes the code typed back, so that it is known to be written down. Typed back again, it stands as it was. */
export async function confirmCode(circleId: string, holder: number, typed: string): Promise<Result<void, CodeFault>> {
  const read = await secretOf(circleId, holder, typed);
  if (!read.ok) return read;
  await rawClient()`
    update counter.key_holders set confirmed = true where circle_id = ${circleId} and holder = ${holder} and public_key = ${read.value.publicKey} and not confirmed`;
  return ok();
}

/** Takes a code for the drill. The second one that is another's opens a test key; then both are forgotten. */
export async function drillCode(circleId: string, holder: number, typed: string): Promise<Result<{ readonly drilled: boolean }, CodeFault>> {
  const circle = await readCircle(circleId);
  if (circle.holders.length < KEY_HOLDERS.length || !circle.holders.every(({ confirmed }) => confirmed)) return err("not-yet");
  const read = await secretOf(circleId, holder, typed);
  if (!read.ok) return read;
  if (circle.drilled) return ok({ drilled: true });
  const secrets = keep("drill", circleId, holder, read.value.secret);
  if (secrets.size < ENOUGH_HOLDERS) return ok({ drilled: false });
  atHand.drill.delete(circleId);
  if (!(await rehearse(circleId, circle.holders.map(({ publicKey }) => publicKey), secrets))) throw new Error(`Two codes of circle ${circleId} do not open a test key`);
  await rawClient()`insert into counter.circle_drills (circle_id) values (${circleId}) on conflict do nothing`;
  return ok({ drilled: true });
}

/** Takes a code for the count, once a poll of the circle is closed. Two open its ballots. */
export async function giveCode(circleId: string, holder: number, typed: string): Promise<Result<{ readonly given: readonly number[] }, CodeFault>> {
  const closed = await rawClient()`
    select 1 from counter.count_keys k join polls p on p.id = k.poll_id where k.circle_id = ${circleId} and p.state in ('closed', 'counted') limit 1`;
  if (closed.length === 0) return err("not-yet");
  const read = await secretOf(circleId, holder, typed);
  if (!read.ok) return read;
  keep("count", circleId, holder, read.value.secret);
  return ok({ given: holdersAtHand(circleId, "count") });
}

function keep(purpose: CodePurpose, circleId: string, holder: number, secret: Uint8Array): HolderSecrets {
  const secrets = atHand[purpose].get(circleId) ?? new Map<number, Uint8Array>();
  secrets.set(holder, secret);
  atHand[purpose].set(circleId, secrets);
  return secrets;
}

async function secretOf(circleId: string, holder: number, typed: string): Promise<Result<{ readonly secret: Uint8Array; readonly publicKey: Buffer }, CodeFault>> {
  const code = readBallotKey(typed);
  if (!code.ok) return err("mistyped");
  const kept = (await readCircle(circleId)).holders.find((each) => each.holder === holder);
  if (!kept) return err("no-code");
  const secret = await holderSecret(code.value, circleId);
  return Buffer.from(await webCurves.x25519Key(secret)).equals(kept.publicKey) ? ok({ secret, publicKey: kept.publicKey }) : err("wrong-code");
}
