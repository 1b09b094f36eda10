import { z } from "zod";
import { line, once } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import type { DeclareResultInput } from "./declare-result.ts";
import type { RecordLotsInput } from "./record-lots.ts";

/** The poll of the address the form was posted to; the route puts it in. */
const pollId = z.uuid();

/** A box that must be ticked before something that cannot be undone. */
const sure = z.literal("yes", "sure");

export const recordLotsInput = formInput(
  z
    .object({ pollId, once: once(), lotOrder: z.array(z.string().regex(/^\d{1,9}$/, "not-each-once").transform(Number), "not-each-once").min(1, "not-each-once"), witness: line(120), sure })
    .transform(({ sure: _, ...input }) => input satisfies RecordLotsInput),
  ["lotOrder"],
);

export const declareResultInput = formInput(z.object({ pollId, name: line(120), sure }).transform(({ sure: _, ...input }) => input satisfies DeclareResultInput));

export const pollInput = formInput(z.object({ pollId }));
