import { z } from "zod";
import { email } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

export const askInput = formInput(z.object({ email: email(), delivery: z.string().default("") }).transform((typed) => ({ email: typed.email, delivery: typed.delivery === "yes" })));

/** What a link of ours carries, sent on by its page. */
export const linkInput = formInput(z.object({ k: z.string().max(2_000).default("") }));
