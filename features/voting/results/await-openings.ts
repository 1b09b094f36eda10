import { z } from "zod";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { askProgram } from "#platform/programs/ask-program.ts";

/** Ballots opened in one step, after which somebody may stop it. */
const STEP = 500;

const closedBox = z.object({ closed: z.boolean() });
const opened = z.object({ next: z.string().nullable(), ballots: z.int() });
const aRefusal = z.object({ error: z.string() });

/**
 * Has the box closed and every ballot of a closed poll opened, step by step; what is done already is passed over. `onStep` hears how
 * many have been looked at, and may throw to stop.
 */
export async function awaitOpenings(pollId: string, onStep: (ballots: number) => Promise<void>): Promise<Result<void, "not-closed" | "needs-shares">> {
  const box = await askProgram("box", "/tend", { poll: pollId });
  if (box.status !== 200 || !closedBox.parse(box.body).closed) return err("not-closed");
  let ballots = 0;
  for (let after: string | null = ""; after !== null; ) {
    const answer = await askProgram("counter", "/open", { poll: pollId, after, most: STEP });
    if (answer.status !== 200) {
      const { error } = aRefusal.parse(answer.body);
      if (error === "needs-shares" || error === "not-closed") return err(error);
      throw new Error(`The counter refused with ${error}`);
    }
    const step = opened.parse(answer.body);
    ballots += step.ballots;
    after = step.next;
    await onStep(ballots);
  }
  return ok();
}
