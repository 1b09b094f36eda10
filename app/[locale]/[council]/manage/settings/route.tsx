import { saveSettings } from "#features/councils/settings/actions.ts";
import { getSettings } from "#features/councils/settings/queries.ts";
import { settingsPage } from "#features/councils/settings/ui/settings-page.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";

const SAVED = ["details", "colour", "replaced", "removed"] as const;

export const GET = officerPage(async (scope, visit) => {
  const settings = await getSettings(scope);
  const saved = SAVED.find((each) => each === visit.query.get("saved"));
  const preview = /^[0-9a-f]{6}$/.exec(visit.query.get("colour") ?? "")?.[0];
  return settingsPage(scope, { settings, ...(saved && { saved }), ...(preview && { preview: `#${preview}` }) });
});

export const POST = officerForm(async (scope, { values }, visit) => {
  const settings = await getSettings(scope);
  const saved = await saveSettings(scope, values);
  if (!saved.ok) return settingsPage(scope, { settings, refused: { part: "details", form: saved.error } });
  return goTo(`${visit.path}?saved=details`);
});
