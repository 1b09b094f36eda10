import { and, asc, eq, inArray } from "drizzle-orm";
import { database, type Executor } from "#db/client.ts";
import { rolls } from "#db/schema/eligibility/rolls.ts";
import type { AnyScope } from "#domain/councils/scope.ts";

export interface RollChoice {
  readonly id: string;
  readonly name: string;
}

/** The council's rolls by name, for choosing one. */
export const listRollChoices = (scope: AnyScope): Promise<readonly RollChoice[]> =>
  database().select({ id: rolls.id, name: rolls.name }).from(rolls).where(eq(rolls.councilId, scope.council.id)).orderBy(asc(rolls.name));

/** Whether the council has this roll. */
export async function hasRoll(scope: AnyScope, id: string, executor: Executor = database()): Promise<boolean> {
  const found = await executor.select({ id: rolls.id }).from(rolls).where(and(eq(rolls.councilId, scope.council.id), eq(rolls.id, id)));
  return found.length > 0;
}

/** What rolls of the council are called, by id. */
export async function namesOfRolls(scope: AnyScope, ids: readonly string[], executor: Executor = database()): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await executor.select({ id: rolls.id, name: rolls.name }).from(rolls).where(and(eq(rolls.councilId, scope.council.id), inArray(rolls.id, [...ids])));
  return new Map(found.map(({ id, name }) => [id, name]));
}
