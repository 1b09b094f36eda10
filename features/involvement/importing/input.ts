import { z } from "zod";
import { once } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

export const fileInput = formInput(z.object({ once: once() }));
export const bringInInput = formInput(z.object({ keepBallots: z.string().default("") }).transform(({ keepBallots }) => ({ keepBallots: keepBallots === "yes" })));
