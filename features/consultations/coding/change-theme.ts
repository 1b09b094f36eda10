import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { themes } from "#db/schema/consultations/coding.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { ok, type Ok } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

export interface ThemeChange {
  readonly consultationId: string;
  readonly themeId: string;
  readonly name: BilingualText;
  /** Whether the decision must answer it. */
  readonly main: boolean;
  /** What the council says to it; empty while it has not. */
  readonly answer: BilingualText;
}

/** Renames a theme, says whether it is a main one, and writes what the council answers. */
export function changeTheme(scope: ActorScope, { consultationId, themeId, name, main, answer }: ThemeChange): Promise<Ok<void>> {
  authorise(scope, "consultation.code", undefined);
  return inTransaction(async (tx) => {
    const [changed] = await tx
      .update(themes)
      .set({ nameEn: name.en, nameCy: name.cy, main, answerEn: answer.en, answerCy: answer.cy })
      .where(and(eq(themes.councilId, scope.council.id), eq(themes.consultationId, consultationId), eq(themes.id, themeId)))
      .returning({ id: themes.id });
    found(changed, "theme");
    await record(tx, scope, { act: "theme.changed", thing: { kind: "consultation", id: consultationId }, detail: { name: name.en, main } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
