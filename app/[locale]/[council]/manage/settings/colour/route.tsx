import { saveColour } from "#features/councils/settings/actions.ts";
import { getSettings } from "#features/councils/settings/queries.ts";
import { settingsPage } from "#features/councils/settings/ui/settings-page.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";

const settingsOf = (path: string): string => path.replace(/\/colour$/, "");

export const GET = officerPage(async (_, visit) => goTo(settingsOf(visit.path)));

export const POST = officerForm(async (scope, { values }, visit) => {
  const settings = await getSettings(scope);
  const saved = await saveColour(scope, values);
  if (!saved.ok) return settingsPage(scope, { settings, refused: { part: "colour", form: saved.error } });
  return goTo(`${settingsOf(visit.path)}?${saved.value.kept ? "saved=colour" : `colour=${saved.value.colour.slice(1)}`}#colours`);
});
