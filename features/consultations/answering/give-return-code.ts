import { and, eq } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { responses } from "#db/schema/consultations/responses.ts";
import { makeReadableCode } from "#domain/basics/readable-code.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { RETURN_CODE_LENGTH } from "#domain/consultations/response.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { now } from "#platform/clock.ts";
import { sha256 } from "#platform/keys.ts";
import { randomBelow, randomToken } from "#platform/random.ts";
import { findResponse, hashOfKey } from "./queries.ts";

/** How a code to return with is kept. */
export const hashOfCode = (consultationId: string, code: string): Buffer => sha256("return-code/", consultationId, "/", code);

/**
 * A code with which the response can be taken up again, on any device, for 30 days after it was last saved.
 * Only its hash is kept: a code given earlier is good no longer once another is asked for.
 */
export async function giveReturnCode(scope: PublicScope, { consultationId, key }: { readonly consultationId: string; readonly key: string }): Promise<Result<{ readonly code: string }, "gone" | "already-sent">> {
  const response = await findResponse(scope, consultationId, key);
  if (response === null) return err("gone");
  if (response.state === "submitted") return err("already-sent");
  const code = makeReadableCode(RETURN_CODE_LENGTH, randomBelow);
  await database()
    .update(responses)
    .set({ returnCodeHash: hashOfCode(consultationId, code), savedAt: now() })
    .where(and(eq(responses.councilId, scope.council.id), eq(responses.id, response.id)));
  return ok({ code });
}

/** Whether this is the code that takes the response up again now. */
export async function isReturnCodeOf(scope: PublicScope, { consultationId, responseId, code }: { readonly consultationId: string; readonly responseId: string; readonly code: string }): Promise<boolean> {
  const [row] = await database()
    .select({ id: responses.id })
    .from(responses)
    .where(and(eq(responses.councilId, scope.council.id), eq(responses.id, responseId), eq(responses.state, "in-progress"), eq(responses.returnCodeHash, hashOfCode(consultationId, code))));
  return row !== undefined;
}

/**
 * Takes a saved response up again with its code. The browser gets a secret of its own; the one before is good no longer, so
 * that a shared computer does not keep the way in. The code stays good until the response is sent.
 */
export function takeUpAgain(scope: PublicScope, { consultationId, code }: { readonly consultationId: string; readonly code: string }): Promise<Result<{ readonly key: string }, "code-unknown" | "already-sent">> {
  return inTransaction(async (tx) => {
    const key = randomToken(32);
    const taken = await tx
      .update(responses)
      .set({ keyHash: hashOfKey(key) })
      .where(
        and(
          eq(responses.councilId, scope.council.id),
          eq(responses.consultationId, consultationId),
          eq(responses.state, "in-progress"),
          eq(responses.returnCodeHash, hashOfCode(consultationId, code)),
        ),
      )
      .returning({ id: responses.id });
    if (taken.length === 0) return err("code-unknown");
    const fresh = await findResponse(scope, consultationId, key, tx);
    return fresh === null ? err("code-unknown") : ok({ key });
  });
}
