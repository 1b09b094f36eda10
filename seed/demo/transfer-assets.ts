import type { AssetInput } from "#features/asset-transfers/assets/input.ts";
import { REGIMES, type DocumentKind, type RegimeId } from "#domain/asset-transfers/regime.ts";
import type { TransferPart } from "#domain/asset-transfers/part.ts";
import { CRITERIA, type Scores } from "#domain/asset-transfers/scoring.ts";
import type { TransferStage } from "#domain/asset-transfers/stage.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import { found } from "#domain/policy/access-error.ts";
import type { ActorScope, SystemScope } from "#domain/councils/scope.ts";
import { agreeTerms, putTerms, sendReturn } from "#features/asset-transfers/agreement/agree-terms.ts";
import { answerQuestion } from "#features/asset-transfers/applying/answer-question.ts";
import { applyForAsset } from "#features/asset-transfers/applying/apply-for-asset.ts";
import type { ApplicationInput } from "#features/asset-transfers/applying/input.ts";
import { scanDocuments } from "#features/asset-transfers/applying/scan-documents.ts";
import { addDocument, sendDocument } from "#features/asset-transfers/applying/send-document.ts";
import { stepOwnTransfer } from "#features/asset-transfers/applying/step-own-transfer.ts";
import { saveAsset } from "#features/asset-transfers/assets/save-asset.ts";
import { decideTransfer } from "#features/asset-transfers/desk/decide-transfer.ts";
import { declareInterest, givePart } from "#features/asset-transfers/parts/give-part.ts";
import { enterApplication } from "#features/asset-transfers/desk/enter-application.ts";
import { askQuestion, noteIdentityCheck } from "#features/asset-transfers/desk/note-check.ts";
import { claimCompensation } from "#features/asset-transfers/compensation/claim-compensation.ts";
import { askClaimOfficer, decideClaim } from "#features/asset-transfers/compensation/decide-claim.ts";
import { scanEvidence } from "#features/asset-transfers/compensation/scan-evidence.ts";
import { claimListing } from "#features/asset-transfers/listing/claim-listing.ts";
import { noteListingNotice } from "#features/asset-transfers/listing/note-listing.ts";
import { getTransferForOfficers } from "#features/asset-transfers/queries.ts";
import { lookAtApplication } from "#features/asset-transfers/first-look/look-at-application.ts";
import { lookAtReturn } from "#features/asset-transfers/first-look/look-at-return.ts";
import { acknowledgeReview, askListingReview, enterReview } from "#features/asset-transfers/reviewing/ask-review.ts";
import { decideReview, noteAppeal } from "#features/asset-transfers/reviewing/decide-review.ts";
import { answerTime, proposeTime } from "#features/asset-transfers/longer-time/agree-time.ts";
import { noteOwnerNotice } from "#features/asset-transfers/notices/give-notice.ts";
import { noteHearing } from "#features/asset-transfers/reviewing/note-hearing.ts";
import { lookAtComment } from "#features/asset-transfers/commenting/look-at-comment.ts";
import { enterComment, openComments, sendComment, type CommentToSend } from "#features/asset-transfers/commenting/send-comment.ts";
import { reachStage } from "#features/asset-transfers/desk/reach-stage.ts";
import { moderateTransfer, scoreTransfer } from "#features/asset-transfers/desk/score-transfer.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";

const text = (en: string, cy: string) => ({ en, cy });
const NOTHING = text("", "");

type Words = Pick<AssetInput, "slug" | "reference" | "nameEn" | "nameCy" | "address"> & Partial<AssetInput>;

const asset = (words: Words): AssetInput => ({
  once: randomId(),
  descriptionEn: "",
  descriptionCy: "",
  uprn: "",
  areaId: "",
  regime: "community-transfer",
  tenure: "freehold",
  condition: "satisfactory",
  floorSquareMetres: null,
  runningCostPence: null,
  valuationPence: null,
  valuedOn: null,
  openSpace: false,
  ownConsent: false,
  covenantsEn: "",
  covenantsCy: "",
  barredBy: [],
  ...words,
});

