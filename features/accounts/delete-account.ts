import { sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { SignedIn } from "./session.ts";

/** Foreign keys of what officers did: it stays on the council's record, and so does who did it. */
const STILL_NAMED = "23503";

/**
 * Forgets a person: their account, sessions, supports and signatures. A trigger (db/migrations, forget_person) takes their name off what they
 * sent and empties its earlier versions. Refused for whoever works for a council, or did: what they did there stays on its record.
 */
export async function deleteAccount({ personId, operator }: SignedIn): Promise<Result<void, "works-here" | "on-record">> {
  if (operator) return err("works-here");
  try {
    return await inTransaction(async (tx) => {
      const roles = await tx.execute(sql`select 1 from memberships where person_id = ${personId}`);
      if (roles.length > 0) return err("works-here");
      await tx.execute(sql`delete from people where id = ${personId}`);
      return ok();
    });
  } catch (fault) {
    if (codeOf(fault) === STILL_NAMED) return err("on-record");
    throw fault;
  }
}

/** The database's own code of a fault, which may stand in what caused it. */
function codeOf(fault: unknown): unknown {
  if (!(fault instanceof Error)) return null;
  return "code" in fault && fault.code !== undefined ? fault.code : codeOf(fault.cause);
}
