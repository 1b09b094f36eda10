import { z } from "zod";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { Fault, RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, PublicScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { readPhotoForm } from "#platform/photos/read-photo-form.ts";
import { networkKey, withinLimit } from "#platform/rate-limit.ts";
import { answerNominator } from "./answer-nominator.ts";
import { askConsent, giveConsent } from "./ask-consent.ts";
import { askNominator } from "./ask-nominator.ts";
import { decideNomination, recordPaperConsent } from "./decide-nomination.ts";
import { answerInput, askInput, consentInput, decideInput, nominationInput, paperConsentInput, paperPeopleInput, strikeInput, sureInput } from "./input.ts";
import type { AtNomination } from "./load-nomination.ts";
import { recordPaperNominators, strikeNominator } from "./record-paper-nominators.ts";
import { saveNomination } from "./save-nomination.ts";
import { sendNomination } from "./send-nomination.ts";
import { withdrawNomination } from "./withdraw-nomination.ts";

/** A nomination somebody works at, and the election it is for. */
export interface AtOwn extends AtNomination {
  readonly scope: ActorScope;
  readonly title: BilingualText;
  readonly slug: string;
}

export type SavedOrShown = { readonly kind: "saved" } | { readonly kind: "shown"; readonly form: RefusedForm };

/** Reads and keeps what somebody who stands has written, with their photo. The button "count" keeps nothing. */
export async function postNomination(scope: ActorScope, electionId: string, request: Request): Promise<Result<SavedOrShown, "too-large" | "not-a-form" | "not-text" | "foreign">> {
  const read = await readPhotoForm(request, scope.council.id);
  if (!read.ok) return read;
  const { values, faults } = read.value;
  if (values["step"]?.at(-1) === "count") return ok({ kind: "shown", form: { values, faults } });
  const input = nominationInput(scope.locale)(values);
  const wrong: readonly Fault[] = [...faults, ...(input.ok ? [] : input.error)];
  if (wrong.length > 0 || !input.ok) return ok({ kind: "shown", form: { values, faults: wrong.filter((fault, at) => wrong.findIndex(({ field }) => field === fault.field) === at) } });
  const saved = await saveNomination(scope, { electionId, ...input.value });
  return ok(saved.ok ? { kind: "saved" } : { kind: "shown", form: { values, faults: saved.error } });
}

const nothing = formInput(z.object({}));
const ASKED_AN_HOUR = 60;

/** What a candidate may do on their own page, by the name of the form. */
export const OWN_ACTS: Readonly<Record<string, (at: AtOwn, values: TypedValues) => ActionAnswer<unknown>>> = {
  ask: async (at, values) => {
    if (!(await withinLimit(`nominator-asked:${at.scope.actor.personId}`, ASKED_AN_HOUR, 3600))) return err({ values, faults: [{ field: "", code: "too-often" }] });
    return action({ input: askInput, run: ({ scope, ...where }: AtOwn, input) => askNominator(scope, { ...where, ...input }) })(at, values);
  },
  consent: async (at, values) => {
    if (!(await withinLimit(`consent-asked:${at.scope.actor.personId}`, 5, 3600))) return err({ values, faults: [{ field: "", code: "too-often" }] });
    return action({ input: nothing, run: ({ scope, ...where }: AtOwn) => askConsent(scope, where) })(at, values);
  },
  send: action({ input: nothing, run: ({ scope, electionId, contestId, number }: AtOwn) => sendNomination(scope, { electionId, contestId, number }) }),
  withdraw: action({ input: sureInput, run: ({ scope, electionId, contestId, number }: AtOwn) => withdrawNomination(scope, { electionId, contestId, number }) }),
};

/** What the returning officer may do at a nomination, by the name of the form. */
export const DESK_ACTS: Readonly<Record<string, (at: AtOwn, values: TypedValues) => ActionAnswer<unknown>>> = {
  decide: action({ input: decideInput, run: ({ scope, ...where }: AtOwn, input) => decideNomination(scope, { ...where, ...input }) }),
  people: action({ input: paperPeopleInput, run: ({ scope, ...where }: AtOwn, input) => recordPaperNominators(scope, { ...where, ...input }) }),
  strike: action({ input: strikeInput, run: ({ scope, ...where }: AtOwn, { nominator }) => strikeNominator(scope, { ...where, nominatorId: nominator }) }),
  "paper-consent": action({ input: paperConsentInput, run: ({ scope, ...where }: AtOwn, { parent }) => recordPaperConsent(scope, { ...where, name: parent }) }),
  withdraw: OWN_ACTS["withdraw"] ?? (() => Promise.resolve(ok())),
};

interface ByCode {
  readonly scope: PublicScope;
  readonly request: Request;
  readonly electionId: string;
  readonly code: string;
}

const ANSWERS_AN_HOUR = 200;

/** Codes are long, and guessing is held back all the same: a school may share one network, so the limit is wide. */
async function unlessTooMany<T>(kind: string, { scope, request }: ByCode, values: TypedValues, answer: () => ActionAnswer<T>): ActionAnswer<T> {
  const network = networkKey(request);
  if (network !== null && !(await withinLimit(`${kind}:${scope.council.id}:${network}`, ANSWERS_AN_HOUR, 3600))) return err({ values, faults: [{ field: "", code: "too-often" }] });
  return answer();
}

export const answerAsNominator = (at: ByCode, values: TypedValues): ActionAnswer<void> =>
  unlessTooMany("nominator-answer", at, values, () =>
    action({ input: answerInput, run: ({ scope, electionId, code }: ByCode, { answer, name, school }) => answerNominator(scope, { electionId, code, yes: answer === "yes", name, school }) })(at, values),
  );

export const answerAsParent = (at: ByCode, values: TypedValues): ActionAnswer<void> =>
  unlessTooMany("consent-answer", at, values, () => action({ input: consentInput, run: ({ scope, electionId, code }: ByCode, { answer, name }) => giveConsent(scope, { electionId, code, yes: answer === "yes", name }) })(at, values));
