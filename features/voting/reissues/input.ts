import { z } from "zod";
import { email, oneOf, orEmpty, paragraphs } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { REISSUE_ANSWERS } from "#domain/voting/reissue.ts";

/** A voter asks to begin again: what happened, where to write, and their word that they did not cast. */
export const askInput = formInput(
  z.object({ story: paragraphs(1000), email: orEmpty(email()), sure: z.literal("yes", "sure") }).transform(({ story, email: address }) => ({ story, email: address })),
);

export const proposalInput = formInput(z.object({ reissue: z.uuid(), answer: oneOf(REISSUE_ANSWERS), reason: paragraphs(1000) }));
export const confirmationInput = formInput(z.object({ reissue: z.uuid(), agrees: z.enum(["yes", "no"]) }));
