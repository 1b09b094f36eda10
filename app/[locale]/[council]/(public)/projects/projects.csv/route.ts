import { londonDay } from "#domain/basics/london-time.ts";
import { deliveryStanding } from "#domain/budgeting/delivery.ts";
import { listFunded } from "#features/budgeting/delivery/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { now } from "#platform/clock.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

/** Every funded project with its money, as open data: pence as pounds with two places, days as 2026-10-18. */
export const GET = publicPage(async (scope) => {
  const projects = await listFunded(scope);
  const today = londonDay(now());
  const pounds = (pence: number) => (pence / 100).toFixed(2);
  async function* rows() {
    yield ["title", "title_cy", "vote", "pot", "year", "address", "standing", "ended_on", "won_pounds", "ordered_pounds", "paid_pounds", "returned_pounds", "done_by"];
    for (const { title, vote, pot, year, address, milestones, end, accounts, returnedPence, doneBy } of projects)
      yield [
        title.en,
        title.cy,
        vote.en,
        pot.en,
        year,
        address,
        deliveryStanding(milestones, end, today),
        end?.on ?? "",
        pounds(accounts.awardPence),
        pounds(accounts.committedPence),
        pounds(accounts.paidPence),
        pounds(returnedPence),
        doneBy,
      ];
  }
  return csvResponse(`${scope.council.slug}-funded-projects.csv`, rows());
});
