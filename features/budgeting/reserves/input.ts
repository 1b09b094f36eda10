import { z } from "zod";
import { oneOf, optionalParagraphs, wholeNumber } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

export const offerInput = formInput(z.object({ potId: z.uuid("choose-one"), option: wholeNumber(1, 1_000_000) }));

export const answerInput = formInput(z.object({ potId: z.uuid("choose-one"), offerId: z.uuid("choose-one"), answer: oneOf(["accepted", "declined"]), reason: optionalParagraphs(600) }));
