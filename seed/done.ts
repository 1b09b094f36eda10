import type { Result } from "#domain/basics/result.ts";

/** The value of a command that must succeed, in seeds, tests and measurements; throws with what it was refused for. */
export async function done<T>(outcome: Promise<Result<T, unknown>>): Promise<T> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
