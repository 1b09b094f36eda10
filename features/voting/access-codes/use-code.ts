import { rawClient } from "#db/client.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { VoterIdentity } from "#domain/eligibility/voter-identity.ts";
import { CODE_LIMITS } from "#domain/voting/access-codes/code-limits.ts";
import { lookUpOf, secretOf, type AccessCode } from "#domain/voting/access-codes/voting-code.ts";
import { PASS_HOURS, voterHash } from "#features/voting/credentials/issue-passes.ts";
import { passHash } from "#features/voting/credentials/pass-hash.ts";
import { assessClaim, type Asking } from "#features/eligibility/claims/assess-claim.ts";
import { noteWrongCode } from "#features/eligibility/claims/note-wrong-code.ts";
import { keyedHash } from "#platform/keys.ts";
import { forgetUses, usesOf, withinLimit } from "#platform/rate-limit.ts";
import { slowHashMatches } from "#platform/slow-hash.ts";
import { CODE_HASH } from "./make-codes.ts";
import { noteTry } from "./note-try.ts";
import { identityOfCode } from "./revoke-code.ts";

export interface UseCodeInput {
  readonly voteId: string;
  readonly code: AccessCode;
  /** The number of the form it was typed in: the same form sent again gets the same answer. */
  readonly once: string;
  /** What the browser holds for a ballot of the vote already, by poll. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Where it was typed, in a form that gives no address away; null on this machine. */
  readonly network: string | null;
  /** What the request shows of itself; null where nobody asks over the network. */
  readonly asking: CodeAsking | null;
}

export interface CodeAsking extends Pick<Asking, "exercise" | "signs"> {
  /** The last day on which votes are taken. */
  readonly lastDay: CivilDay;
}

export interface UsedCode {
  /** The ballots it opens. */
  readonly pollIds: readonly string[];
  /** Goes into the voter's cookies; null where this browser has used the code before and holds its passes. */
  readonly token: string | null;
}

/** Why a code does not open a ballot. `wrong` and a code that there is not are the same, in words as in time. */
export type CodeRefusal =
  | { readonly code: "wrong" | "revoked" | "too-many-tries" }
  | { readonly code: "used"; readonly on: string }
  /** Held for a person, or refused by two: the reference of the request. */
  | { readonly code: "stopped"; readonly reference: string };

interface Held {
  readonly id: string;
  readonly salt: Buffer;
  readonly hash: Buffer;
  readonly poll_ids: string[];
  readonly elector_id: string | null;
  readonly voter_id: string;
  readonly area_id: string | null;
  readonly used_on: string | null;
  readonly revoked: boolean;
}

/** Compared with where there is no such code, so that it takes as long. */
const NOBODY = { salt: Buffer.alloc(16), hash: Buffer.alloc(32) };

/**
 * From a code that was typed to passes for its ballots. It is used up by the statement that writes the passes, so that of many
 * at once one gets them; the browser that used it goes on with the same code. Tries are limited for each look-up part, whether
 * there is such a code or not, and wrong ones for each network.
 */
