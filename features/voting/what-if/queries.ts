import { and, desc, eq, sql } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { polls } from "#db/schema/voting/polls.ts";
import { pollDownloads } from "#db/schema/voting/results.ts";
import { whatIfRuns } from "#db/schema/voting/what-if.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import type { FileFault } from "#domain/voting/files/file-fault.ts";
import type { CountRunState } from "#domain/voting/results/count-run.ts";
import type { EngagementToTry } from "./start-what-if.ts";
import type { WhatIfAnswer, WhatIfAsked, WhatIfRefusal } from "./what-if-run.ts";

/** A declared poll of the council whose ballots are published. */
export interface EarlierPoll {
  readonly id: string;
  readonly question: BilingualText;
}

/** Earlier polls, the latest first. Only published ballots are ever tried: no box is opened. */
export async function listEarlierPolls(scope: ActorScope | SystemScope): Promise<readonly EarlierPoll[]> {
  const rows = await database()
    .select({ id: polls.id, questionEn: polls.questionEn, questionCy: polls.questionCy })
    .from(polls)
    .innerJoin(pollDownloads, and(eq(pollDownloads.pollId, polls.id), eq(pollDownloads.name, "votes.pb")))
    .where(and(eq(polls.councilId, scope.council.id), eq(polls.state, "declared")))
    .orderBy(desc(polls.closesAt));
  return rows.map(({ id, questionEn, questionCy }) => ({ id, question: bilingual(questionEn, questionCy) }));
}

export interface WhatIfRunInView {
  readonly id: string;
  readonly asked: WhatIfAsked;
  readonly state: CountRunState;
  readonly stopAsked: boolean;
  readonly rulesDone: number;
  readonly rule: string;
  readonly steps: number;
  readonly answer: WhatIfAnswer | null;
  readonly refusal: WhatIfRefusal | "";
  readonly faults: readonly FileFault[];
  readonly startedAt: Date;
}

const MOST_LISTED = 10;

/** What was tried for a vote lately, the newest first, without the answers. */
export async function listWhatIfRuns(scope: ActorScope, engagement: EngagementToTry): Promise<readonly Pick<WhatIfRunInView, "id" | "asked" | "state" | "startedAt">[]> {
  authorise(scope, "engagement.try-rules", engagement);
  const rows = await database()
    .select({ id: whatIfRuns.id, asked: whatIfRuns.asked, state: whatIfRuns.state, startedAt: whatIfRuns.startedAt })
    .from(whatIfRuns)
    .where(and(eq(whatIfRuns.councilId, scope.council.id), eq(whatIfRuns.engagementId, engagement.id)))
    .orderBy(desc(whatIfRuns.startedAt))
    .limit(MOST_LISTED);
  return rows.map((row) => ({ ...row, asked: row.asked as WhatIfAsked }));
}

/** One run of a vote; 404 for another vote's or council's. */
export async function getWhatIfRun(scope: ActorScope, engagement: EngagementToTry, runId: string): Promise<WhatIfRunInView> {
  authorise(scope, "engagement.try-rules", engagement);
  const [row] = await database()
    .select()
    .from(whatIfRuns)
    .where(and(eq(whatIfRuns.councilId, scope.council.id), eq(whatIfRuns.engagementId, engagement.id), sql`${whatIfRuns.id} = ${isUuid(runId) ? runId : null}::uuid`));
  const { id, asked, state, stopAsked, rulesDone, rule, steps, answer, refusal, faults, startedAt } = found(row, "what-if run");
  // Only the job writes these.
  return { id, asked: asked as WhatIfAsked, state, stopAsked, rulesDone, rule, steps, answer: answer as WhatIfAnswer | null, refusal: refusal as WhatIfRefusal | "", faults: faults as readonly FileFault[], startedAt };
}
