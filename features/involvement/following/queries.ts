import { and, eq } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { findContestOfPoll } from "#features/elections/queries.ts";
import { findEngagementOfElection } from "#features/involvement/electing/queries.ts";
import { database, type Executor } from "#db/client.ts";
import { pots } from "#db/schema/budgeting/programmes.ts";
import { engagementFeedback, engagements } from "#db/schema/involvement/engagements.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";

export interface Feedback {
  readonly asked: BilingualText;
  readonly said: BilingualText;
  readonly did: BilingualText;
  /** Null while only officers see it. */
  readonly publishedAt: Date | null;
}

/** What has been written of "we asked, you said, we did", shown or not. */
export async function findFeedback(engagementId: string, executor: Executor = database()): Promise<Feedback | null> {
  const [row] = await executor.select().from(engagementFeedback).where(eq(engagementFeedback.engagementId, engagementId));
  if (!row) return null;
  return { asked: bilingual(row.askedEn, row.askedCy), said: bilingual(row.saidEn, row.saidCy), did: bilingual(row.didEn, row.didCy), publishedAt: row.publishedAt };
}

export interface PotOfPoll {
  /** What stands on its paper. */
  readonly holds: "projects" | "candidates";
  readonly engagementId: string;
  readonly voteSlug: string;
  readonly voteTitle: BilingualText;
  readonly potSlug: string;
  readonly potName: BilingualText;
}

/** The vote and the pot, or the contest, that a poll decides over; null for a poll of neither. */
export async function findPotOfPoll(scope: AnyScope, pollId: string): Promise<PotOfPoll | null> {
  const [row] = await database()
    .select({ id: engagements.id, slug: engagements.slug, titleEn: engagements.titleEn, titleCy: engagements.titleCy, potSlug: pots.slug, nameEn: pots.nameEn, nameCy: pots.nameCy })
    .from(pots)
    .innerJoin(engagements, eq(engagements.programmeId, pots.programmeId))
    .where(and(eq(pots.councilId, scope.council.id), eq(pots.pollId, pollId)));
  if (!row) return contestOf(scope, pollId);
  return { holds: "projects", engagementId: row.id, voteSlug: row.slug, voteTitle: bilingual(row.titleEn, row.titleCy), potSlug: row.potSlug, potName: bilingual(row.nameEn, row.nameCy) };
}

async function contestOf(scope: AnyScope, pollId: string): Promise<PotOfPoll | null> {
  const contest = await findContestOfPoll(scope, pollId);
  const engagement = contest && (await findEngagementOfElection(scope, contest.electionId));
  return contest && engagement && { holds: "candidates", engagementId: engagement.id, voteSlug: engagement.slug, voteTitle: engagement.title, potSlug: contest.slug, potName: contest.name };
}

/** We asked, you said, we did. */
export type FeedbackTexts = Pick<Feedback, "asked" | "said" | "did">;

/** What the form shows. */
export const textsOf = (feedback: Feedback | null): FeedbackTexts => {
  const none = { en: "", cy: "" };
  return { asked: feedback?.asked ?? none, said: feedback?.said ?? none, did: feedback?.did ?? none };
};
