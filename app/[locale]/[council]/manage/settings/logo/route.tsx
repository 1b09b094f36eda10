import { saveLogo } from "#features/councils/settings/actions.ts";
import { getSettings } from "#features/councils/settings/queries.ts";
import { settingsPage } from "#features/councils/settings/ui/settings-page.tsx";
import { goTo, officerPage } from "#features/councils/respond.tsx";

const settingsOf = (path: string): string => path.replace(/\/logo$/, "");

export const GET = officerPage(async (_, visit) => goTo(settingsOf(visit.path)));

// The body is a file: it is read as it arrives, and not by officerForm, which reads it whole.
export const POST = officerPage(async (scope, visit) => {
  const settings = await getSettings(scope);
  const saved = await saveLogo(scope, visit.request);
  if (!saved.ok) return settingsPage(scope, { settings, refused: { part: "logo", form: saved.error } });
  return goTo(`${settingsOf(visit.path)}?saved=${saved.value}#logos`);
});
