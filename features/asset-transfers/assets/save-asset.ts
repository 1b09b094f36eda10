import { and, eq, ne, or } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { assets } from "#db/schema/asset-transfers/assets.ts";
import { areas } from "#db/schema/councils/areas.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { renewPages } from "#platform/renewal.ts";
import type { AssetInput } from "./input.ts";

export type SaveAssetError = "slug-taken" | "reference-taken" | "unknown-area";

/** Writes a building or piece of land into the public register, new or changed. */
export async function saveAsset(scope: ActorScope | SystemScope, input: AssetInput): Promise<Result<{ readonly slug: string }, SaveAssetError>> {
  if (scope.kind === "actor") authorise(scope, "asset.edit", null);
  const { once: id, areaId, ...words } = input;
  const asset = { ...words, areaId: areaId === "" ? null : areaId, changedAt: now() };
  const council = scope.council.id;
  return inTransaction(async (tx) => {
    const [taken] = await tx
      .select({ slug: assets.slug })
      .from(assets)
      .where(and(eq(assets.councilId, council), ne(assets.id, id), or(eq(assets.slug, words.slug), eq(assets.reference, words.reference))));
    if (taken) return err(taken.slug === words.slug ? "slug-taken" : "reference-taken");
    if (asset.areaId !== null) {
      const [area] = await tx.select({ id: areas.id }).from(areas).where(and(eq(areas.councilId, council), eq(areas.id, asset.areaId)));
      if (!area) return err("unknown-area");
    }
    const written = await tx
      .insert(assets)
      .values({ id, councilId: council, ...asset })
      .onConflictDoUpdate({ target: assets.id, set: asset, setWhere: eq(assets.councilId, council) })
      .returning({ id: assets.id });
    if (written.length === 0) return err("slug-taken");
    await record(tx, scope, { act: "asset.written", thing: { kind: "asset", id } });
    await renewPages(tx, scope.council.slug);
    return ok({ slug: words.slug });
  });
}
