import { z } from "zod";
import { once } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

export const fileInput = formInput(z.object({ once: once() }));
/** The press of a button: nothing is typed. */
export const bringInInput = formInput(z.object({}));
