import { z } from "zod";
import { optionalLine } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { SIGN_KINDS, SIGN_VERDICTS } from "#domain/consultations/register/signs.ts";

export const judgeSignInput = formInput(
  z.object({ kind: z.enum(SIGN_KINDS, "form-expired"), group: z.string("form-expired").regex(/^[0-9a-f]{32}$/, "form-expired"), verdict: z.enum(SIGN_VERDICTS, "choose-one"), reason: optionalLine(300) }).transform(({ kind, group, verdict, reason }) => ({ kind, groupKey: group, verdict, reason })),
);
