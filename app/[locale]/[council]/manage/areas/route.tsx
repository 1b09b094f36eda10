import { takeAreaFile } from "#features/councils/areas/actions.ts";
import { getAreasPage } from "#features/councils/areas/queries.ts";
import { areasPage } from "#features/councils/areas/ui/areas-page.tsx";
import { goTo, officerPage } from "#features/councils/respond.tsx";

export const GET = officerPage(async (scope) => areasPage(scope, await getAreasPage(scope)));

// The body is a file: it is read as it arrives.
export const POST = officerPage(async (scope, visit) => {
  const taken = await takeAreaFile(scope, visit.request);
  if (!taken.ok) return areasPage(scope, { ...(await getAreasPage(scope)), refused: { part: "areas", form: taken.error } });
  return goTo(`/${scope.locale}/${scope.council.slug}/manage/imports/${taken.value.importId}`);
});
