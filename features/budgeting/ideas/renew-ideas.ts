import type { Transaction } from "#db/client.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { renewPages } from "#platform/renewal.ts";

/** Ideas of a programme have changed: the kept pages that show some of them are made anew. Its list and each idea's own page are made for each visit. */
export const renewIdeas = (tx: Transaction, { council }: AnyScope): Promise<void> => renewPages(tx, `${council.slug}/programmes`);
