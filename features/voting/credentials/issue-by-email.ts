import type { AnyScope } from "#domain/councils/scope.ts";
import { emailIdentity } from "#domain/eligibility/voter-identity.ts";
import { claimOf, type SaidOfThemselves } from "#features/eligibility/claim-of.ts";
import type { AreaOfPostcode } from "#features/eligibility/queries.ts";
import { issuePasses, type IssuedPasses, type IssuePassesInput } from "./issue-passes.ts";

export interface IssueByEmailInput extends SaidOfThemselves {
  readonly polls: IssuePassesInput["polls"];
  /** The address they confirmed. */
  readonly email: string;
}

/** Passes for somebody who confirmed an e-mail address and said where they live and how old they are. */
export async function issueByEmail(scope: AnyScope, { polls, email, ...said }: IssueByEmailInput): Promise<IssuedPasses & { readonly area: AreaOfPostcode | null }> {
  const { claim, area } = await claimOf(scope, said);
  return { ...(await issuePasses(scope, { polls, identity: emailIdentity(email), way: "email", claim })), area };
}
