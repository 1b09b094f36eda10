import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { SignedIn } from "#features/accounts/session.ts";
import type { AreaOfPostcode } from "#features/eligibility/queries.ts";
import { withinLimit } from "#platform/rate-limit.ts";
import { answersTo, type Answers, type Questions } from "./input.ts";
import { issueByEmail } from "./issue-by-email.ts";
import type { IssuedPasses, IssuePassesInput } from "./issue-passes.ts";

/** So many tries in an hour are enough for anybody who knows where they live. */
const MOST_TRIES = 20;

export interface AskedToVote extends IssuedPasses {
  readonly answers: Answers;
  readonly area: AreaOfPostcode | null;
}

/** From the postcode and the age of somebody who confirmed their address to passes for the ballots that are theirs. */
export async function askToVote(
  { scope, person, asked, polls }: { readonly scope: AnyScope; readonly person: SignedIn; readonly asked: Questions; readonly polls: IssuePassesInput["polls"] },
  values: TypedValues,
): Promise<Result<AskedToVote, RefusedForm | "too-many-tries">> {
  const answers = answersTo(asked)(values);
  if (!answers.ok) return err({ values, faults: answers.error });
  if (!(await withinLimit(`vote/${person.personId}`, MOST_TRIES, 3600))) return err("too-many-tries");
  const issued = await issueByEmail(scope, { polls, email: person.email, ...answers.value });
  if (asked.postcode && issued.area === null) return err({ values, faults: [{ field: "postcode", code: "unknown-postcode" }] });
  return ok({ ...issued, answers: answers.value });
}