const points = (...given: readonly [number, number, number, number, number]): Scores => Object.fromEntries(CRITERIA.map((criterion, index) => [criterion, given[index] ?? 0])) as Scores;

/** What stands in the demo's papers: enough to be opened and read. */
const PAPERS: Readonly<Record<DocumentKind, string>> = {
  constitution: "Constitution. The charity is open to everybody who lives in the ward. Trustees are elected each year.",
  accounts: "Accounts of last year. Income £41,200. Spending £37,900. Reserves £18,400.",
  "business-plan": "Business plan. Open five days a week, not two. Every group that meets now keeps its slot and price for three years.",
  "cash-flow": "Five-year cash flow. Lettings £22,000 a year, grant £15,000 a year for three years.",
  insurance: "Public liability insurance of £5,000,000.",
  safeguarding: "Safeguarding policy. Two trained leads; checks for everybody who works with children.",
  boundary: "Plan of the land and its boundary.",
  use: "What the land is used for: meeting, music and a quiz on Thursdays.",
};

const papersOf = (regime: RegimeId) => REGIMES[regime].documents.map((kind) => ({ kind, name: `${kind}.txt`, content: Buffer.from(PAPERS[kind]) }));

/** A scanner that finds everything clean, for the few lines of text above and nothing else. */
const HARMLESS = "true";

const ago = (days: number): string => addDays(londonDay(now()), -days);

/** Notes stages that were reached so many days ago, in order. */
async function reached(officer: ActorScope | SystemScope, slug: string, stages: readonly (readonly [TransferStage, number, ReturnType<typeof text>?])[]): Promise<void> {
  for (const [stage, days, note = NOTHING] of stages) await done(reachStage(officer, slug, { stage, reachedOn: ago(days), note }));
}

/** St Anne's Hall: applied for on paper half a year ago, its full application in. Gives the application's id. */
export async function enterHall(officer: ActorScope, areaId: string): Promise<string> {
  const id = randomId();
  await done(
    saveAsset(
      officer,
      asset({
        slug: "st-annes-hall",
        reference: "BR-0412",
        nameEn: "St Anne’s Hall",
        nameCy: "Neuadd St Anne",
        descriptionEn: "Hall, kitchen and garden. It is open two days a week.",
        descriptionCy: "Neuadd, cegin a gardd. Mae ar agor ddau ddiwrnod yr wythnos.",
        address: "Church Lane, Millbrook",
        uprn: "100090004120",
        areaId,
        condition: "poor",
        floorSquareMetres: 412,
        runningCostPence: 1_840_000,
        valuationPence: 21_000_000,
        valuedOn: ago(120),
        covenantsEn: "For the use of the people of Millbrook (1926).",
        covenantsCy: "At ddefnydd pobl Millbrook (1926).",
      }),
    ),
  );
  await done(
    enterApplication(officer, "st-annes-hall", {
      once: id,
      organisation: "St Anne’s Community Trust",
      bodyKind: "charitable-incorporated-organisation",
      bodyNumber: "1000412",
      members: 63,
      interest: "lease",
      leaseYears: 35,
      offeredPence: 100,
      summary: "St Anne’s Community Trust wants to run the hall for 35 years and open it five days a week.",
      gains: "Open five days a week, not two. A free warm space from October to March.",
      funding: "Lettings, a grant for the roof and the trust’s own savings. The council saves £18,400 a year in repairs and heating.",
      declaration: "One trustee, Jan Weaver, is a parish councillor. No trustee works for the council.",
      sentOn: ago(195),
    }),
  );
  await reached(officer, "st-annes-hall", [["full-application", 145, text("The hall can be let go: yes", "Gellir gollwng y neuadd: gellir")]]);
  return id;
}

/** Asks officers to work on an application; those who judge it say that they have no interest in it. */
async function staff(by: ActorScope, slug: string, parts: readonly (readonly [ActorScope, TransferPart])[]): Promise<void> {
  for (const [who, part] of parts) {
    await done(givePart(by, slug, { personId: who.actor.personId, part }));
    if (part !== "case") await done(declareInterest(who, slug, { interested: false, what: "" }));
  }
}

