import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { accessCodes, codeBatches, codeSlips } from "#db/schema/voting/access-codes.ts";
import { rollEntries, rolls } from "#db/schema/eligibility/rolls.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { ageBandOf, ageOn } from "#domain/eligibility/age.ts";
import { found } from "#domain/policy/access-error.ts";
import type { CodeWanted } from "./ask-for-codes.ts";
import { areasOfPostcodes } from "./queries.ts";
import type { BallotChoice } from "./read-addresses.ts";

const MOST_LINES = 6;
const LONGEST_LINE = 60;

/**
 * A code for each person of a roll who has none in this vote, bound to their entry: however they vote, they are one voter. Each opens the ballots of
 * its person's area and those for the whole council. 404 for another council's roll. `day`: for which ages are reckoned.
 */
export async function readElectors(scope: AnyScope, { voteId, rollId, ballots, day }: { readonly voteId: string; readonly rollId: string; readonly ballots: readonly BallotChoice[]; readonly day: CivilDay }): Promise<readonly CodeWanted[]> {
  const [roll] = await database().select({ id: rolls.id }).from(rolls).where(and(eq(rolls.councilId, scope.council.id), eq(rolls.id, rollId)));
  found(roll, "roll");
  const hasCode = sql<boolean>`exists (select 1 from ${accessCodes} c where c.vote_id = ${voteId} and c.elector_id = "roll_entries"."id" and c.revoked_at is null)
    or exists (select 1 from ${codeSlips} s join ${codeBatches} b on b.id = s.batch_id where b.vote_id = ${voteId} and b.state in ('waiting', 'making') and s.elector_id = "roll_entries"."id")`;
  const people = await database()
    .select({
      id: rollEntries.id,
      given: rollEntries.givenNames,
      family: rollEntries.familyName,
      birthDate: rollEntries.birthDate,
      address: rollEntries.address,
      postcode: rollEntries.postcode,
      areaId: rollEntries.areaId,
      before: hasCode,
    })
    .from(rollEntries)
    .where(and(eq(rollEntries.councilId, scope.council.id), eq(rollEntries.rollId, rollId), isNull(rollEntries.removedAt)))
    .orderBy(asc(rollEntries.familyKey), asc(rollEntries.givenKey), asc(rollEntries.referenceKey));
  const without = people.filter(({ before }) => !before);
  const areasOf = await areasOfPostcodes(scope, [...new Set(without.map(({ postcode }) => postcode).filter((postcode) => postcode !== ""))]);
  return without.flatMap(({ id, given, family, birthDate, address, postcode, areaId }): CodeWanted[] => {
    const areas = [...(areaId === null ? [] : [areaId]), ...(areasOf.get(postcode) ?? [])];
    const pollIds = ballots.filter((ballot) => ballot.areaId === null || areas.includes(ballot.areaId)).map(({ pollId }) => pollId);
    if (pollIds.length === 0) return [];
    const lines = address.split(/[,\n]/).map((line) => line.trim().slice(0, LONGEST_LINE)).filter((line) => line !== "").slice(0, MOST_LINES);
    return [
      {
        pollIds,
        areaId: areas[0] ?? null,
        ageBand: birthDate === null ? "" : ageBandOf(ageOn({ kind: "born", on: birthDate as CivilDay }, day).least),
        electorId: id,
        recipient: { name: `${given} ${family}`.trim().slice(0, LONGEST_LINE), address: postcode === "" ? lines : [...lines, shownPostcode(postcode)] },
      },
    ];
  });
}

const shownPostcode = (postcode: string): string => `${postcode.slice(0, -3)} ${postcode.slice(-3)}`;
