import { z } from "zod";
import { TRANSFER_STAGES } from "#domain/asset-transfers/transfer.ts";
import { civilDate, line, oneOf, once, optionalLine, optionalParagraphs, slug } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";

export const writeTransferInput = formInput(
  z.object({
    once: once(),
    slug: slug(),
    reference: line(60),
    titleEn: line(160),
    titleCy: optionalLine(160),
    summaryEn: optionalParagraphs(3000),
    summaryCy: optionalParagraphs(3000),
    organisation: line(160),
    /** Empty for no area. */
    areaId: z.union([z.uuid("choose-one"), z.literal("")]).default(""),
  }),
);

export const reachStageInput = formInput(
  z.object({
    stage: oneOf(TRANSFER_STAGES),
    reachedOn: civilDate(),
    noteEn: optionalLine(400),
    noteCy: optionalLine(400),
  }),
);

export type WriteTransferInput = Extract<ReturnType<typeof writeTransferInput>, { ok: true }>["value"];
export type ReachStageInput = Extract<ReturnType<typeof reachStageInput>, { ok: true }>["value"];
