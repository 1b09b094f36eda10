import { z } from "zod";
import { once } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

export const postcodeFileInput = formInput(z.object({ once: once() }));
