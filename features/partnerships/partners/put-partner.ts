import { and, eq, ne, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { localAuthorities } from "#db/schema/partnerships/authorities.ts";
import { partners } from "#db/schema/partnerships/partners.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { slugOf, unusedSlug } from "#domain/basics/slug.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { DUTY_SOURCE, OUTSIDE_THE_DUTY, type PartnerKind } from "#domain/partnerships/partner.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { renewPages } from "#platform/renewal.ts";

export interface PutPartnerInput {
  /** The form's one-use number: the id of a new partner, or of the one that is changed. */
  readonly once: string;
  readonly name: BilingualText;
  readonly kind: PartnerKind;
  /** ONS code of a council that was chosen from the local authorities; its official name is taken where none is given. */
  readonly authorityCode?: string | null;
  readonly underDuty: boolean;
  readonly contactEmail: string;
  readonly leftOn: CivilDay | null;
}

/** Adds a partner or changes it. Its address stays as it was first made. */
export async function putPartner(scope: ActorScope, { once: id, name: given, authorityCode = null, ...partner }: PutPartnerInput): Promise<Result<void, Fault | "form-expired">> {
  authorise(scope, "partnership.edit", null);
  if (partner.underDuty && OUTSIDE_THE_DUTY.includes(partner.kind)) return err({ field: "underDuty", code: "outside-duty", params: { source: DUTY_SOURCE } });
  if (authorityCode !== null && partner.kind !== "council" && partner.kind !== "district-council") return err({ field: "authorityCode", code: "no-authority" });
  return inTransaction(async (tx) => {
    const [authority] = authorityCode === null ? [] : await tx.select({ officialName: localAuthorities.officialName }).from(localAuthorities).where(eq(localAuthorities.code, authorityCode));
    if (authorityCode !== null && !authority) return err({ field: "authorityCode", code: "choose-one" });
    const name = given.en === "" ? { ...given, en: authority?.officialName ?? "" } : given;
    if (name.en === "") return err({ field: "nameEn", code: "required" });
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`partners:${scope.council.id}`}, 0))`);
    const taken = await tx.select({ slug: partners.slug }).from(partners).where(and(eq(partners.councilId, scope.council.id), ne(partners.id, id)));
    const slug = unusedSlug(slugOf(name.en, "partner"), taken.map((each) => each.slug));
    const change = { nameEn: name.en, nameCy: name.cy, authorityCode, ...partner };
    const put = await tx
      .insert(partners)
      .values({ id, councilId: scope.council.id, slug, ...change })
      .onConflictDoUpdate({ target: partners.id, set: change, setWhere: eq(partners.councilId, scope.council.id) })
      .returning({ id: partners.id });
    if (put.length === 0) return err("form-expired");
    await record(tx, scope, { act: "partner.written", thing: { kind: "partner", id }, detail: { underDuty: partner.underDuty } });
    await renewPages(tx, scope.council.slug);
    return ok();
  });
}
