import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { ok, type Result } from "#domain/basics/result.ts";
import type { ChangeAccount } from "./input.ts";
import type { SignedIn } from "./session.ts";

/** A person's own name and language. */
export async function changeAccount(person: SignedIn, { name, locale }: ChangeAccount): Promise<Result<void, never>> {
  await database().update(people).set({ name, locale }).where(eq(people.id, person.personId));
  return ok();
}
