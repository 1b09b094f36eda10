import { and, eq } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database, type Executor } from "#db/client.ts";
import { areaFigures, equalityTallies, evaluations } from "#db/schema/involvement/evaluation.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { equalityProfile, writeAreaFigures, type AnswerCount, type QuestionProfile } from "#domain/involvement/equality.ts";

export interface Evaluation {
  readonly worked: BilingualText;
  readonly change: BilingualText;
  readonly source: string;
  readonly figures: readonly AnswerCount[];
  /** Null while only officers see it. */
  readonly publishedAt: Date | null;
}

/** What has been written of how an exercise went; null where nothing has. */
export async function findEvaluation(scope: AnyScope, engagementId: string, executor: Executor = database()): Promise<Evaluation | null> {
  const [row] = await executor
    .select()
    .from(evaluations)
    .where(and(eq(evaluations.councilId, scope.council.id), eq(evaluations.engagementId, engagementId)));
  if (!row) return null;
  const figures = await executor
    .select({ question: areaFigures.question, answer: areaFigures.answer, people: areaFigures.people })
    .from(areaFigures)
    .where(eq(areaFigures.engagementId, engagementId))
    .orderBy(areaFigures.question, areaFigures.answer);
  return { worked: bilingual(row.workedEn, row.workedCy), change: bilingual(row.changeEn, row.changeCy), source: row.source, figures, publishedAt: row.publishedAt };
}

/** What its form shows. */
export const shownOf = (evaluation: Evaluation | null) => ({ worked: evaluation?.worked, change: evaluation?.change, source: evaluation?.source, figures: writeAreaFigures(evaluation?.figures ?? []) });

/** Who took part beside the people of the area, with small numbers hidden. */
export async function getEqualityProfile(scope: AnyScope, engagementId: string, figures: readonly AnswerCount[]): Promise<readonly QuestionProfile[]> {
  const tallies = await database()
    .select({ question: equalityTallies.question, answer: equalityTallies.answer, people: equalityTallies.people })
    .from(equalityTallies)
    .where(and(eq(equalityTallies.councilId, scope.council.id), eq(equalityTallies.engagementId, engagementId)));
  return equalityProfile(tallies, figures);
}