interface Cast {
  readonly officer: ActorScope;
  readonly reviewer: ActorScope;
  /** Settles what two scorers gave. */
  readonly admin: ActorScope;
  readonly approver: ActorScope;
  /** Notes what councillors decide on a review. */
  readonly clerk: ActorScope;
  /** Writes for a community organisation. */
  readonly resident: ActorScope;
}

/** The register, and applications under two regimes: one being judged, one handed over with its first yearly return, a pub its owner wants to sell. */
export async function transferAssets({ officer, reviewer, admin, approver, clerk, resident }: Cast): Promise<void> {
  const team = [[officer, "case"], [officer, "score"], [reviewer, "score"], [admin, "settle"], [approver, "decide"]] as const;
  await staff(officer, "st-annes-hall", team);
  for (const paper of papersOf("community-transfer")) await done(addDocument(officer, "st-annes-hall", paper));
  await done(addDocument(officer, "st-annes-hall", { kind: "condition-survey", name: "condition-survey.txt", content: Buffer.from("Condition survey. The roof needs £40,000 of work by 2029. The walls are sound.") }));
  await scanDocuments(HARMLESS);
  await reached(officer, "st-annes-hall", [["assessment", 79]]);
  await done(scoreTransfer(officer, "st-annes-hall", { scores: points(9, 6, 8, 8, 4), why: "Many people back it. The roof is a risk." }));
  await done(scoreTransfer(reviewer, "st-annes-hall", { scores: points(9, 8, 8, 8, 6), why: "The plan adds up if the grant for the roof comes." }));
  await done(moderateTransfer(admin, "st-annes-hall", { scores: points(9, 7, 8, 8, 5), why: text("The building scored 5 because the roof needs £40,000 of work by 2029.", "Cafodd yr adeilad 5 am fod angen gwerth £40,000 o waith ar y to erbyn 2029.") }));

  const longer = randomId();
  await done(proposeTime(officer, "st-annes-hall", { once: longer, until: ago(-75), why: "The roof is surveyed again next month. We would like to read that before we decide." }));
  await done(answerTime(officer, "st-annes-hall", { proposalId: longer, answer: "accepted", letter: "Letter of the trust, file BR-0412/7" }));

  await done(openComments(officer, "st-annes-hall", { opensOn: ago(12), closesOn: ago(-30) }));
  await say(officer, "st-annes-hall", { name: "D. Achebe", organisation: "", view: "neither", text: "Good idea, but who pays for the roof? £40,000 is a lot of cake sales.", sentOn: ago(6) });
  await say(officer, "st-annes-hall", { name: "Rhian Ellis", organisation: "Millbrook Lunch Club", view: "for", text: "We have met there for 22 years. Will the trust keep Wednesday for us at the same price?", sentOn: ago(3) });
  const named = randomId();
  await done(enterComment(officer, "st-annes-hall", { once: named, name: "Anon", organisation: "", view: "against", text: "The caretaker at number 9 never opens up.", sentOn: ago(5) }));
  await done(lookAtComment(officer, "st-annes-hall", { commentId: named, act: "removed", reason: "about-a-person", note: "" }));
  await done(sendComment(resident, "st-annes-hall", { once: randomId(), name: "Megan P", organisation: "", view: "for", text: "My mum goes to the warm space. Five days would be a great help." }));

  await done(
    saveAsset(officer, asset({ slug: "fellside-reading-room", reference: "BR-0377", nameEn: "Fellside Reading Room", nameCy: "Ystafell Ddarllen Fellside", address: "Quarry Road, Fellside", condition: "good", floorSquareMetres: 96, runningCostPence: 420_000, valuationPence: 6_500_000, valuedOn: ago(60) })),
  );
  const slug = (
    await done(
      applyForAsset(resident, "fellside-reading-room", application("Fellside Readers", "To keep the reading room open and lend tools beside the books.")),
    )
  ).slug;
  await done(lookAtApplication(officer, slug, { act: "shown", why: "" }));
  await staff(officer, slug, team);
  await reached(officer, slug, [["full-application", 0]]);
  const once = randomId();
  await done(askQuestion(officer, slug, { once, text: "Who will hold the keys?" }));
  await done(answerQuestion(resident, slug, { questionId: once, answer: "Two trustees who live in Quarry Road." }));
  for (const paper of papersOf("community-transfer")) await done(sendDocument(resident, slug, paper));
  await scanDocuments(HARMLESS);
  await done(stepOwnTransfer(resident, slug, "assessment"));
  await done(scoreTransfer(officer, slug, { scores: points(8, 7, 7, 9, 9), why: "Small, sound and well used." }));
  await done(scoreTransfer(reviewer, slug, { scores: points(8, 8, 7, 9, 9), why: "Small, sound and well used." }));
  await done(moderateTransfer(admin, slug, { scores: points(8, 8, 7, 9, 9), why: text("The two scorers agreed but for one point.", "Roedd y ddau sgoriwr yn cytuno heblaw am un pwynt.") }));
  await done(noteIdentityCheck(officer, slug, "documents-seen"));
  await reached(officer, slug, [["decision", 0]]);
  await done(
    decideTransfer(approver, slug, {
      outcome: "agreed",
      decidedOn: ago(0),
      reasons: text("It keeps a place open that the council could not. It does good for the area.", "Mae’n cadw lle ar agor na allai’r cyngor. Mae’n gwneud lles i’r ardal."),
      unrestrictedPence: 6_500_000,
      pricePence: 100,
      consentReference: "",
    }),
  );
  await done(
    putTerms(officer, slug, {
      text: text("A lease of 25 years at £1. The readers insure and repair. If the charity ends, the room comes back to the council.", "Les o 25 mlynedd am £1. Y darllenwyr sy’n yswirio ac yn trwsio. Os daw’r elusen i ben, daw’r ystafell yn ôl i’r cyngor."),
      benefits: [
        { what: text("Hours open", "Oriau ar agor"), target: 1_200 },
        { what: text("Children at story time", "Plant yn amser stori"), target: 400 },
      ],
    }),
  );
  await done(agreeTerms(resident, slug, { version: 1, signedAs: resident.actor.name }));
  await reached(officer, slug, [["completion", 0], ["monitoring", 0]]);
  await done(sendReturn(resident, slug, { year: Number(ago(0).slice(0, 4)), story: "We opened on the first Saturday. Story time is full and has a second hour now.", reached: [1_310, 376] }));
  await done(lookAtReturn(officer, slug, { year: Number(ago(0).slice(0, 4)), version: 1, act: "shown", why: "" }));

  await done(
    saveAsset(officer, asset({ slug: "weavers-arms", reference: "ACV-019", nameEn: "The Weavers Arms", nameCy: "Tafarn y Weavers", descriptionEn: "The last pub of the Weavers estate, with a room for meetings.", descriptionCy: "Tafarn olaf ystad Weavers, gydag ystafell gyfarfod.", address: "Loom Street, Millbrook", regime: "right-to-bid", tenure: "private", condition: "not-surveyed" })),
  );
  await done(enterApplication(officer, "weavers-arms", { ...application("Weavers Tenants’ Group CIC", "The pub is where the estate meets."), bodyKind: "community-interest-company", interest: "nomination", leaseYears: null, offeredPence: null, sentOn: ago(640) }));
  for (const paper of papersOf("right-to-bid")) await done(addDocument(officer, "weavers-arms", paper));
  await scanDocuments(HARMLESS);
  for (const capacity of ["owner", "occupier"] as const) await done(noteOwnerNotice(officer, "weavers-arms", { once: randomId(), capacity, way: "letter", givenOn: ago(630), email: "" }));
  await reached(officer, "weavers-arms", [["listed", 601]]);
  await done(noteListingNotice(officer, "weavers-arms", { way: "letter", givenOn: ago(600), email: "" }));
  await reached(officer, "weavers-arms", [["sale-notified", 30, text("The owner wants to sell", "Mae’r perchennog am werthu")], ["bid-requested", 12]]);

  await done(
    saveAsset(officer, asset({ slug: "quarry-green", reference: "BR-0501", nameEn: "Quarry Green", nameCy: "Lawnt y Chwarel", descriptionEn: "A green with swings and a path.", descriptionCy: "Lawnt gyda siglenni a llwybr.", address: "Quarry Road, Fellside", openSpace: true, condition: "not-surveyed", runningCostPence: 610_000 })),
  );
  await scottishReview({ officer, reviewer, admin, approver, clerk });
  await ownersReviews({ officer, approver, clerk, resident });
  // One that nobody has looked at yet.
  await done(saveAsset(officer, asset({ slug: "park-kiosk", reference: "BR-0533", nameEn: "Park kiosk, Northmoor", nameCy: "Ciosg y parc, Northmoor", address: "Moor Road, Northmoor", condition: "satisfactory", floorSquareMetres: 18 })));
  await done(applyForAsset(resident, "park-kiosk", { ...application("Northmoor Park Friends", "Tea, coffee and a bookshelf in the kiosk, run by volunteers."), bodyKind: "unincorporated", bodyNumber: "", interest: "rights", leaseYears: null, offeredPence: null }));
  await done(
    saveAsset(officer, asset({ slug: "northmoor-depot", reference: "BR-0122", nameEn: "Northmoor Depot", nameCy: "Depo Northmoor", address: "Moor Road, Northmoor", condition: "bad", floorSquareMetres: 1_850, runningCostPence: 5_230_000, barredBy: ["needed-for-services"] })),
  );
}

