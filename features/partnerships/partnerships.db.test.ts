import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cooperationRequests, partners } from "#db/schema/partnerships/partners.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import { prepareJobs } from "#platform/jobs/prepare.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { testDatabase } from "#testing/database.ts";
import { makePartner } from "#testing/factories/plans.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { answerRequest } from "./cooperation/answer-request.ts";
import { sendRequest } from "./cooperation/send-request.ts";
import { putGroup } from "./groups/put-group.ts";
import { putAction, putMeeting } from "./groups/put-meeting.ts";
import { putSeat } from "./groups/put-seat.ts";
import { addPartnerOfficer, removePartnerOfficer } from "./partners/change-partner-officers.ts";
import { putPartner } from "./partners/put-partner.ts";
import { getPartnership, listOwnPartners } from "./queries.ts";

const { db, url } = await testDatabase();
await prepareJobs(url);
const council = await makeCouncil();
const officer = await makeOfficer(council, "engagement-officer");
const stranger = await makeOfficer(await makeCouncil(), "engagement-officer");
const sergeant = await makeOfficer(council);
const words = (en: string) => ({ en, cy: "" });
const none = words("");
const today = londonDay(now());
const police = await makePartner(officer, "Police");

test("the duty binds only bodies that the Act names, says so, and the database agrees", async () => {
  const put = await putPartner(officer, { once: randomId(), name: words("Chamber of trade"), kind: "business", underDuty: true, contactEmail: "", leftOn: null });
  expect(put).toMatchObject({ error: { code: "outside-duty", params: { source: expect.stringContaining("section") as string } } });
  await expect(db.insert(partners).values({ councilId: council.council.id, slug: "x", nameEn: "x", kind: "business", underDuty: true })).rejects.toMatchObject({ cause: { constraint_name: "partners_duty_check" } });
});

test("boards of one name that several officers add at once have an address each", async () => {
  const elsewhere = await makeOfficer(await makeCouncil(), "engagement-officer");
  const add = () => putGroup(elsewhere, { once: randomId(), kind: "board", boardId: null, name: words("One name"), purpose: words("Agrees.") });
  expect((await Promise.all([add(), add(), add()])).map(({ ok }) => ok)).toEqual([true, true, true]);
  expect((await getPartnership(elsewhere)).groups.map(({ slug }) => slug).sort()).toEqual(["one-name", "one-name-2", "one-name-3"]);
});

test("boards, seats, meetings and actions are this council's own, and a form sent twice makes one", async () => {
  const [boardId, groupId, seatId, meetingId, actionId] = [randomId(), randomId(), randomId(), randomId(), randomId()];
  const board = { once: boardId, kind: "board" as const, boardId: null, name: words("Partnership board"), purpose: words("Steers.") };
  expect((await putGroup(officer, board)).ok && (await putGroup(officer, board)).ok).toBe(true);
  expect(await putGroup(officer, { ...board, once: randomId(), boardId })).toEqual({ ok: false, error: "board-above" });
  expect((await putGroup(officer, { once: groupId, kind: "thematic-group", boardId, name: words("Safer places"), purpose: words("Owns safety.") })).ok).toBe(true);
  const seat = { once: seatId, groupId: boardId, partnerId: police, role: "chair" as const, holder: "Ch. Supt. Moss", fromOn: "2026-04-01", toOn: null };
  expect((await putSeat(officer, seat)).ok).toBe(true);
  expect(await putSeat(officer, { ...seat, toOn: "2026-03-31" })).toEqual({ ok: false, error: "ends-before" });
  expect(await putSeat(officer, { ...seat, once: randomId(), partnerId: randomId() })).toEqual({ ok: false, error: "choose-one" });
  expect(await putSeat(stranger, { ...seat, once: randomId() })).toEqual({ ok: false, error: "choose-one" });
  const meeting = { once: meetingId, groupId: boardId, heldOn: addDays(today, 3), place: "Guildhall", agenda: words("1. Lights"), minutes: none };
  expect(await putMeeting(officer, { ...meeting, minutes: words("All agreed.") })).toEqual({ ok: false, error: "minutes-early" });
  expect((await putMeeting(officer, meeting)).ok).toBe(true);
  expect((await putAction(officer, { once: actionId, meetingId, what: words("Walk the path"), partnerId: police, dueOn: addDays(today, 30), doneOn: null, outcome: none })).ok).toBe(true);
  const { groups } = await getPartnership(officer);
  expect(groups.map(({ name }) => name.en)).toEqual(["Partnership board", "Safer places"]);
  expect(groups[0]).toMatchObject({ seats: [{ holder: "Ch. Supt. Moss" }], meetings: [{ actions: [{ what: { en: "Walk the path" } }] }] });
  expect((await getPartnership(stranger)).groups).toEqual([]);
});

test("a request is acknowledged and answered by the partner's own officer, once, with a reason for no", async () => {
  const once = randomId();
  const request = { once, partnerId: police, targetId: null, asked: words("Share the survey.") };
  expect((await sendRequest(officer, request)).ok && (await sendRequest(officer, request)).ok).toBe(true);
  expect(await sendRequest(officer, { ...request, once: randomId(), targetId: randomId() })).toEqual({ ok: false, error: "unknown-target" });
  const answer = (which: "acknowledge" | "agree" | "decline", said = "", scope = sergeant) => answerRequest(scope, { requestId: once, answer: which, words: words(said) });
  await expect(answer("acknowledge")).rejects.toMatchObject({ reason: "forbidden" });
  await addPartnerOfficer(officer, { partnerId: police, email: sergeant.actor.email });
  expect((await listOwnPartners(sergeant)).map(({ id }) => id)).toEqual([police]);
  expect(await answer("decline", "No")).toEqual({ ok: false, error: "wrong-state" });
  expect((await answer("acknowledge")).ok).toBe(true);
  expect(await answer("decline")).toEqual({ ok: false, error: "reason-missing" });
  const both = await Promise.all([answer("agree"), answer("decline", "No budget.")]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  await expect(db.update(cooperationRequests).set({ state: "declined", answerEn: "", answerCy: "" }).where(eq(cooperationRequests.id, once))).rejects.toMatchObject({ cause: { constraint_name: "cooperation_requests_reason_check" } });
  await removePartnerOfficer(officer, { partnerId: police, personId: sergeant.actor.personId });
  expect(await listOwnPartners(sergeant)).toEqual([]);
  await expect(answerRequest(stranger, { requestId: once, answer: "agree", words: none })).rejects.toMatchObject({ reason: "not-found" });
});

test("nobody speaks for a partner that has left", async () => {
  const fire = await makePartner(officer, "Fire service", "health");
  const once = randomId();
  await sendRequest(officer, { once, partnerId: fire, targetId: null, asked: words("Share the survey.") });
  await addPartnerOfficer(officer, { partnerId: fire, email: sergeant.actor.email });
  expect((await answerRequest(sergeant, { requestId: once, answer: "acknowledge", words: none })).ok).toBe(true);
  expect((await putPartner(officer, { once: fire, name: words("Fire service"), kind: "health", underDuty: true, contactEmail: "", leftOn: today })).ok).toBe(true);
  await expect(answerRequest(sergeant, { requestId: once, answer: "agree", words: none })).rejects.toMatchObject({ reason: "forbidden" });
  // The council can still write down what came by letter.
  expect((await answerRequest(officer, { requestId: once, answer: "agree", words: none })).ok).toBe(true);
});
