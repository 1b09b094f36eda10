import { rawClient } from "#db/client.ts";
import { REGIMES } from "#domain/asset-transfers/regime.ts";
import { addDays, londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { applyForAsset } from "#features/asset-transfers/applying/apply-for-asset.ts";
import { scanDocuments } from "#features/asset-transfers/applying/scan-documents.ts";
import { sendDocument } from "#features/asset-transfers/applying/send-document.ts";
import { saveAsset } from "#features/asset-transfers/assets/save-asset.ts";
import { reachStage } from "#features/asset-transfers/desk/reach-stage.ts";
import { lookAtApplication } from "#features/asset-transfers/first-look/look-at-application.ts";
import { claimListing } from "#features/asset-transfers/listing/claim-listing.ts";
import { noteListingNotice } from "#features/asset-transfers/listing/note-listing.ts";
import { noteOwnerNotice } from "#features/asset-transfers/notices/give-notice.ts";
import { givePart } from "#features/asset-transfers/parts/give-part.ts";
import { getTransferForOfficers } from "#features/asset-transfers/queries.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";
import { makeScanner } from "../scanner.ts";
import { makeOfficer } from "./votes.ts";

/** Who lists land: `group` nominates it, `admin` looks first, `officer` looks after it. */
export interface ListingPeople {
  readonly council: SystemScope;
  readonly officer: ActorScope;
  readonly admin: ActorScope;
  readonly group: ActorScope;
}

let made = 0;

/** Land that came on the list of assets of community value so many days ago; its owner was not told of that yet. Gives the address of its nomination. */
export async function makeListing({ council, officer, admin, group }: ListingPeople, daysAgo: number): Promise<string> {
  made += 1;
  const today = londonDay(new Date());
  const asset = `pub-${String(made)}x`;
  await done(saveAsset(officer, { once: randomId(), slug: asset, reference: `ACV${String(made)}`, nameEn: "The Weavers Arms", nameCy: "Tafarn y Weavers", descriptionEn: "", descriptionCy: "", address: "Loom Street", uprn: "", areaId: "", regime: "right-to-bid", tenure: "private", condition: "not-surveyed", floorSquareMetres: null, runningCostPence: null, valuationPence: null, valuedOn: null, openSpace: false, ownConsent: false, covenantsEn: "", covenantsCy: "", barredBy: [] }));
  const { slug } = await done(applyForAsset(group, asset, { once: randomId(), organisation: "Weavers Tenants", bodyKind: "community-interest-company", bodyNumber: "1", members: 30, interest: "nomination", leaseYears: null, offeredPence: null, summary: "The last pub.", gains: "A room.", funding: "", declaration: "None" }));
  await done(lookAtApplication(admin, slug, { act: "shown", why: "" }));
  await done(givePart(admin, slug, { personId: officer.actor.personId, part: "case" }));
  for (const kind of REGIMES["right-to-bid"].documents) await done(sendDocument(group, slug, { kind, name: `${kind}.txt`, content: Buffer.from(kind) }));
  const scanner = makeScanner();
  while ((await scanDocuments(scanner)) > 0);
  await done(noteOwnerNotice(officer, slug, { once: randomId(), capacity: "owner", way: "letter", givenOn: today, email: "" }));
  const sql = rawClient();
  await sql`alter table asset_transfer_stages disable trigger user`;
  await sql`update asset_transfer_stages set reached_on = ${addDays(today, -400)} where transfer_id = (select id from asset_transfers where slug = ${slug} and council_id = ${council.council.id})`;
  await sql`alter table asset_transfer_stages enable trigger user`;
  await done(reachStage(officer, slug, { stage: "listed", reachedOn: addDays(today, -daysAgo), note: { en: "", cy: "" } }));
  return slug;
}

/** The code that opens the page of a listing's owner. */
export const ownerCodeOf = async (officer: ActorScope, slug: string): Promise<string> => (await getTransferForOfficers(officer, slug)).listing?.code ?? "";

/** The owner of listed land, told of it by letter on a day, who has opened their page. */
export async function makeListingOwner({ council, officer }: Pick<ListingPeople, "council" | "officer">, slug: string, toldOn: CivilDay): Promise<ActorScope> {
  const owner = await makeOfficer(council);
  await done(noteListingNotice(officer, slug, { way: "letter", givenOn: toldOn, email: "" }));
  await done(claimListing(owner, slug, { code: await ownerCodeOf(officer, slug) }));
  return owner;
}
