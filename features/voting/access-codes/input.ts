import { z } from "zod";
import { line, once, oneOf, optionalLine, optionalParagraphs, wholeNumber } from "#domain/basics/fields.ts";
import type { Fault, TypedValues } from "#domain/basics/fault.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { AGE_BANDS } from "#domain/eligibility/age.ts";
import { asCrockford } from "#domain/voting/access-codes/crockford.ts";
import { MOST_CODES, REVOKE_REASONS, type Recipient } from "#domain/voting/access-codes/code-batch.ts";
import { readLookUp, readVotingCode, type TypedCode } from "#domain/voting/access-codes/voting-code.ts";

/** The number of the form a code is typed in; made for each showing of the page. */
const formNumber = z.string().regex(/^[\w-]{22,64}$/);

/** A voting code as typed, or what is wrong with it before anything is looked up. */
export function readCodeForm(values: TypedValues): Result<{ readonly typed: TypedCode; readonly once: string }, readonly Fault[]> {
  const typed = values["code"]?.at(-1) ?? "";
  const number = formNumber.safeParse(values["once"]?.at(-1));
  if (!number.success) return err([{ field: "", code: "form-expired" }]);
  const letters = asCrockford(typed.slice(0, 300).replace(/^.*#/s, ""));
  if (letters === "") return err([{ field: "code", code: "required" }]);
  const code = readVotingCode(typed);
  return code.ok ? ok({ typed: code.value, once: number.data }) : err([{ field: "code", code: code.error, params: { typed: letters.length } }]);
}

/** A box that must be ticked before something that cannot be undone. */
const sure = z.literal("yes", "sure");
const optionalId = z.union([z.literal(""), z.uuid()]).default("").transform((id) => (id === "" ? null : id));
const ballots = z.array(z.uuid()).min(1, "choose-one");

const ageBand = z.union([z.literal(""), z.enum(AGE_BANDS)]).default("");

export const classInput = formInput(z.object({ once: once(), label: line(80), place: line(80), count: wholeNumber(1, MOST_CODES.class), ballots, area: optionalId, age: ageBand }), ["ballots"]);
export const postInput = formInput(z.object({ once: once(), label: line(80), ballots }), ["ballots"]);
export const personInput = formInput(z.object({ once: once(), label: line(80), roll: z.uuid("choose-one"), ballots }), ["ballots"]);

export const confirmInput = formInput(z.object({ sure }));
export const revokeBatchInput = formInput(z.object({ reason: line(200), revokeSure: sure }));
export const findingInput = formInput(z.object({ finding: line(400) }));

/** The first characters of a code, by which officers find it. */
export const lookUpInput = formInput(
  z.object({
    lookUp: z
      .string("look-up")
      .transform((typed) => readLookUp(typed))
      .pipe(z.string("look-up")),
  }),
);

/** Void or replaced, why, and where the new letter goes. */
export const codeActInput = formInput(
  z
    .object({ act: z.enum(["revoke", "reissue"]), reason: oneOf(REVOKE_REASONS), name: optionalLine(60), address: optionalParagraphs(400) })
    .transform(({ name, address, ...input }) => ({ ...input, recipient: recipientOf(name, address) })),
);

function recipientOf(name: string, address: string): Recipient | null {
  const lines = address.split("\n").map((text) => text.trim().slice(0, 60)).filter((text) => text !== "").slice(0, 7);
  return name === "" && lines.length === 0 ? null : { name, address: lines };
}

/** The part of a batch that is to be printed, and in which form. */
export const printInput = formInput(z.object({ part: wholeNumber(1, 1_000), form: z.enum(["pdf", "html", "csv"]) }));