/** A comment that came on paper, shown to everybody. */
async function say(officer: ActorScope, slug: string, comment: Omit<CommentToSend, "once"> & { readonly sentOn: string }): Promise<void> {
  const once = randomId();
  await done(enterComment(officer, slug, { once, ...comment }));
  await done(lookAtComment(officer, slug, { commentId: once, act: "shown", reason: "", note: "" }));
}

/** A request under the rules of Scotland that was refused: reviewed, the refusal confirmed, and appealed against. No English council has one; it is here to be looked at. */
async function scottishReview({ officer, reviewer, admin, approver, clerk }: Omit<Cast, "resident">): Promise<void> {
  const slug = "kershope-schoolhouse";
  await done(
    saveAsset(
      officer,
      asset({
        slug,
        reference: "BR-0460",
        nameEn: "Kershope Schoolhouse",
        nameCy: "Ysgoldy Kershope",
        descriptionEn: "Entered under the rules of Scotland, so that a request, a review and an appeal there can be looked at.",
        descriptionCy: "Cofnodwyd dan reolau’r Alban, er mwyn gallu edrych ar gais, adolygiad ac apêl yno.",
        address: "Kershope Foot",
        regime: "scottish-request",
        condition: "poor",
      }),
    ),
  );
  await done(enterApplication(officer, slug, { ...application("Kershope Community Company", "Workshops for six crafts and a room for the village."), bodyKind: "company-limited-by-guarantee", interest: "ownership", leaseYears: null, offeredPence: 2_000_000, sentOn: ago(235) }));
  for (const paper of papersOf("scottish-request")) await done(addDocument(officer, slug, paper));
  await scanDocuments(HARMLESS);
  await staff(officer, slug, [[reviewer, "score"], [admin, "score"], [officer, "settle"], [approver, "decide"], [clerk, "review"]]);
  await reached(officer, slug, [["validated", 225], ["assessment", 150]]);
  await done(noteOwnerNotice(officer, slug, { once: randomId(), capacity: "tenant", way: "letter", givenOn: ago(220), email: "" }));
  await done(openComments(officer, slug, { opensOn: ago(220), closesOn: ago(186) }));
  await say(officer, slug, { name: "Euan Bell", organisation: "Kershope Farmers", view: "against", text: "Lorries turn in the yard. Where would they go?", sentOn: ago(200) });
  await done(scoreTransfer(reviewer, slug, { scores: points(7, 3, 4, 8, 3), why: "The craft rents would not carry the roof." }));
  await done(scoreTransfer(admin, slug, { scores: points(8, 3, 5, 8, 3), why: "A good idea without the money." }));
  await done(moderateTransfer(officer, slug, { scores: points(7, 3, 5, 8, 3), why: text("The plan scored 3: rents do not pay for the roof.", "Cafodd y cynllun 3: nid yw’r rhenti’n talu am y to.") }));
  await done(noteIdentityCheck(officer, slug, "documents-seen"));
  await reached(officer, slug, [["decision", 95]]);
  await done(
    decideTransfer(approver, slug, { outcome: "refused", decidedOn: ago(80), reasons: text("The company could not show how the roof would be paid for.", "Ni allai’r cwmni ddangos sut y telid am y to."), unrestrictedPence: null, pricePence: null, consentReference: "" }),
  );
  await done(enterReview(officer, slug, { askedOn: ago(65), procedure: "hearing", reasons: "A grant for the roof was offered to us the week after the decision. We ask councillors to look at the letter." }));
  await done(acknowledgeReview(officer, slug));
  await done(noteHearing(officer, slug, { once: randomId(), kind: "hearing", heldOn: ago(30), place: "Council Chamber, Fellside", who: "Three councillors of the Review Committee; two directors of the company; the clerk.", note: text("The company showed the letter about the grant. Councillors asked about the other half of the cost.", "Dangosodd y cwmni’r llythyr am y grant. Gofynnodd y cynghorwyr am hanner arall y gost.") }));
  await done(decideReview(clerk, slug, { outcome: "confirmed", result: "refused", decidedOn: ago(14), body: "Review Committee", reasons: text("The grant covers half of the roof. The other half is still not paid for.", "Mae’r grant yn talu am hanner y to. Nid oes arian o hyd ar gyfer yr hanner arall.") }));
  await done(noteAppeal(officer, slug, { appealedOn: ago(4), reference: "ATR-A-031", admittedLate: false }));
}

