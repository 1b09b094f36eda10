import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "#db/client.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { engagementAreas, engagements } from "#db/schema/involvement/engagements.ts";
import { bilingual } from "#db/columns.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { afterCountParameters, USUAL_AFTER_COUNT } from "#domain/budgeting/after-count.ts";
import { RESIDENTS } from "#domain/eligibility/electorate-terms.ts";
import type { Topic } from "#domain/involvement/engagement.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { openPot } from "#features/budgeting/pots/open-pot.ts";
import { openProgramme } from "#features/budgeting/programmes/open-programme.ts";
import type { BallotRules } from "#features/budgeting/programmes/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { randomId } from "#platform/random.ts";

export interface CreateBudgetVoteInput {
  /** The form's one-use number; becomes the engagement's id, so that a form sent twice makes one vote. */
  readonly once: string;
  readonly title: BilingualText;
  readonly topic: Topic;
  readonly amountPence: number;
  /** The area the first pot is for; null for the whole council. */
  readonly areaId: string | null;
  /** Address part; made of the title unless given. */
  readonly slug?: string;
  readonly ballot?: BallotRules;
}

/** Approval ballots, equal shares with completion, aged 11 and over with a postcode in the area: what suits most votes. */
export const USUAL_BALLOT: BallotRules = {
  ballotKind: "approval",
  minChoices: 1,
  maxChoices: null,
  pointsTotal: null,
  pointsMost: null,
  rule: "mes_cost_add1_util",
  ruleParameters: afterCountParameters(USUAL_AFTER_COUNT),
  electorate: { ...RESIDENTS, minAge: 11 },
};

export interface CreatedVote {
  readonly engagementId: string;
  readonly slug: string;
}

/** Begins a budget vote: an engagement, its programme and one pot with its poll, all as a draft. */
export async function createBudgetVote(scope: ActorScope, input: CreateBudgetVoteInput): Promise<Result<CreatedVote, readonly Fault[]>> {
  for (;;) {
    try {
      return await tryToCreate(scope, input);
    } catch (fault) {
      // Sent twice, or a namesake, at the same moment: the other one stands now, and this one looks again.
      if (!(fault instanceof TakenMeanwhile)) throw fault;
    }
  }
}

const tryToCreate = (scope: ActorScope, input: CreateBudgetVoteInput): Promise<Result<CreatedVote, readonly Fault[]>> => inTransaction((tx) => beginVote(tx, scope, input));

/** The same in the transaction of a command that goes on with it. Throws where a namesake is made at the same moment. */
export async function beginVote(tx: Transaction, scope: ActorScope, input: CreateBudgetVoteInput): Promise<Result<CreatedVote, readonly Fault[]>> {
  authorise(scope, "engagement.create", undefined);
  const ofCouncil = eq(engagements.councilId, scope.council.id);
  const there = await tx.select({ id: engagements.id, slug: engagements.slug }).from(engagements).where(ofCouncil);
  const same = there.find(({ id }) => id === input.once);
  if (same) return ok({ engagementId: same.id, slug: same.slug });

  const area = input.areaId === null ? null : await areaOf(input.areaId);
  if (area === undefined) return err([{ field: "areaId", code: "choose-one" }]);
  const slug = unusedSlug(input.slug ?? slugOf(input.title.en || input.title.cy, "vote"), there.map((each) => each.slug));
  const programmeId = await openProgramme(tx, scope);
  const name = area === null ? scope.council.name : area;
  const opened = await openPot(tx, scope, {
    id: randomId(),
    programmeId,
    rules: input.ballot ?? USUAL_BALLOT,
    pot: { name, areaId: input.areaId, amountPence: input.amountPence, minProjectPence: null, maxProjectPence: null },
  });
  if (!opened.ok) return err(opened.error);
  const made = await tx
    .insert(engagements)
    .values({
      id: input.once,
      councilId: scope.council.id,
      slug,
      titleEn: input.title.en,
      titleCy: input.title.cy,
      topic: input.topic,
      programmeId,
      authorId: scope.actor.personId,
    })
    .onConflictDoNothing()
    .returning({ id: engagements.id });
  if (made.length === 0) throw new TakenMeanwhile();
  if (input.areaId !== null) await tx.insert(engagementAreas).values({ engagementId: input.once, areaId: input.areaId });
  await record(tx, scope, { act: "engagement.created", thing: { kind: "engagement", id: input.once }, detail: { slug } });
  return ok({ engagementId: input.once, slug });

  async function areaOf(id: string): Promise<BilingualText | undefined> {
    const [row] = await tx
      .select({ en: areas.nameEn, cy: areas.nameCy })
      .from(areas)
      .where(and(eq(areas.councilId, scope.council.id), eq(areas.id, id)));
    return row && bilingual(row.en, row.cy);
  }
}

class TakenMeanwhile extends Error {}
