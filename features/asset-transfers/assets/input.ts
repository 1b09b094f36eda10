import { z } from "zod";
import { CONDITIONS, TENURES } from "#domain/asset-transfers/asset.ts";
import { GATE_QUESTIONS } from "#domain/asset-transfers/readiness.ts";
import { REGIME_IDS } from "#domain/asset-transfers/regime.ts";
import { civilDate, line, once, oneOf, optionalLine, optionalParagraphs, orEmpty, pounds, slug, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";

const ticked = z.string().optional().transform((value) => value === "yes");

export const assetInput = withDates(
  ["valuedOn"],
  formInput(
    z
      .object({
        once: once(),
        nameEn: line(160),
        nameCy: optionalLine(160),
        // Parts of the address under which other pages stand.
        slug: slug().refine((v) => !["assets", "community-value", "mine", "new", "register"].includes(v), "slug-taken"),
        reference: line(60),
        descriptionEn: optionalParagraphs(3000),
        descriptionCy: optionalParagraphs(3000),
        address: line(300),
        uprn: z.string().trim().regex(/^\d{0,12}$/, "uprn").default(""),
        areaId: z.union([z.uuid("choose-one"), z.literal("")]).default(""),
        regime: oneOf(REGIME_IDS),
        tenure: oneOf(TENURES),
        condition: oneOf(CONDITIONS),
        floorSquareMetres: orEmpty(wholeNumber(1, 10_000_000)),
        runningCostPence: orEmpty(pounds()),
        valuationPence: orEmpty(pounds()),
        valuedOn: orEmpty(civilDate()),
        openSpace: ticked,
        ownConsent: ticked,
        covenantsEn: optionalParagraphs(2000),
        covenantsCy: optionalParagraphs(2000),
        barredBy: z.array(oneOf(GATE_QUESTIONS)).default([]),
      })
      .superRefine(({ valuationPence, valuedOn }, context) => {
        if (valuationPence !== null && valuedOn === null) context.addIssue({ code: "custom", path: ["valuedOn"], message: "required" });
        if (valuationPence === null && valuedOn !== null) context.addIssue({ code: "custom", path: ["valuationPence"], message: "required" });
      }),
    ["barredBy"],
  ),
);

export type AssetInput = Extract<ReturnType<typeof assetInput>, { ok: true }>["value"];
