import { aliasedTable, and, asc, desc, eq } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { amendments } from "#db/schema/voting/amendments.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import type { AmendmentState } from "#domain/voting/amendment.ts";

export interface AmendmentInView {
  readonly id: string;
  readonly words: BilingualText;
  readonly reason: BilingualText;
  readonly closesAt: Date | null;
  readonly state: AmendmentState;
  readonly proposedById: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** Who proposed a change that nobody has answered, and of which vote. */
export interface OpenAmendment {
  readonly engagementId: string;
  readonly proposedById: string;
  readonly proposedBy: string;
}

/** Proposed changes of votes of the council that wait for a second person, the oldest first. */
export async function listOpenAmendments(scope: AnyScope): Promise<readonly OpenAmendment[]> {
  const rows = await database()
    .select({ engagementId: amendments.subjectId, proposedById: amendments.proposedBy, name: people.name, email: people.email })
    .from(amendments)
    .innerJoin(people, eq(people.id, amendments.proposedBy))
    .where(and(eq(amendments.councilId, scope.council.id), eq(amendments.state, "proposed")))
    .orderBy(asc(amendments.proposedAt));
  return rows.map(({ name, email, ...row }) => ({ ...row, proposedBy: name || email }));
}

/** Changes of a vote's rules that were proposed while it ran, the newest first; for officers. */
export async function listAmendments(scope: AnyScope, engagementId: string): Promise<readonly AmendmentInView[]> {
  const [first, second] = [aliasedTable(people, "first"), aliasedTable(people, "second")];
  const rows = await database()
    .select({ amendment: amendments, proposer: first.name, proposerEmail: first.email, decider: second.name, deciderEmail: second.email })
    .from(amendments)
    .innerJoin(first, eq(first.id, amendments.proposedBy))
    .leftJoin(second, eq(second.id, amendments.decidedBy))
    .where(and(eq(amendments.councilId, scope.council.id), eq(amendments.subjectId, engagementId)))
    .orderBy(desc(amendments.proposedAt));
  return rows.map(({ amendment: { id, wordsEn, wordsCy, reasonEn, reasonCy, closesAt, state, proposedBy, proposedAt, decidedAt }, proposer, proposerEmail, decider, deciderEmail }) => ({
    id,
    words: bilingual(wordsEn, wordsCy),
    reason: bilingual(reasonEn, reasonCy),
    closesAt,
    state,
    proposedById: proposedBy,
    proposedBy: proposer || proposerEmail,
    proposedAt,
    decidedBy: decider === null ? null : decider || deciderEmail,
    decidedAt,
  }));
}
