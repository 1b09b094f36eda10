import { expect, test } from "vitest";
import { testDatabase } from "#testing/database.ts";
import { makeCouncil } from "#testing/factories/polls.ts";
import { makeOfficer } from "#testing/factories/votes.ts";
import { randomId } from "#platform/random.ts";
import { getPlace } from "./queries.ts";
import { savePlace } from "./save-place.ts";

await testDatabase();
const nothing = { en: "", cy: "" };
const details = { name: { en: "Fellside Hall", cy: "" }, address: "1 High Street", access: nothing, hours: nothing, letters: "", officers: [] as string[], closed: false };

test("a place is made once by its form, and no other council's is written over by one that bears its number", async () => {
  const [here, elsewhere] = [await makeCouncil(), await makeCouncil()];
  const [admin, presiding, stranger] = [await makeOfficer(here, "returning-officer"), await makeOfficer(here, "presiding-officer"), await makeOfficer(elsewhere, "returning-officer")];
  const id = randomId();
  const place = { ...details, id, isNew: true, officers: [presiding.actor.personId] };
  for (let twice = 0; twice < 2; twice += 1) expect(await savePlace(admin, place)).toEqual({ ok: true, value: { id } });

  expect(await savePlace(stranger, { ...details, id, isNew: true, name: { en: "Taken", cy: "" }, closed: true })).toEqual({ ok: false, error: "form-expired" });
  await expect(savePlace(stranger, { ...details, id, isNew: false })).rejects.toMatchObject({ reason: "not-found" });
  expect(await getPlace(admin, id)).toMatchObject({ name: { en: "Fellside Hall" }, closed: false, presidingOfficers: [presiding.actor.personId] });
});
