import type { AnyScope } from "#domain/councils/scope.ts";
import { emailIdentity } from "#domain/eligibility/voter-identity.ts";
import { claimOf } from "#features/eligibility/claim-of.ts";
import type { AreaOfPostcode } from "#features/eligibility/queries.ts";
import { issuePasses, type IssuedPasses, type IssuePassesInput } from "./issue-passes.ts";

export interface IssueByEmailInput {
  readonly polls: IssuePassesInput["polls"];
  /** The address they confirmed. */
  readonly email: string;
  /** Whole years on polling day, as they say; null where it was not asked. */
  readonly age: number | null;
  /** Of their home: upper case, no space; null where it was not asked. */
  readonly postcode: string | null;
}

/** Passes for voters whom a program makes up: the demo, a replayed file, a bench. People's requests are assessed (askToVote). */
export async function issueByEmail(scope: AnyScope, { polls, email, age, postcode }: IssueByEmailInput): Promise<IssuedPasses & { readonly area: AreaOfPostcode | null }> {
  const { claim, areas } = await claimOf(scope, { postcodes: postcode === null ? {} : { live: postcode }, age: age === null ? null : { kind: "years", years: age } });
  return { ...(await issuePasses(scope, { polls, identity: emailIdentity(email), way: "email", claim, asking: null })), area: areas.live ?? null };
}
