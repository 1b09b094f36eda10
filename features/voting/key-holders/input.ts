import { z } from "zod";
import { email, line, oneOf } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { KEY_HOLDERS } from "#domain/voting/ballot-box/key-shares.ts";
import { KEY_HOLDINGS } from "#domain/voting/poll.ts";
import type { NamedHolder } from "./name-holders.ts";

const numbers = KEY_HOLDERS.map((_, at) => at + 1);

/** Who holds the key: null for the platform's store. Names and addresses are asked for only where people hold it. */
export const holdersInput = formInput(
  z
    .object({ held: oneOf(KEY_HOLDINGS), ...Object.fromEntries(numbers.flatMap((number) => [[`name${String(number)}`, z.string().default("")], [`email${String(number)}`, z.string().default("")]])) })
    .transform((typed, context): { readonly people: readonly NamedHolder[] | null } => {
      if (typed.held === "store") return { people: null };
      const fields = typed as Readonly<Record<string, string>>;
      const read = (field: string, as: z.ZodType<string, string>): string => {
        const value = as.safeParse(fields[field]);
        if (value.success) return value.data;
        context.addIssue({ code: "custom", path: [field], message: value.error.issues[0]?.message ?? "not-understood" });
        return "";
      };
      const people = numbers.map((number) => ({ name: read(`name${String(number)}`, line(120)), email: read(`email${String(number)}`, email()) }));
      for (const [at, { email: address }] of people.entries())
        if (address !== "" && people.findIndex((other) => other.email === address) < at) context.addIssue({ code: "custom", path: [`email${String(at + 1)}`], message: "same-person" });
      return { people };
    }),
);

/** A code as it is typed; what is no code is told beside the field. */
export const codeInput = formInput(z.object({ code: line(200) }));
