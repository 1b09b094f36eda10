import { takePostcodeFile } from "#features/councils/postcodes/actions.ts";
import { getPostcodesPage } from "#features/councils/postcodes/queries.ts";
import { postcodesPage } from "#features/councils/postcodes/ui/postcodes.tsx";
import { goTo, officerPage } from "#features/councils/respond.tsx";

export const GET = officerPage(async (scope) => postcodesPage(scope, { page: await getPostcodesPage(scope) }));

// The body is a file of up to gigabytes: it is read as it arrives.
export const POST = officerPage(async (scope, visit) => {
  const taken = await takePostcodeFile(scope, visit.request);
  if (!taken.ok) return postcodesPage(scope, { page: await getPostcodesPage(scope), refused: taken.error });
  return goTo(`/${scope.locale}/${scope.council.slug}/manage/imports/${taken.value.importId}`);
});
