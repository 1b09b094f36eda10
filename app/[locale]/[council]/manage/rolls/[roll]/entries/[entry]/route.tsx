import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveEntry } from "#features/eligibility/rolls/actions.ts";
import { getEntry, getRoll } from "#features/eligibility/rolls/queries.ts";
import { entryPage } from "#features/eligibility/rolls/ui/rolls-pages.tsx";

export const GET = officerPage<"roll" | "entry">(async (scope, { params, query }) =>
  entryPage({ scope, roll: await getRoll(scope, params.roll), entry: await getEntry(scope, params.roll, params.entry), saved: query.has("saved") }),
);

export const POST = officerForm<"roll" | "entry">(async (scope, { values }, { params, path }) => {
  const saved = await saveEntry(scope, { rollId: params.roll, entryId: params.entry }, values);
  if (saved.ok) return goTo(`${path}?saved`);
  return entryPage({ scope, roll: await getRoll(scope, params.roll), entry: await getEntry(scope, params.roll, params.entry), saved: false, form: saved.error });
});
