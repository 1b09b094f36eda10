import { and, eq, ne, sql } from "drizzle-orm";
import { partnershipGroups } from "#db/schema/partnerships/partners.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { GroupKind } from "#domain/partnerships/partner.ts";
import { changePartnership } from "./change-partnership.ts";

export interface PutGroupInput {
  readonly once: string;
  readonly kind: GroupKind;
  /** The board a thematic group works for. */
  readonly boardId: string | null;
  readonly name: BilingualText;
  readonly purpose: BilingualText;
}

/** Adds a board or thematic group, or changes it. */
export const putGroup = (scope: ActorScope, { once: id, kind, boardId, name, purpose }: PutGroupInput): Promise<Result<void, "form-expired" | "choose-one" | "board-above">> =>
  changePartnership(scope, {
    act: "partnership.group-written",
    id,
    work: async (tx) => {
      // Two groups of one name that are added at once take one address after the other.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`groups:${scope.council.id}`}, 0))`);
      if (kind === "board" && boardId !== null) return err("board-above");
      const all = await tx.select({ id: partnershipGroups.id, slug: partnershipGroups.slug, kind: partnershipGroups.kind }).from(partnershipGroups).where(and(eq(partnershipGroups.councilId, scope.council.id), ne(partnershipGroups.id, id)));
      if (boardId !== null && !all.some((each) => each.id === boardId && each.kind === "board")) return err("choose-one");
      const change = { kind, boardId, nameEn: name.en, nameCy: name.cy, purposeEn: purpose.en, purposeCy: purpose.cy };
      const slug = unusedSlug(slugOf(name.en, "group"), all.map((each) => each.slug));
      const put = await tx
        .insert(partnershipGroups)
        .values({ id, councilId: scope.council.id, slug, ...change })
        .onConflictDoUpdate({ target: partnershipGroups.id, set: change, setWhere: eq(partnershipGroups.councilId, scope.council.id) })
        .returning({ id: partnershipGroups.id });
      return put.length === 0 ? err("form-expired") : ok();
    },
  });
