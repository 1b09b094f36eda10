import { takePopulationFile } from "#features/councils/areas/actions.ts";
import { getAreasPage } from "#features/councils/areas/queries.ts";
import { areasPage } from "#features/councils/areas/ui/areas-page.tsx";
import { goTo, officerPage } from "#features/councils/respond.tsx";

export const GET = officerPage(async (_, visit) => goTo(visit.path.replace(/\/populations$/, "")));

// The body is a file: it is read as it arrives.
export const POST = officerPage(async (scope, visit) => {
  const taken = await takePopulationFile(scope, visit.request);
  if (!taken.ok) return areasPage(scope, { ...(await getAreasPage(scope)), refused: { part: "populations", form: taken.error } });
  return goTo(`/${scope.locale}/${scope.council.slug}/manage/imports/${taken.value.importId}`);
});
