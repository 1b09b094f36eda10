import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import type { FormInput } from "#domain/basics/form-input.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { MOST_PAGES } from "#domain/consultations/judge-answer.ts";
import { MOST_SCAN_MEGABYTES, MOST_SCANS, SCAN_CODE } from "#domain/consultations/response.ts";
import { FILE_KINDS, type Question } from "#domain/consultations/survey.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { prepareFile } from "#features/consultations/sent-files/prepare-file.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { plainName } from "#platform/files/plain-name.ts";
import type { UploadedFile } from "#platform/form-body.ts";
import { enterResponse as enter, type EnterResponseInput } from "./enter-response.ts";
import { addScan as add, type ScanToAdd } from "./add-scan.ts";
import { enterResponseInput, postLettersInput, removeScanInput } from "./input.ts";
import { openResponse as open } from "./open-response.ts";
import { postLetters as post } from "./post-letters.ts";
import { readResponse as read } from "./read-response.ts";
import { removeScan as remove } from "./remove-scan.ts";
import type { ConsultationToEnter } from "./tell-received.ts";
import { withdrawConsent as withdraw } from "./withdraw-consent.ts";

interface AtRegister {
  readonly scope: ActorScope;
  readonly at: ConsultationToEnter;
  /** What can be answered, the words of a letter among it. */
  readonly questions: readonly Question[];
}

/** Writes one response into the register from its form, with the scan that came with it. */
export async function enterResponse({ scope, at, questions }: AtRegister, values: TypedValues, upload?: UploadedFile): ActionAnswer<{ readonly responseId: string; readonly reference: string }> {
  authorise(scope, "responses.enter", undefined);
  const scan = upload ? await readScan(upload) : ok(null);
  const input: FormInput<EnterResponseInput> = (typed) => {
    const read = enterResponseInput(questions)(typed);
    return scan.ok && read.ok ? ok({ ...read.value, scan: scan.value }) : err([...(read.ok ? [] : read.error), ...(scan.ok ? [] : [scan.error])]);
  };
  return action({ input, run: (_: null, entered) => enter(scope, at, entered), beside: { "not-yet": "_received" } })(null, values);
}

/** A scan as it was sent with a form, made ready to be kept. */
async function readScan(upload: UploadedFile): Promise<Result<ScanToAdd, Fault>> {
  const content = Buffer.from(await new Response(upload.stream()).arrayBuffer());
  const file = await prepareFile(content, { kinds: FILE_KINDS, mostMegabytes: MOST_SCAN_MEGABYTES });
  if (!file.ok) return err({ field: SCAN_CODE, code: file.error, params: { max: file.error === "file-pages" ? MOST_PAGES : MOST_SCAN_MEGABYTES } });
  // Text or a word processor's file is no scan: what it says is copied.
  if (file.value.scan === "waiting" && file.value.mediaType !== "application/pdf") return err({ field: SCAN_CODE, code: "file-kind" });
  return ok({ name: plainName(upload.name), file: file.value });
}

/** Puts a scan beside a response that was written in, from its form. */
export async function addScan({ scope, ...at }: AtResponse, upload: UploadedFile | undefined): ActionAnswer<void> {
  authorise(scope, "responses.enter", undefined);
  const scan = upload ? await readScan(upload) : err({ field: SCAN_CODE, code: "file-needed" });
  if (!scan.ok) return err({ values: {}, faults: [scan.error] });
  const added = await add(scope, at, scan.value);
  return added.ok ? added : err({ values: {}, faults: [{ field: SCAN_CODE, code: added.error, params: { max: MOST_SCANS } }] });
}

interface AtResponse {
  readonly scope: ActorScope;
  readonly consultationId: string;
  readonly responseId: string;
}

export const removeScan = action({ input: removeScanInput, run: ({ scope, ...at }: AtResponse, input) => remove(scope, at, input) });

const nothing = () => ok({});
export const readResponse = action({ input: nothing, run: ({ scope, ...at }: AtResponse) => read(scope, at) });
export const withdrawConsent = action({ input: nothing, run: ({ scope, ...at }: AtResponse) => withdraw(scope, at) });
export const postLetters = action({ input: postLettersInput, run: ({ scope, consultationId }: { readonly scope: ActorScope; readonly consultationId: string }, input) => post(scope, { consultationId, ...input }) });

/** Records that an officer opened a response that says who somebody is. */
export const openResponse = (scope: ActorScope, responseId: string): Promise<void> => open(scope, responseId);
