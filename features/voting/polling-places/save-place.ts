import { and, eq, inArray } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { memberships } from "#db/schema/councils/memberships.ts";
import { paperBatches } from "#db/schema/voting/paper.ts";
import { pollingPlaces, presidingOfficers } from "#db/schema/voting/polling-places.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { lettersForPlace } from "#domain/voting/paper/paper-number.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

export interface PlaceDetails {
  readonly name: BilingualText;
  readonly address: string;
  readonly access: BilingualText;
  readonly hours: BilingualText;
  /** Empty: letters are made out of the name. */
  readonly letters: string;
  readonly officers: readonly string[];
  readonly closed: boolean;
}

export interface SavePlaceInput extends PlaceDetails {
  /** Of the place to be changed, or the form's one-use number for a new one: sent twice, it makes one place. */
  readonly id: string;
  readonly isNew: boolean;
}

/**
 * Makes or changes a polling place and says who presides there. Letters stay once papers bear them.
 * 404 for another council's place.
 */
export function savePlace(scope: ActorScope, { id, isNew, ...details }: SavePlaceInput): Promise<Result<{ readonly id: string }, "letters-taken" | "letters-printed" | "not-presiding" | "form-expired">> {
  authorise(scope, "place.manage", null);
  return inTransaction(async (tx) => {
    const council = scope.council.id;
    const places = await tx.select().from(pollingPlaces).where(eq(pollingPlaces.councilId, council)).for("update");
    const before = places.find((place) => place.id === id);
    if (isNew && before) return ok({ id });
    if (!isNew) found(before, "place");
    const officers = [...new Set(details.officers)];
    const presiding = officers.length === 0 ? [] : await tx
      .select({ personId: memberships.personId })
      .from(memberships)
      .where(and(eq(memberships.councilId, council), eq(memberships.role, "presiding-officer"), inArray(memberships.personId, officers)));
    if (presiding.length !== officers.length) return err("not-presiding");
    const taken = places.filter((place) => place.id !== id).map(({ letters }) => letters);
    const letters = details.letters || before?.letters || lettersForPlace(details.name.en, taken);
    if (taken.includes(letters)) return err("letters-taken");
    if (before && before.letters !== letters) {
      const [printed] = await tx.select({ id: paperBatches.id }).from(paperBatches).where(eq(paperBatches.placeId, id)).limit(1);
      if (printed) return err("letters-printed");
    }
    const row = {
      letters,
      nameEn: details.name.en,
      nameCy: details.name.cy,
      address: details.address,
      accessEn: details.access.en,
      accessCy: details.access.cy,
      hoursEn: details.hours.en,
      hoursCy: details.hours.cy,
      closed: details.closed,
    };
    const put = await tx
      .insert(pollingPlaces)
      .values({ id, councilId: council, ...row })
      .onConflictDoUpdate({ target: pollingPlaces.id, set: row, setWhere: eq(pollingPlaces.councilId, council) })
      .returning({ id: pollingPlaces.id });
    if (put.length === 0) return err("form-expired");
    await tx.delete(presidingOfficers).where(eq(presidingOfficers.placeId, id));
    if (officers.length > 0) await tx.insert(presidingOfficers).values(officers.map((personId) => ({ placeId: id, personId })));
    await record(tx, scope, { act: before ? "place.changed" : "place.made", thing: { kind: "polling-place", id }, detail: { letters, officers, closed: details.closed } });
    await renewPages(tx, scope.council.slug);
    return ok({ id });
  });
}
