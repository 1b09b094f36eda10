import { publicPage } from "#features/councils/respond.tsx";
import { wantedDuty } from "#features/involvement/duty/input.ts";
import { getDutyYear } from "#features/involvement/duty/queries.ts";
import { now } from "#platform/clock.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

/** The register of a year, or what of it was asked for, as open data: a line for each record, with the engagements by which people were involved. */
export const GET = publicPage(async (scope, { query }) => {
  const { wanted, records, engagements, wards } = await getDutyYear(scope, wantedDuty(query, now()));
  async function* rows() {
    yield ["number", "version", "kind", "title", "title_cy", "service", "service_cy", "affected", "affected_cy", "groups", "wards", "level", "reason", "reason_cy", "statute", "legal_basis", "decided_by", "decides_on", "engagements", "took_part", "signed_by", "signed_post", "signed_on"];
    for (const record of records) {
      const held = engagements.filter(({ id }) => record.engagementIds.includes(id));
      yield [
        record.number,
        record.version,
        record.subject,
        record.title.en,
        record.title.cy,
        record.serviceName.en,
        record.serviceName.cy,
        record.affected.en,
        record.affected.cy,
        record.groups.join("; "),
        wards.filter(({ id }) => record.areaIds.includes(id)).map(({ name }) => name.en).join("; "),
        record.level ?? "none",
        record.reason.en,
        record.reason.cy,
        record.statute,
        record.statutoryBasis,
        record.decidedBy.en,
        record.decidesOn ?? "",
        held.map(({ slug }) => slug).join("; "),
        held.reduce((sum, { takenPart }) => sum + takenPart, 0),
        record.signedName,
        record.signedPost,
        record.signedAt.toISOString().slice(0, 10),
      ];
    }
  }
  return csvResponse(`${scope.council.slug}-duty-to-involve-${wanted.year}.csv`, rows());
});
