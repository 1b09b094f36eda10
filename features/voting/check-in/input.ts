import { z } from "zod";
import { civilDate, email, line, once, oneOf, postcode } from "#domain/basics/fields.ts";
import type { TypedValues } from "#domain/basics/fault.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import { CHECK_IN_OUTCOMES, DOCUMENTS_SEEN } from "#domain/voting/check-in/document-seen.ts";

const seen = { once: once(), place: z.uuid("choose-one"), document: oneOf(DOCUMENTS_SEEN), outcome: oneOf(CHECK_IN_OUTCOMES) };

/** Somebody found on a roll. `entry` is the roll's id and the entry's, with a point between. */
export const electorInput = formInput(
  z.object({ ...seen, entry: z.string("choose-one").refine((entry) => /^[^.]+\.[^.]+$/.test(entry) && entry.split(".").every(isUuid), "choose-one") }).transform(({ entry, ...input }) => {
    const [rollId = "", entryId = ""] = entry.split(".");
    return { ...input, who: { kind: "elector" as const, rollId, entryId } };
  }),
);

const optionalEmail = z.union([z.literal(""), email()]).default("");

const person = formInput(
  z
    .object({ ...seen, name: line(120), born: civilDate(), postcode: postcode(), email: optionalEmail })
    .transform(({ name, born, postcode: home, email: address, ...input }) => ({ ...input, who: { kind: "person" as const, name, birthDate: born, postcode: home, email: address === "" ? null : address } })),
);

/** Somebody on no roll, whose date of birth comes in three boxes. */
export const personInput: typeof person = (values) => person({ ...values, born: [dateOf(values, "born")] });

const dateOf = (values: TypedValues, name: string): string => ["day", "month", "year"].map((part) => values[`${name}-${part}`]?.at(-1)?.trim() ?? "").join(" ").trim();
