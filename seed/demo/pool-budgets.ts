import { addDays, londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { PartnerKind } from "#domain/partnerships/partner.ts";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { putGroup } from "#features/partnerships/groups/put-group.ts";
import { putSeat } from "#features/partnerships/groups/put-seat.ts";
import { putPartner } from "#features/partnerships/partners/put-partner.ts";
import { allocate, enterContribution } from "#features/partnerships/pooled-budgets/change-money.ts";
import { saveCase, signCase } from "#features/partnerships/pooled-budgets/save-case.ts";
import { addRingFence, savePool } from "#features/partnerships/pooled-budgets/save-pool.ts";
import { getPool } from "#features/partnerships/pooled-budgets/queries.ts";
import { listPartners } from "#features/partnerships/queries.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";

const text = (en: string, cy: string) => ({ en, cy });
const NOTHING = text("", "");

interface Part {
  readonly kind?: "revenue" | "capital";
  readonly ringFence?: string;
}

/** Puts money of a pool into the first pot of a programme whose ballots are still drafts. */
export async function feedProgramme(officer: ActorScope, slug: string, engagementId: string, { amountPounds, what }: { readonly amountPounds: number; readonly what: ReturnType<typeof text> }): Promise<void> {
  const { programme } = await getVoteForOfficers(officer, engagementId);
  const [pot] = programme.pots;
  const pool = await getPool(officer, slug);
  if (pot) await done(allocate(officer, slug, { once: randomId(), year: pool.fromYear, kind: "revenue", ringFence: "", amountPence: amountPounds * 100, what, potId: pot.id }));
}

/** Alaw Vale and its health board warm homes together: a neighbourhood's board looks after it, and both have signed the case. */
export async function poolForWarmHomes(officer: ActorScope, approver: ActorScope): Promise<string> {
  const today = londonDay(now());
  const year = Number(today.slice(0, 4));
  const add = async (name: ReturnType<typeof text>, kind: PartnerKind, underDuty: boolean): Promise<string> => {
    const once = randomId();
    await done(putPartner(officer, { once, name, kind, underDuty, contactEmail: "", leftOn: null }));
    return once;
  };
  const council = await add(text("Alaw Vale Council", "Cyngor Dyffryn Alaw"), "council", false);
  const health = await add(text("Vale Health Board", "Bwrdd Iechyd y Fro"), "health", true);
  const boardId = randomId();
  await done(putGroup(officer, { once: boardId, kind: "board", boardId: null, name: text("Llanalaw neighbourhood board", "Bwrdd cymdogaeth Llanalaw"), purpose: text("Residents and bodies who look after the neighbourhood’s money.", "Trigolion a chyrff sy’n gofalu am arian y gymdogaeth.") }));
  await done(putSeat(officer, { once: randomId(), groupId: boardId, partnerId: null, role: "chair", holder: "Menna Puw", fromOn: addDays(today, -200), toOn: null }));
  await done(putSeat(officer, { once: randomId(), groupId: boardId, partnerId: health, role: "member", holder: "Dr Elin Rhys", fromOn: addDays(today, -200), toOn: null }));
  const { slug } = await done(
    savePool(officer, {
      once: randomId(),
      name: text("Warm homes", "Cartrefi cynnes"),
      purpose: text("Nobody over 75 should be ill because their home is cold.", "Ni ddylai neb dros 75 oed fod yn sâl am fod eu cartref yn oer."),
      boardId,
      fromYear: year,
      years: 2,
    }),
  );
  await done(addRingFence(officer, slug, { name: text("Insulation", "Inswleiddio") }));
  const put = (partnerId: string, amountPounds: number, ringFence = "") => done(enterContribution(officer, slug, { once: randomId(), partnerId, year, kind: ringFence === "" ? "revenue" : "capital", ringFence, amountPence: amountPounds * 100, condition: NOTHING }));
  await put(council, 38_000);
  await put(health, 24_000);
  await put(council, 60_000, "insulation");
  await done(allocate(officer, slug, { once: randomId(), year, kind: "capital", ringFence: "insulation", amountPence: 4_450_000, what: text("Forty lofts", "Deugain o atigau"), potId: null }));
  await done(allocate(officer, slug, { once: randomId(), year, kind: "revenue", ringFence: "", amountPence: 3_100_000, what: text("A warden who visits", "Warden sy’n ymweld"), potId: null }));
  const caseId = randomId();
  await done(
    saveCase(officer, slug, {
      once: caseId,
      title: text("Fewer winter admissions", "Llai o dderbyniadau yn y gaeaf"),
      summary: text("A warm home costs less than a bed.", "Mae cartref cynnes yn costio llai na gwely."),
      shares: [
        { partnerId: council, basisPoints: 2_500 },
        { partnerId: health, basisPoints: 7_500 },
      ],
      lines: [
        { partnerId: council, year, investPence: 9_800_000, gainPence: 0 },
        { partnerId: health, year, investPence: 2_400_000, gainPence: 0 },
        { partnerId: health, year: year + 1, investPence: 0, gainPence: 16_300_000 },
      ],
    }),
  );
  await done(signCase(approver, slug, { caseId, partnerId: council, version: 1, signedAs: "Cyng. Gwilym Parry" }));
  await done(signCase(approver, slug, { caseId, partnerId: health, version: 1, signedAs: "Dr Elin Rhys" }));
  return slug;
}

/** Three bodies put money together for families, with a business case that two have signed. One that is a partner already is not made again. */
export async function poolBudgets(officer: ActorScope, approver: ActorScope): Promise<void> {
  const partner = async (name: ReturnType<typeof text>, kind: PartnerKind, underDuty: boolean): Promise<string> => {
    const there = (await listPartners(officer)).find((each) => each.name.en === name.en);
    if (there) return there.id;
    const once = randomId();
    await done(putPartner(officer, { once, name, kind, underDuty, contactEmail: "", leftOn: null }));
    return once;
  };
  const council = await partner(text("Brackenshire Council", "Cyngor Brackenshire"), "council", false);
  const health = await partner(text("Brackenshire Health Board", "Bwrdd Iechyd Brackenshire"), "health", true);
  const police = await partner(text("Brackenshire Police", "Heddlu Brackenshire"), "police", true);
  const year = Number(londonDay(now()).slice(0, 4));
  const { slug } = await done(
    savePool(officer, {
      once: randomId(),
      name: text("Families first", "Teuluoedd yn gyntaf"),
      purpose: text("Workers who stay with a family before there is a crisis. What it saves comes back to those who pay.", "Gweithwyr sy’n aros gyda theulu cyn bod argyfwng. Mae’r hyn y mae’n ei arbed yn dod yn ôl i’r rhai sy’n talu."),
      boardId: null,
      fromYear: year,
      years: 3,
    }),
  );
  await done(addRingFence(officer, slug, { name: text("Young people", "Pobl ifanc") }));
  const purse = { year, kind: "revenue", ringFence: "" } as const;
  const put = (partnerId: string, amountPounds: number, part: Part = {}, condition = NOTHING) => done(enterContribution(officer, slug, { once: randomId(), partnerId, ...purse, ...part, amountPence: amountPounds * 100, condition }));
  await put(council, 420_000);
  await put(council, 150_000, { kind: "capital" }, text("For a building that every body may use", "Ar gyfer adeilad y caiff pob corff ei ddefnyddio"));
  await put(health, 310_000);
  await put(police, 90_000, { ringFence: "young-people" });
  const give = (what: ReturnType<typeof text>, amountPounds: number, part: Part = {}) => done(allocate(officer, slug, { once: randomId(), ...purse, ...part, amountPence: amountPounds * 100, what, potId: null }));
  await give(text("Eleven family workers", "Un ar ddeg o weithwyr teulu"), 585_000);
  await give(text("Evening youth workers", "Gweithwyr ieuenctid gyda’r nos"), 72_500, { ringFence: "young-people" });
  await give(text("Rooms at the old clinic", "Ystafelloedd yn yr hen glinig"), 96_000, { kind: "capital" });
  const caseId = randomId();
  const writeCase = (gainPence: number) =>
    saveCase(officer, slug, {
      once: caseId,
      title: text("Help before a crisis", "Cymorth cyn argyfwng"),
      summary: text("Fewer children come into care, fewer calls at night, fewer beds.", "Llai o blant yn dod i ofal, llai o alwadau gyda’r nos, llai o welyau."),
      shares: [
        { partnerId: council, basisPoints: 5_200 },
        { partnerId: health, basisPoints: 3_334 },
        { partnerId: police, basisPoints: 1_466 },
      ],
      lines: [
        { partnerId: council, year, investPence: 57_000_000, gainPence: 0 },
        { partnerId: health, year, investPence: 31_000_000, gainPence: 0 },
        { partnerId: police, year, investPence: 9_000_000, gainPence: 0 },
        { partnerId: council, year: year + 1, investPence: 0, gainPence: 68_000_000 },
        { partnerId: health, year: year + 2, investPence: 0, gainPence },
      ],
    });
  // The police signed the first version; then the gain was reckoned again, and two have signed the second.
  await done(writeCase(134_000_000));
  await done(signCase(approver, slug, { caseId, partnerId: police, version: 1, signedAs: "Insp. Dewi Moss" }));
  await done(writeCase(121_000_000));
  await done(signCase(approver, slug, { caseId, partnerId: council, version: 2, signedAs: "Sioned Prys" }));
  await done(signCase(approver, slug, { caseId, partnerId: health, version: 2, signedAs: "Dr A. Morgan" }));
}