/** Land on the list of assets of community value whose owners asked for a review: one under way, with a longer time proposed and a claim for compensation; one that came off the list. */
async function ownersReviews({ officer, approver, clerk, resident }: Pick<Cast, "officer" | "approver" | "clerk" | "resident">): Promise<void> {
  const nominate = async (slug: string, words: Omit<Words, "slug" | "regime">, summary: string, listedAgo: number): Promise<void> => {
    await done(saveAsset(officer, asset({ slug, regime: "right-to-bid", tenure: "private", condition: "not-surveyed", ...words })));
    await done(enterApplication(officer, slug, { ...application("Millbrook Parish Council", summary), bodyKind: "parish-council", bodyNumber: "", interest: "nomination", leaseYears: null, offeredPence: null, sentOn: ago(listedAgo + 40) }));
    for (const paper of papersOf("right-to-bid")) await done(addDocument(officer, slug, paper));
    await scanDocuments(HARMLESS);
    await done(noteOwnerNotice(officer, slug, { once: randomId(), capacity: "owner", way: "letter", givenOn: ago(listedAgo + 30), email: "" }));
    await reached(officer, slug, [["listed", listedAgo]]);
    await done(noteListingNotice(officer, slug, { way: "letter", givenOn: ago(listedAgo - 2), email: "" }));
    await done(givePart(officer, slug, { personId: clerk.actor.personId, part: "review" }));
    await done(declareInterest(clerk, slug, { interested: false, what: "" }));
  };
  await nominate("old-chapel", { reference: "ACV-024", nameEn: "The Old Chapel", nameCy: "Yr Hen Gapel", descriptionEn: "A chapel of 1874, let by the day for concerts.", descriptionCy: "Capel o 1874, a osodir fesul diwrnod ar gyfer cyngherddau.", address: "Chapel Row, Millbrook" }, "Choirs and the toddler group have met there for thirty years.", 44);
  const { code } = found((await getTransferForOfficers(officer, "old-chapel")).listing, "listing");
  await done(claimListing(resident, "old-chapel", { code }));
  await done(askListingReview(resident, "old-chapel", { procedure: "hearing", reasons: "The choir moved out in the spring, and the toddler group has found another hall. I have asked for permission to turn the chapel into two flats." }));
  await done(acknowledgeReview(officer, "old-chapel"));
  await done(proposeTime(officer, "old-chapel", { once: randomId(), until: addDays(ago(0), 84), why: "The hearing can be held in the second week of next month." }));

  const claimId = randomId();
  await done(claimCompensation(resident, "old-chapel", { once: claimId, publicBody: false, parts: [{ part: "other", amountPence: 124_000, endedOn: ago(12), what: "A survey that the buyer asked for again, because the first was older than six months." }] }, { other: { name: "invoice.txt", content: Buffer.from("Invoice 2211. Survey of the chapel: £1,240.00.") } }));
  while ((await scanEvidence(HARMLESS)) > 0);
  await done(askClaimOfficer({ scope: officer, slug: "old-chapel", claimId }, { round: "first", personId: approver.actor.personId }));
  await done(decideClaim({ scope: approver, slug: "old-chapel", claimId }, "first", { amountPence: 62_000, decidedOn: ago(0), post: "Head of Legal Services", reasons: "Half of the survey was of the roof, which the buyer would have asked for anyway.", heardOn: null }));

  await nominate("loom-street-yard", { reference: "ACV-021", nameEn: "The yard in Loom Street", nameCy: "Yr iard yn Loom Street", descriptionEn: "A yard with four lock-up garages.", descriptionCy: "Iard gyda phedwar garej.", address: "Loom Street, Millbrook" }, "Neighbours hold a street party in it each summer.", 120);
  await done(enterReview(officer, "loom-street-yard", { askedOn: ago(100), procedure: "any", reasons: "One street party in three years is not a use that furthers anybody’s wellbeing. The yard is let for cars." }));
  await done(acknowledgeReview(officer, "loom-street-yard"));
  await done(decideReview(clerk, "loom-street-yard", { outcome: "substituted", result: "refused", decidedOn: ago(62), body: "Director of Place", reasons: text("The street party was held once. The main use of the yard is for parking cars, and that does not further the social wellbeing of the community (section 88).", "Unwaith y cynhaliwyd y parti stryd. Prif ddefnydd yr iard yw parcio ceir, ac nid yw hynny’n hybu lles cymdeithasol y gymuned (adran 88).") }));
}

