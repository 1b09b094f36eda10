import { expect, test } from "vitest";
import { found } from "#domain/policy/access-error.ts";
import { endDelivery } from "#features/budgeting/delivery/end-delivery.ts";
import { getDelivery } from "#features/budgeting/delivery/queries.ts";
import { getResult } from "#features/voting/results/queries.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { now } from "#platform/clock.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { testDatabase } from "#testing/database.ts";
import { makeDeclaredVote, type DeclaredVoteMade } from "#testing/factories/declared-vote.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { answerOffer, offerReserve } from "./offer-reserve.ts";
import { findReserve } from "./queries.ts";

const { url, sql } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();

const reserveOf = async ({ officer, potId, pollId }: DeclaredVoteMade) => {
  const { sheet } = found((await getResult(officer, pollId)).declared, "result");
  return findReserve(officer, { id: potId, pollId, amountPence: sheet.budgetPence }, sheet);
};

test("where nothing was said before the vote there is no reserve list and nothing can be offered", async () => {
  const vote = await makeDeclaredVote(council, null);
  expect(await reserveOf(vote)).toBeNull();
  await expect(offerReserve(vote.officer, { potId: vote.potId, option: 3 })).rejects.toMatchObject({ reason: "not-found" });
});

test("money left goes down the list in turn, in whole first and then as a part, and each offer is answered once", async () => {
  const vote = await makeDeclaredVote(council, { order: "votes", partFunding: 70 });
  const { officer, potId } = vote;
  // £8,800 is left: it pays for the ramp in full, though the kiosk has more votes.
  expect(await reserveOf(vote)).toMatchObject({ leftPence: 880_000, line: [{ option: 3 }, { option: 4 }], next: [{ option: 4, amountPence: 800_000, part: false }] });
  expect(await offerReserve(officer, { potId, option: 3 })).toEqual({ ok: false, error: "not-in-turn" });
  await expect(offerReserve(await makeOfficer(council, "auditor"), { potId, option: 4 })).rejects.toMatchObject({ reason: "forbidden" });
  await expect(offerReserve(await makeOfficer(await makeCouncil(), "engagement-officer"), { potId, option: 4 })).rejects.toMatchObject({ reason: "not-found" });

  // Two officers at the same moment: one offer.
  const both = await Promise.all([offerReserve(officer, { potId, option: 4 }), offerReserve(officer, { potId, option: 4 })]);
  expect(both.every(({ ok }) => ok)).toBe(true);
  const waiting = await reserveOf(vote);
  expect(waiting).toMatchObject({ leftPence: 80_000, next: [], offers: [{ option: 4, answer: null }] });

  const offerId = waiting?.offers[0]?.id ?? "";
  expect(await answerOffer(officer, { potId, offerId, answer: "declined", reason: "We found other money." })).toMatchObject({ ok: true });
  expect(await answerOffer(officer, { potId, offerId, answer: "accepted", reason: "" })).toEqual({ ok: false, error: "answered" });
  // What comes back is £8,800 again; nothing whole can be paid, and the kiosk's least part is £8,400.
  expect(await reserveOf(vote)).toMatchObject({ leftPence: 880_000, next: [{ option: 3, amountPence: 880_000, part: true }] });
  await offerReserve(officer, { potId, option: 3 });
  const second = (await reserveOf(vote))?.offers.find(({ option }) => option === 3);
  expect(await answerOffer(officer, { potId, offerId: second?.id ?? "", answer: "accepted", reason: "" })).toMatchObject({ ok: true });
  expect(await reserveOf(vote)).toMatchObject({ leftPence: 0, next: [] });
  // It is funded with what it was offered, not with what it costs.
  expect((await getDelivery(officer, second?.projectId ?? "")).accounts.awardPence).toBe(880_000);
  await expect(sql`update reserve_offers set amount_pence = 1 where id = ${second?.id ?? ""}`).rejects.toThrow(/stays as it was made/);
  await expect(sql`delete from reserve_offers where id = ${second?.id ?? ""}`).rejects.toThrow(/stays as it was made/);
});

test("what a stopped winner did not spend comes back to the list", async () => {
  const vote = await makeDeclaredVote(council, { order: "votes", partFunding: null });
  const [trees] = await sql<{ id: string }[]>`select id from projects where pot_id = ${vote.potId} and number = 2`;
  const today = londonDay(now());
  expect(await endDelivery(vote.officer, { projectId: trees?.id ?? "", kind: "stopped", on: today, reason: { en: "The ground is wet.", cy: "Mae’r tir yn wlyb." } })).toMatchObject({ ok: true });
  expect(await reserveOf(vote)).toMatchObject({ leftPence: 9_880_000, next: [{ option: 3, amountPence: 1_200_000 }, { option: 4, amountPence: 800_000 }] });
});
