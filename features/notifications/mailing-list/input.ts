import { z } from "zod";
import { email } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

export const joinInput = formInput(z.object({ email: email(), delivery: z.string().default("") }).transform((typed) => ({ email: typed.email, delivery: typed.delivery === "yes" })));