const application = (organisation: string, summary: string): ApplicationInput => ({
  once: randomId(),
  organisation,
  bodyKind: "charitable-incorporated-organisation",
  bodyNumber: "1000377",
  members: 48,
  interest: "lease",
  leaseYears: 25,
  offeredPence: 100,
  summary,
  gains: "A place that stays open, run by the people who use it.",
  funding: "Lettings, subscriptions and a grant for the first three years.",
  declaration: "None",
});

/** A village school that closed, and a group that wants it for a nursery and a café. */
export async function transferValeAssets(officer: ActorScope): Promise<void> {
  await done(
    saveAsset(
      officer,
      asset({ slug: "hen-ysgol", reference: "DA-031", nameEn: "The old school, Pentre Alaw", nameCy: "Yr hen ysgol, Pentre Alaw", descriptionEn: "A school of 1908 that closed in 2022.", descriptionCy: "Ysgol o 1908 a gaeodd yn 2022.", address: "Ffordd yr Ysgol, Pentre Alaw", condition: "satisfactory", floorSquareMetres: 540, runningCostPence: 980_000, valuationPence: 18_000_000, valuedOn: ago(90) }),
    ),
  );
  await done(
    enterApplication({ ...officer, locale: "cy" }, "hen-ysgol", {
      ...application("Menter Pentre Alaw", "Meithrinfa a chaffi yn yr hen ysgol, ar agor chwe diwrnod yr wythnos."),
      bodyKind: "community-benefit-society",
      gains: "Gofal plant yn Gymraeg yn y pentref, ac wyth swydd.",
      funding: "Cyfranddaliadau cymunedol, ffioedd y feithrinfa a grant.",
      declaration: "Dim",
      sentOn: ago(38),
    }),
  );
  await reached(officer, "hen-ysgol", [["full-application", 9]]);
}
