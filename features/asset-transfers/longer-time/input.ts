import { z } from "zod";
import { TIME_ANSWERS } from "#domain/asset-transfers/longer-time.ts";
import { civilDate, once, oneOf, optionalLine, paragraphs } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";

export const proposalInput = withDates(["until"], formInput(z.object({ once: once(), until: civilDate(), why: paragraphs(1000) })));

export const answerTimeInput = formInput(z.object({ proposalId: z.uuid("form-expired"), answer: oneOf(TIME_ANSWERS), letter: optionalLine(200) }));
