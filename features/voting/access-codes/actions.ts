import { typed, type Fault, type RefusedForm, type TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { BATCH_KINDS, MOST_CODES, type BatchKind } from "#domain/voting/access-codes/code-batch.ts";
import { useHandOver } from "#features/voting/check-in/use-hand-over.ts";
import { action } from "#platform/action.ts";
import { now } from "#platform/clock.ts";
import type { UploadedFile } from "#platform/form-body.ts";
import { qrSquares } from "#platform/pdf/qr-squares.ts";
import { askForCodes, type CodeWanted } from "./ask-for-codes.ts";
import { closeAlarm } from "./close-alarm.ts";
import { confirmPrinted } from "./confirm-printed.ts";
import { classInput, codeActInput, confirmInput, findingInput, personInput, postInput, printInput, readCodeForm, revokeBatchInput } from "./input.ts";
import { makeLetters } from "./make-letters.ts";
import { makeMailingList } from "./make-mailing-list.ts";
import { makeSlips } from "./make-slips.ts";
import { openSlips } from "./open-slips.ts";
import type { PrintPageProps } from "./ui/print-page.tsx";
import { qrTextOf, type PrintWork } from "./ui/print-work.ts";
import { readAddresses, type BallotChoice, type RowFault } from "./read-addresses.ts";
import { readElectors } from "./read-electors.ts";
import { reissueCode, type ReissueRefusal } from "./reissue-code.ts";
import { revokeBatch } from "./revoke-batch.ts";
import { revokeCode } from "./revoke-code.ts";
import { useCode, type CodeAsking, type CodeRefusal, type UsedCode } from "./use-code.ts";

/** Where and in what a code was typed. */
export interface CodeEntry {
  readonly scope: AnyScope;
  readonly voteId: string;
  readonly tokens: ReadonlyMap<string, string>;
  readonly network: string | null;
  /** What the request shows of itself; null at a polling place, where an officer sees who types it. */
  readonly asking: CodeAsking | null;
}

/** From a code that was typed to the passes of its ballots; the form again where it is mistyped or not known. */
export async function enterCode({ scope, voteId, tokens, network, asking }: CodeEntry, values: TypedValues): Promise<Result<UsedCode, RefusedForm | CodeRefusal>> {
  const read = readCodeForm(values);
  if (!read.ok) return err({ values, faults: read.error });
  const { typed: code, once } = read.value;
  if (code.kind === "hand-over") {
    const handed = await useHandOver(scope, { voteId, code: code.code, once, network, signs: asking?.signs ?? null });
    if (handed.ok) return handed;
    return handed.error === "wrong" ? err({ values, faults: [{ field: "code", code: "hand-over-wrong" }] }) : err({ code: handed.error });
  }
  const used = await useCode(scope, { voteId, code: code.code, once, tokens, network, asking });
  if (used.ok) return ok(used.value);
  return used.error.code === "wrong" ? err({ values, faults: [{ field: "code", code: "code-wrong" }] }) : err(used.error);
}

/** For which vote codes are asked, and which ballots they can open. */
export interface CodesFor {
  readonly scope: ActorScope;
  readonly voteId: string;
  readonly ballots: readonly BallotChoice[];
}

type Asked = Promise<Result<{ readonly batchId: string }, RefusedForm & { readonly rows?: readonly RowFault[] }>>;

/** Codes for a school class: as many as were typed, all alike. */
export async function askForClass({ scope, voteId, ballots }: CodesFor, values: TypedValues): Asked {
  const input = classInput(values);
  if (!input.ok) return err({ values, faults: input.error });
  const { once, label, place, count, area, age } = input.value;
  const pollIds = chosen(ballots, input.value.ballots).map(({ pollId }) => pollId);
  if (pollIds.length === 0) return err({ values, faults: [{ field: "ballots", code: "choose-one" }] });
  const wanted: CodeWanted = { pollIds, areaId: area, ageBand: age, electorId: null, recipient: null };
  return answered(values, await askForCodes(scope, { once, voteId, kind: "class", label, place, wanted: Array.from({ length: count }, () => wanted) }));
}

/** Codes for a list of addresses; every row that cannot be used is told, and then none is made. */
export async function askForPosting({ scope, voteId, ballots }: CodesFor, values: TypedValues, file: UploadedFile | undefined): Asked {
  authorise(scope, "codes.make", null);
  const input = postInput(values);
  const faults: Fault[] = input.ok ? [] : [...input.error];
  if (!file) faults.push({ field: "addresses", code: "file-missing" });
  if (!input.ok || !file) return err({ values, faults });
  const theirs = chosen(ballots, input.value.ballots);
  if (theirs.length === 0) return err({ values, faults: [{ field: "ballots", code: "choose-one" }] });
  const text = await file.text();
  if (text.includes("\uFFFD")) return err({ values, faults: [{ field: "addresses", code: "not-text" }] });
  const wanted = await readAddresses(scope, text, theirs);
  if (!wanted.ok) return err({ values, faults: [{ field: "addresses", code: "bad-rows", params: { count: wanted.error.length } }], rows: wanted.error });
  const { once, label } = input.value;
  return answered(values, await askForCodes(scope, { once, voteId, kind: "post", label, place: "", wanted: wanted.value }));
}

/** Codes for the people of a roll, each bound to their entry. */
export async function askForPeople({ scope, voteId, ballots }: CodesFor, values: TypedValues): Asked {
  authorise(scope, "codes.make", null);
  const input = personInput(values);
  if (!input.ok) return err({ values, faults: input.error });
  const theirs = chosen(ballots, input.value.ballots);
  if (theirs.length === 0) return err({ values, faults: [{ field: "ballots", code: "choose-one" }] });
  const { once, label, roll } = input.value;
  const wanted = await readElectors(scope, { voteId, rollId: roll, ballots: theirs, day: londonDay(now()) });
  if (wanted.length === 0) return err({ values, faults: [{ field: "roll", code: "nobody-left" }] });
  if (wanted.length > MOST_CODES.person) return err({ values, faults: [{ field: "roll", code: "too-many-people" }] });
  return answered(values, await askForCodes(scope, { once, voteId, kind: "person", label, place: "", wanted }));
}

const chosen = (ballots: readonly BallotChoice[], ids: readonly string[]): readonly BallotChoice[] => ballots.filter(({ pollId }) => ids.includes(pollId));

const answered = (values: TypedValues, asked: Awaited<ReturnType<typeof askForCodes>>): Awaited<Asked> => (asked.ok ? asked : err({ values, faults: [{ field: "", code: asked.error }] }));

export const confirm = action({ input: confirmInput, run: ({ scope, batchId }: { readonly scope: ActorScope; readonly batchId: string }) => confirmPrinted(scope, { batchId }) });

export const voidBatch = action({
  input: revokeBatchInput,
  run: ({ scope, batchId }: { readonly scope: ActorScope; readonly batchId: string }, { reason }) => revokeBatch(scope, { batchId, reason }),
});

export const endAlarm = action({ input: findingInput, run: ({ scope, voteId }: { readonly scope: ActorScope; readonly voteId: string }, { finding }) => closeAlarm(scope, { voteId, finding }) });

/** Makes a code void, or void with another in its place; the number of that one, or null. */
export const actOnCode = action({
  input: codeActInput,
  run: async ({ scope, codeId }: { readonly scope: ActorScope; readonly codeId: string }, { act, reason, recipient }): Promise<Result<number | null, ReissueRefusal | "revoked-before">> => {
    const done = act === "reissue" ? await reissueCode(scope, { codeId, reason, recipient }) : await revokeCode(scope, { codeId, reason });
    return done.ok ? ok(done.value?.number ?? null) : done;
  },
});

export interface PrintedFile {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly name: string;
}

/** Opens a part of a batch: as a file, or as what a page to print shows. */
export async function print(
  scope: ActorScope,
  { batchId, ...paper }: { readonly batchId: string } & Omit<PrintWork, "batch" | "locale" | "council">,
  values: TypedValues,
): Promise<Result<{ readonly file: PrintedFile } | { readonly page: PrintPageProps }, "nothing-to-print">> {
  const input = printInput(values);
  if (!input.ok) return err("nothing-to-print");
  const { part, form } = input.value;
  const opened = await openSlips(scope, { batchId, part, form });
  if (!opened.ok) return opened;
  const work: PrintWork = { ...paper, locale: scope.locale, council: scope.council, batch: opened.value };
  if (form === "html") return ok({ page: { work, squaresOf: (locale, code) => qrSquares(qrTextOf(work, locale, code)) } });
  const name = `${opened.value.label}-${part}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  if (form === "csv") return ok({ file: { bytes: makeMailingList(work), contentType: "text/csv; charset=utf-8", name: `${name}.csv` } });
  return ok({ file: { bytes: await (opened.value.kind === "class" ? makeSlips(work) : makeLetters(work)), contentType: "application/pdf", name: `${name}.pdf` } });
}

/** The kind of batch that is asked for in the address; slips where it says none. */
export const kindIn = (query: URLSearchParams, values: TypedValues = {}): BatchKind => BATCH_KINDS.find((kind) => kind === typed({ values, faults: [] }, "kind", query.get("kind") ?? "")) ?? "class";
