import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { err, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { findAreaOfPostcode } from "#features/eligibility/queries.ts";
import { action } from "#platform/action.ts";
import { now } from "#platform/clock.ts";
import { answerEnquiry } from "./answer-enquiry.ts";
import { correctEntry, removeEntry, restoreEntry, type EntryPlace } from "./correct-entry.ts";
import { createRoll } from "./create-roll.ts";
import { correctionInput, enquiryInput, newRollInput, reasonInput } from "./input.ts";
import { findByReference, getEntry, type EnquiryInView } from "./queries.ts";

export const beginRoll = action({ input: newRollInput, run: (scope: ActorScope, input) => createRoll(scope, input), beside: { "name-taken": "name" } });

/** Saves, removes or takes back an entry, by the button that was pressed. */
export async function saveEntry(scope: ActorScope, place: EntryPlace, values: TypedValues): Promise<Result<void, RefusedForm>> {
  const pressed = values["act"]?.at(-1);
  if (pressed === "restore") return restoreEntry(scope, place);
  if (pressed === "remove") {
    const read = reasonInput(values);
    return read.ok ? removeEntry(scope, place, read.value.reason) : err({ values, faults: read.error });
  }
  const entry = await getEntry(scope, place.rollId, place.entryId);
  const postcode = (values["postcode"]?.at(-1) ?? "").normalize("NFKC").replace(/[\s.-]/g, "").toUpperCase();
  const area = postcode === "" ? null : await findAreaOfPostcode(scope, postcode);
  const places = { areas: new Map<string, string>(), postcodes: new Map(area ? [[postcode, area.id]] : []) };
  const read = correctionInput(places, londonDay(now()))(values);
  if (!read.ok) return err({ values, faults: read.error });
  // An area given by the list's own code stays while the postcode does.
  const areaId = postcode === entry.postcode ? entry.areaId : read.value.areaId;
  return correctEntry(scope, place, { ...read.value, areaId });
}

/** An officer's answer to somebody who asked to be found: an entry shown, one by its number, or none with a reason. */
export async function saveAnswer(scope: ActorScope, enquiry: EnquiryInView, values: TypedValues): Promise<Result<void, RefusedForm>> {
  const read = enquiryInput(values);
  if (!read.ok) return err({ values, faults: read.error });
  const { answer, entryId, reference, reason } = read.value;
  const refuse = (field: string, code: string): Result<never, RefusedForm> => err({ values, faults: [{ field, code }] });
  if (answer === "refuse") {
    if (reason === "") return refuse("reason", "required");
    const answered = await answerEnquiry(scope, enquiry.id, { kind: "refused", reason });
    return answered.ok ? answered : refuse("", answered.error);
  }
  const found = answer === "candidate" ? entryId : ((await findByReference(scope, enquiry.rollId, reference)) ?? undefined);
  if (found === undefined) return refuse("reference", reference === "" ? "required" : "not-on-this-roll");
  const answered = await answerEnquiry(scope, enquiry.id, { kind: "matched", entryId: found });
  return answered.ok ? answered : refuse(answer === "reference" ? "reference" : "", answered.error);
}
