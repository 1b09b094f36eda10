import type { Fault, RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import type { Claim } from "#domain/eligibility/claim.ts";
import { reasonsAgainst, TIES, type Questions } from "#domain/eligibility/electorate.ts";
import { emailIdentity } from "#domain/eligibility/voter-identity.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import { claimOf, type LookedUpClaim } from "#features/eligibility/claim-of.ts";
import type { Asking } from "#features/eligibility/claims/assess-claim.ts";
import { findHousehold } from "#features/eligibility/claims/find-household.ts";
import { askOfficerToLook, findAnswered } from "#features/eligibility/rolls/ask-officer-to-look.ts";
import { findElector, withElector } from "#features/eligibility/rolls/find-elector.ts";
import { now } from "#platform/clock.ts";
import { withinLimit } from "#platform/rate-limit.ts";
import type { ElectoratesOfVote } from "./queries.ts";
import type { Verdict } from "./ui/eligibility-page.tsx";
import { answersTo, POSTCODE_FIELDS, type Answers } from "./input.ts";
import { issuePasses, type IssuedPasses, type IssuePassesInput } from "./issue-passes.ts";

/** So many tries in an hour are enough for anybody who knows where they live and what they are called. */
const MOST_TRIES = 20;
const MOST_ROLL_TRIES = 8;

export interface AskedToVote extends IssuedPasses {
  readonly answers: Answers;
  readonly lookedUp: LookedUpClaim;
}

interface AskingToVote {
  readonly scope: PublicScope;
  readonly person: SignedIn;
  readonly asked: Questions;
  readonly polls: IssuePassesInput["polls"];
}

/**
 * From what somebody who confirmed their address says of themselves to passes for the ballots that are theirs. Whoever is not
 * found on a roll is told the same whether a name, a postcode or a date was wrong, and whether they were nearly found or not.
 */
export async function askToVote({ scope, person, asked, polls, asking }: AskingToVote & { readonly asking: Pick<Asking, "exercise" | "signs"> }, values: TypedValues): Promise<Result<AskedToVote, RefusedForm | "too-many-tries" | "unmatched">> {
  const answers = answersTo(asked, londonDay(now()))(values);
  if (!answers.ok) return err({ values, faults: answers.error });
  if (!(await withinLimit(`vote/${person.personId}`, MOST_TRIES, 3600))) return err("too-many-tries");
  const lookedUp = await claimOf(scope, answers.value);
  const unknown = unknownPlaces(lookedUp);
  if (unknown.length > 0) return err({ values, faults: unknown });
  const found = await foundOnRolls(scope, person, asked, answers.value, lookedUp.claim);
  if (!found.ok) return found;
  const claim = found.value;
  const way = Object.keys(claim.electors).length > 0 ? "roll" : "email";
  const request = { ...asking, email: person.email, postcode: answers.value.postcodes.live ?? null, household: await findHousehold(scope, claim) };
  return ok({ ...(await issuePasses(scope, { polls, identity: emailIdentity(person.email), way, claim, asking: request })), answers: answers.value, lookedUp: { ...lookedUp, claim } });
}

/** Asks an officer to look for somebody whom no roll knew at once; what they typed is kept sealed. */
export async function askForOfficer({ scope, person, asked, voteSlug }: Omit<AskingToVote, "polls"> & { readonly voteSlug: string }, values: TypedValues): Promise<void> {
  const answers = answersTo(asked, londonDay(now()))(values);
  if (!answers.ok || answers.value.elector === null) return;
  for (const rollId of asked.rolls) await askOfficerToLook(scope, { rollId, email: person.email, details: answers.value.elector, voteSlug });
}

/** What the rules of each ballot say to answers, for somebody who only wants to know: nothing is kept, no roll is looked at. */
export async function judgeAnswers(scope: PublicScope, { ballots, asked, names }: ElectoratesOfVote, values: TypedValues): Promise<Result<Omit<Verdict, "names">, RefusedForm>> {
  const answers = answersTo({ ...asked, rolls: [] }, londonDay(now()))(values);
  if (!answers.ok) return err({ values, faults: answers.error });
  const { claim } = await claimOf(scope, answers.value);
  // They are taken to show what is asked for, and to be on the roll: both are seen when they vote.
  const assumed: Claim = { ...claim, identityLevel: 4, electors: Object.fromEntries(asked.rolls.map((rollId) => [rollId, "assumed"])) };
  const day = names.pollingDay ?? londonDay(now());
  return ok({ claim, ballots: ballots.map(({ ballot, electorate }) => ({ ballot, against: reasonsAgainst(electorate, assumed, day) })) });
}

/** Postcodes that the council does not know. */
export const unknownPlaces = ({ areas }: LookedUpClaim): readonly Fault[] => TIES.filter((tie) => areas[tie] === null).map((tie) => ({ field: POSTCODE_FIELDS[tie], code: "unknown-postcode" }));

async function foundOnRolls(scope: PublicScope, person: SignedIn, asked: Questions, { elector }: Answers, said: Claim): Promise<Result<Claim, "too-many-tries" | "unmatched">> {
  let claim = said;
  if (elector === null) return ok(claim);
  if (!(await withinLimit(`roll/${person.personId}`, MOST_ROLL_TRIES, 3600))) return err("too-many-tries");
  for (const rollId of asked.rolls) {
    const match = await findElector(scope, rollId, elector);
    const entryId = match.kind === "one" ? match.entryId : await findAnswered(scope, { rollId, email: person.email, details: elector });
    if (entryId !== null) claim = await withElector(scope, claim, rollId, entryId);
  }
  // On one of several rolls is enough to go on: each ballot is judged by its own.
  return Object.keys(claim.electors).length === 0 ? err("unmatched") : ok(claim);
}
