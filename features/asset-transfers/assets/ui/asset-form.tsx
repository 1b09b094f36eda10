import { CONDITIONS, TENURES } from "#domain/asset-transfers/asset.ts";
import { GATE_QUESTIONS } from "#domain/asset-transfers/readiness.ts";
import { REGIME_IDS } from "#domain/asset-transfers/regime.ts";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Checkbox, Checkboxes } from "#components/forms/choices.tsx";
import { BothLines, BothParagraphs, dateBoxes, DateBoxes, FormFrame, Line, Money, poundsBox, Select, Whole, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { messages } from "#i18n/messages.ts";
import type { AssetInView } from "../queries.ts";

export interface AssetFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  /** Null for a new one. */
  readonly asset: AssetInView | null;
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
  readonly form: RefusedForm;
  readonly once: string;
  readonly back: string;
}

/** An entry of the register as an officer writes it. */
export function AssetForm({ locale, welsh, asset, areas, form, once, back }: AssetFormProps) {
  const all = messages(locale).assetTransfers;
  const t = all.manage;
  const stands: Record<string, string> = asset
    ? {
        slug: asset.slug,
        reference: asset.reference,
        nameEn: asset.name.en,
        nameCy: asset.name.cy,
        descriptionEn: asset.description.en,
        descriptionCy: asset.description.cy,
        address: asset.address,
        uprn: asset.uprn,
        areaId: asset.areaId ?? "",
        regime: asset.regime,
        tenure: asset.tenure,
        condition: asset.condition,
        floorSquareMetres: asset.floorSquareMetres === null ? "" : String(asset.floorSquareMetres),
        runningCostPence: poundsBox(asset.runningCostPence),
        valuationPence: poundsBox(asset.valuationPence),
        ...dateBoxes("valuedOn", asset.valuedOn),
        covenantsEn: asset.covenants.en,
        covenantsCy: asset.covenants.cy,
      }
    : { condition: "not-surveyed" };
  const kit: FormKit = { locale, welsh, form, stands, labels: t.fields, faultWords: all.faults };
  // A box that is not ticked sends nothing: once the form was sent, only what it sent counts.
  const sent = form.faults.length > 0;
  const ticked = (name: string, stood: boolean) => (sent ? form.values[name]?.at(-1) === "yes" : stood);
  return (
    <FormFrame
      kit={kit}
      title={asset ? t.changeAsset({ name: textIn(asset.name, locale).text }) : t.newAsset}
      hidden={{ once: typed(form, "once", asset?.id ?? once) }}
      button={t.saveAsset}
      back={{ href: back, text: t.back }}
    >
      <BothLines kit={kit} name="name" />
      <Line kit={kit} name="slug" hint={t.fields.slugHint} width="medium" />
      <Line kit={kit} name="reference" width="short" />
      <BothParagraphs kit={kit} name="description" />
      <Line kit={kit} name="address" />
      <Line kit={kit} name="uprn" width="short" />
      <Select kit={kit} name="areaId" options={[{ value: "", text: t.fields.noArea }, ...areas.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))]} />
      <Select kit={kit} name="regime" options={REGIME_IDS.map((value) => ({ value, text: all.regimes[value] }))} />
      <Select kit={kit} name="tenure" options={TENURES.map((value) => ({ value, text: all.tenures[value] }))} />
      <Select kit={kit} name="condition" options={CONDITIONS.map((value) => ({ value, text: all.conditions[value] }))} />
      <Whole kit={kit} name="floorSquareMetres" />
      <Money kit={kit} name="runningCostPence" />
      <Money kit={kit} name="valuationPence" />
      <DateBoxes kit={kit} name="valuedOn" />
      <Checkbox name="openSpace" text={t.openSpaceTick} checked={ticked("openSpace", asset?.openSpace ?? false)} />
      <Checkbox name="ownConsent" text={t.ownConsentTick} checked={ticked("ownConsent", asset?.ownConsent ?? false)} />
      <BothParagraphs kit={kit} name="covenants" />
      <Checkboxes name="barredBy" legend={t.gateLegend} hint={t.gateHint} choices={GATE_QUESTIONS.map((value) => ({ value, text: all.gate[value] }))} values={sent ? (form.values["barredBy"] ?? []) : (asset?.barredBy ?? [])} />
    </FormFrame>
  );
}