export async function useCode(scope: AnyScope, { voteId, code, once, tokens, network, asking }: UseCodeInput): Promise<Result<UsedCode, CodeRefusal>> {
  const { windowSeconds, triesOfLookUp, triesFromNetwork, wrongFromNetwork } = CODE_LIMITS;
  const [lookUp, wrongKey] = [lookUpOf(code), `code-wrong/${network ?? ""}`];
  const lookUpKey = `code/${voteId}/${lookUp}`;
  if (network !== null && (!(await withinLimit(`code-net/${network}`, triesFromNetwork, windowSeconds)) || (await usesOf(wrongKey, windowSeconds)) >= wrongFromNetwork)) return err({ code: "too-many-tries" });
  if (!(await withinLimit(lookUpKey, triesOfLookUp, windowSeconds))) return err({ code: "too-many-tries" });

  const sql = rawClient();
  const [held] = await sql<Held[]>`
    select c.id, c.salt, c.hash, c.poll_ids, c.elector_id, c.voter_id, c.area_id, c.used_on::text, c.revoked_at is not null as revoked
    from access_codes c where c.council_id = ${scope.council.id} and c.vote_id = ${voteId} and c.look_up = ${lookUp}`;
  const matches = await slowHashMatches(CODE_HASH, secretOf(code), held ?? NOBODY);
  const wrong = !held || !matches;
  await noteTry(scope, voteId, { wrong });
  if (wrong) {
    if (network !== null) await withinLimit(wrongKey, wrongFromNetwork, windowSeconds);
    if (asking !== null) await noteWrongCode(scope, asking.signs);
    return err({ code: "wrong" });
  }
  // Whoever knows the secret is not guessing.
  await forgetUses(lookUpKey);
  if (held.revoked) return err({ code: "revoked" });

  const identity = identityOfCode({ electorId: held.elector_id, voterId: held.voter_id });
  const token = keyedHash("code-pass", once, held.id).toString("base64url");
  const before = async (on: string): Promise<Result<UsedCode, CodeRefusal>> => {
    if (await holdsPass(identity, held.poll_ids, () => token)) return ok({ pollIds: held.poll_ids, token });
    if (await holdsPass(identity, held.poll_ids, (pollId) => tokens.get(pollId))) return ok({ pollIds: held.poll_ids, token: null });
    return err({ code: "used", on });
  };
  if (held.used_on !== null) return before(held.used_on);
  if (asking !== null) {
    const voters = held.poll_ids.map((pollId) => ({ pollId, voterHash: voterHash(pollId, identity) }));
    const stopped = await assessClaim(scope, { ...asking, identity, way: "code", email: "", postcode: null, household: null, areaId: held.area_id, ofClass: false, voters });
    if (stopped !== null) return err({ code: "stopped", reference: stopped });
  }
  const passes = held.poll_ids.map((pollId) => ({ poll_id: pollId, token: passHash(token, pollId).toString("hex"), voter: voterHash(pollId, identity).toString("hex") }));
  const [used] = await sql<{ passes: number }[]>`
    with used as (
      update access_codes set used_on = (now() at time zone 'Europe/London')::date
      where id = ${held.id} and used_on is null and revoked_at is null
      returning council_id, area_id, age_band
    ), issued as (
      insert into voter_passes (token_hash, poll_id, council_id, voter_hash, area_id, age_band, way, expires_at)
      select decode(v.token, 'hex'), v.poll_id, used.council_id, decode(v.voter, 'hex'), used.area_id, used.age_band, 'code', now() + make_interval(hours => ${PASS_HOURS})
      from used, jsonb_to_recordset(${JSON.stringify(passes)}::text::jsonb) as v(poll_id uuid, token text, voter text)
      returning 1
    ) select count(*)::integer as passes from issued`;
  if (used && used.passes > 0) return ok({ pollIds: held.poll_ids, token });
  // Somebody was faster by a moment: another form of the same code, or an officer who made it void.
  const [after] = await sql<{ used_on: string | null }[]>`select used_on::text from access_codes where id = ${held.id}`;
  return after?.used_on ? before(after.used_on) : err({ code: "revoked" });
}

/** Whether a token is that of a pass this voter got. */
async function holdsPass(identity: VoterIdentity, pollIds: readonly string[], tokenOf: (pollId: string) => string | undefined): Promise<boolean> {
  for (const pollId of pollIds) {
    const token = tokenOf(pollId);
    if (token === undefined) continue;
    const [pass] = await rawClient()`
      select 1 from voter_passes where token_hash = ${passHash(token, pollId)} and poll_id = ${pollId} and voter_hash = ${voterHash(pollId, identity)} and expires_at > now()`;
    if (pass) return true;
  }
  return false;
}
