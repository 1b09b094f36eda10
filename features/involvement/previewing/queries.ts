import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { previewLinks } from "#db/schema/budgeting/programmes.ts";
import { engagements } from "#db/schema/involvement/engagements.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { now } from "#platform/clock.ts";
import { hashOf } from "./new-secret.ts";

export interface PreviewLink {
  readonly id: string;
  readonly madeFor: string;
  readonly madeBy: string;
  readonly endsAt: Date;
  readonly withdrawnAt: Date | null;
}

/** The preview links of a programme, newest first. Their secrets are nowhere. */
export async function listPreviewLinks(scope: ActorScope, programmeId: string): Promise<readonly PreviewLink[]> {
  const rows = await database()
    .select({ link: previewLinks, name: people.name, email: people.email })
    .from(previewLinks)
    .innerJoin(people, eq(people.id, previewLinks.madeBy))
    .where(and(eq(previewLinks.councilId, scope.council.id), eq(previewLinks.programmeId, programmeId)))
    .orderBy(desc(previewLinks.madeAt));
  return rows.map(({ link, name, email }) => ({ id: link.id, madeFor: link.madeFor, madeBy: name || email, endsAt: link.endsAt, withdrawnAt: link.withdrawnAt }));
}

export interface OpenedPreview {
  readonly engagementId: string;
  readonly madeFor: string;
  readonly endsAt: Date;
}

/** What a secret opens; 404 where it opens nothing, has ended or was withdrawn: which of these is not told. */
export async function openPreview(scope: AnyScope, secret: string): Promise<OpenedPreview> {
  const [row] = await database()
    .select({ engagementId: engagements.id, madeFor: previewLinks.madeFor, endsAt: previewLinks.endsAt })
    .from(previewLinks)
    .innerJoin(engagements, eq(engagements.programmeId, previewLinks.programmeId))
    .where(and(eq(previewLinks.councilId, scope.council.id), eq(previewLinks.secretHash, hashOf(secret)), isNull(previewLinks.withdrawnAt), gt(previewLinks.endsAt, now())));
  return found(row, "preview");
}
