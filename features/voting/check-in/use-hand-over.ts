import { rawClient } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { ClaimSigns } from "#domain/eligibility/claims/asking.ts";
import type { VoterIdentity } from "#domain/eligibility/voter-identity.ts";
import { CODE_LIMITS } from "#domain/voting/access-codes/code-limits.ts";
import type { HandOverCode } from "#domain/voting/access-codes/voting-code.ts";
import { noteWrongCode } from "#features/eligibility/claims/note-wrong-code.ts";
import { PASS_HOURS, voterHash } from "#features/voting/credentials/issue-passes.ts";
import { passHash } from "#features/voting/credentials/pass-hash.ts";
import { keyedHash, unseal } from "#platform/keys.ts";
import { usesOf, withinLimit } from "#platform/rate-limit.ts";
import { handOverHash } from "./check-in-voter.ts";

export interface UseHandOverInput {
  readonly voteId: string;
  readonly code: HandOverCode;
  /** The number of the form it was typed in: the same form sent again gets the same answer. */
  readonly once: string;
  readonly network: string | null;
  /** What the request shows of itself, against which wrong codes are counted; null where nobody asks over the network. */
  readonly signs: ClaimSigns | null;
}

/**
 * From the code an officer handed over to the passes of the ballots that are theirs: once, within its minutes. Unknown, over and
 * used are one answer. Wrong ones are limited for each network and, with 35 bits to guess, for the vote as a whole.
 */
export async function useHandOver(scope: AnyScope, { voteId, code, once, network, signs }: UseHandOverInput): Promise<Result<{ readonly pollIds: readonly string[]; readonly token: string }, "wrong" | "too-many-tries">> {
  const { windowSeconds, triesFromNetwork, wrongFromNetwork } = CODE_LIMITS;
  const wrongKeys = [`hand-over-wrong/${voteId}`, ...(network === null ? [] : [`code-wrong/${network}`])];
  if (network !== null && !(await withinLimit(`code-net/${network}`, triesFromNetwork, windowSeconds))) return err("too-many-tries");
  for (const key of wrongKeys) if ((await usesOf(key, windowSeconds)) >= wrongFromNetwork) return err("too-many-tries");

  const sql = rawClient();
  const hash = handOverHash(code);
  const [held] = await sql<{ identity: Buffer; poll_ids: string[]; over: boolean; used: boolean }[]>`
    select h.identity, c.poll_ids, h.expires_at <= now() as over, h.used_at is not null as used
    from hand_over_codes h join check_ins c on c.id = h.check_in_id
    where h.code_hash = ${hash} and h.council_id = ${scope.council.id} and h.vote_id = ${voteId}`;
  if (held) {
    const identity = unseal("hand-over", held.identity) as VoterIdentity;
    const token = keyedHash("hand-over-pass", once, code).toString("base64url");
    const passes = held.poll_ids.map((pollId) => ({ poll_id: pollId, token: passHash(token, pollId).toString("hex"), voter: voterHash(pollId, identity).toString("hex") }));
    const [answer] = await sql<{ passes: number }[]>`
      with wanted as (
        select * from jsonb_to_recordset(${JSON.stringify(passes)}::text::jsonb) as v(poll_id uuid, token text, voter text)
      ), used as (
        update hand_over_codes set used_at = now() where code_hash = ${hash} and used_at is null and expires_at > now() returning council_id, check_in_id
      ), issued as (
        insert into voter_passes (token_hash, poll_id, council_id, voter_hash, area_id, age_band, way, expires_at)
        select decode(v.token, 'hex'), v.poll_id, used.council_id, decode(v.voter, 'hex'), c.area_id, c.age_band, 'officer', now() + make_interval(hours => ${PASS_HOURS})
        from used join check_ins c on c.id = used.check_in_id cross join wanted v
        returning 1
      ), before as (
        select 1 from voter_passes p join wanted v on p.token_hash = decode(v.token, 'hex') and p.poll_id = v.poll_id
      ) select (select count(*) from issued)::integer + (select count(*) from before)::integer as passes`;
    if (answer && answer.passes > 0) return ok({ pollIds: held.poll_ids, token });
  }
  for (const key of wrongKeys) await withinLimit(key, wrongFromNetwork, windowSeconds);
  if (signs !== null) await noteWrongCode(scope, signs);
  return err("wrong");
}
