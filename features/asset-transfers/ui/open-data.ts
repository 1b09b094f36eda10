import { mayBeAppliedFor } from "#domain/asset-transfers/asset.ts";
import type { AssetInView } from "../assets/queries.ts";
import type { TransferLine } from "../queries.ts";

/** The register as open data; the columns are described in docs/asset-transfers.md. Money in pounds. */
export async function* assetRows(assets: readonly AssetInView[]): AsyncGenerator<readonly (string | number)[]> {
  yield ["reference", "name_en", "name_cy", "address", "uprn", "area", "rules", "tenure", "condition", "floor_square_metres", "running_cost_pounds", "value_pounds", "valued_on", "open_space", "available"];
  for (const asset of assets)
    yield [
      asset.reference,
      asset.name.en,
      asset.name.cy,
      asset.address,
      asset.uprn,
      asset.areaName?.en ?? "",
      asset.regime,
      asset.tenure,
      asset.condition,
      asset.floorSquareMetres ?? "",
      pounds(asset.runningCostPence),
      pounds(asset.valuationPence),
      asset.valuedOn ?? "",
      asset.openSpace ? "yes" : "no",
      mayBeAppliedFor(asset) ? "yes" : "no",
    ];
}

/** Exact pounds with pence, as text: no number of a spreadsheet is asked to hold them. */
const pounds = (pence: number | null): string => (pence === null ? "" : `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, "0")}`);

/** One row for each stage that each application reached. */
export async function* transferRows(lines: readonly TransferLine[]): AsyncGenerator<readonly (string | number)[]> {
  yield ["application", "asset_reference", "organisation", "rules", "stage", "reached_on"];
  for (const { transfer, stages } of lines) for (const { stage, reachedOn } of stages) yield [transfer.slug, transfer.reference, transfer.organisation, transfer.regimeId, stage, reachedOn];
}

/** The same as JSON, application by application. */
export async function* transferJson(lines: readonly TransferLine[]): AsyncGenerator<string> {
  yield "[";
  let first = true;
  for (const { transfer, stages } of lines) {
    const { slug, reference, title, organisation, regimeId, stage } = transfer;
    yield `${first ? "" : ","}${JSON.stringify({ application: slug, assetReference: reference, title, organisation, rules: regimeId, stage, stages })}`;
    first = false;
  }
  yield "]";
}
