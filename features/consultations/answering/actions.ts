import type { TypedValues } from "#domain/basics/fault.ts";
import { readReadableCode } from "#domain/basics/readable-code.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { Answer } from "#domain/consultations/answer.ts";
import { readEquality } from "#domain/consultations/equality.ts";
import { RETURN_CODE_LENGTH } from "#domain/consultations/response.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { action } from "#platform/action.ts";
import { keyedHash } from "#platform/keys.ts";
import { withinLimit } from "#platform/rate-limit.ts";
import { attachFile, type FileToAttach } from "./attach-file.ts";
import { beginResponse, type BeginResponseInput } from "./begin-response.ts";
import { giveEquality } from "./give-equality.ts";
import { giveReturnCode, isReturnCodeOf, takeUpAgain } from "./give-return-code.ts";
import { emailInput, linkInput, returnCodeInput } from "./input.ts";
import { mailCopy, mailReturnLink, returnLink } from "./mail-to-respondent.ts";
import type { ResponseInHand } from "./queries.ts";
import { askToBeReminded } from "./remind-saved.ts";
import { responseCookie } from "./response-cookie.ts";
import { saveAnswers } from "./save-answers.ts";
import { submitResponse } from "./submit-response.ts";
import type { AnsweringPlace } from "./ui/answering-place.ts";

/** Which response, by its browser's secret. */
export interface AtResponse {
  readonly scope: PublicScope;
  readonly consultationId: string;
  readonly key: string;
}

/** Begins a response; gives the cookie by which the browser comes back to it. */
export async function begin(scope: PublicScope, input: BeginResponseInput): Promise<Result<{ readonly cookie: string }, "not-open">> {
  const begun = await beginResponse(scope, input);
  return begun.ok ? ok({ cookie: responseCookie(input.consultationId, begun.value.key) }) : begun;
}

export const save = ({ scope, ...at }: AtResponse, answers: Readonly<Record<string, Answer | null>>) => saveAnswers(scope, { ...at, answers });

/** Sends it; whether the words may be published is asked on the page where it is sent, and no answer is a no. */
export const send = ({ scope, ...at }: AtResponse, values: TypedValues) => submitResponse(scope, { ...at, publishConsent: values["_publish"]?.at(-1) === "yes" ? "yes" : "no" });

export const giveCode = ({ scope, ...at }: AtResponse) => giveReturnCode(scope, at);

export const linkOf = (place: AnsweringPlace, code: string): string => returnLink(place, code);

export const attach = (scope: PublicScope, file: FileToAttach) => attachFile(scope, file);

export const comeBack = action({
  input: returnCodeInput,
  run: async ({ scope, consultationId }: { readonly scope: PublicScope; readonly consultationId: string }, { code }): Promise<Result<{ readonly cookie: string }, "code-unknown" | "already-sent" | "too-many-tries">> => {
    if (!(await withinLimit(`return-code/${consultationId}`, 600, 600))) return err("too-many-tries");
    const taken = await takeUpAgain(scope, { consultationId, code });
    return taken.ok ? ok({ cookie: responseCookie(consultationId, taken.value.key) }) : taken;
  },
  beside: { "code-unknown": "code", "too-many-tries": "code" },
});

export const tellEquality = ({ scope, ...at }: AtResponse, values: TypedValues) => giveEquality(scope, { ...at, answers: values["then"]?.[0] === "skip" ? {} : readEquality(values) });

const MOST_LETTERS_A_DAY = 10;

/** A library, where many sit behind one address, sends so many and no more: a program that begins responses to send letters is stopped. */
const MOST_LETTERS_FROM_A_NETWORK = 60;

/** Anybody may give any address here: whoever begins many responses must flood neither one address with letters nor many. */
const mayBeWrittenTo = (email: string): Promise<boolean> => withinLimit(`answer-letter/${keyedHash("answer-letter", email.toLowerCase()).toString("hex")}`, MOST_LETTERS_A_DAY, 86_400);
const mayWriteFrom = async (network: string | null): Promise<boolean> => network === null || withinLimit(`answer-letters-from/${network}`, MOST_LETTERS_FROM_A_NETWORK, 3_600);

interface LetterWanted {
  readonly scope: PublicScope;
  readonly place: AnsweringPlace;
  readonly response: ResponseInHand;
  /** Who asks, as `networkKey` tells them apart; null where that is not known. */
  readonly network: string | null;
}

export const sendCopy = action({
  input: emailInput,
  run: async ({ scope, place, response, network }: LetterWanted, { email }): Promise<Result<void, "too-many-letters">> => {
    if (!(await mayWriteFrom(network))) return err("too-many-letters");
    if (!(await withinLimit(`copy/${response.id}`, 5, 3600)) || !(await mayBeWrittenTo(email))) return ok();
    return mailCopy(scope, place, response, email);
  },
});

export const sendLink = action({
  input: linkInput,
  run: async ({ scope, place, response, network, code }: LetterWanted & { readonly code: string }, { email, remind }): Promise<Result<void, "form-expired" | "too-many-letters">> => {
    // The letter carries the response's own code and nothing else that somebody typed; one that was followed by a newer leads nowhere.
    const own = readReadableCode(code, RETURN_CODE_LENGTH);
    if (own === null || !(await isReturnCodeOf(scope, { consultationId: place.consultationId, responseId: response.id, code: own }))) return err("form-expired");
    if (!(await mayWriteFrom(network))) return err("too-many-letters");
    if (!(await withinLimit(`link/${response.id}`, 5, 3600)) || !(await mayBeWrittenTo(email))) return ok();
    if (remind) await askToBeReminded(scope, { responseId: response.id, email });
    return mailReturnLink(scope, place, { code: own, savedAt: response.savedAt, to: email });
  },
});
