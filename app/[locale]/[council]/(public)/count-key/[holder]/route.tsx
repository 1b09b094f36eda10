import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { getVoteTitle } from "#features/involvement/queries.ts";
import { showOwnCode, useCode } from "#features/voting/key-holders/actions.ts";
import { getHolderPage } from "#features/voting/key-holders/queries.ts";
import { HolderPage } from "#features/voting/key-holders/ui/holder-page.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = publicPage<"holder">((scope, { params }) => show(scope, params.holder, { form: EMPTY_FORM }));

export const POST = publicForm<"holder">(async (scope, { values }, { params, path }) => {
  const page = await getHolderPage(scope, params.holder);
  const act = values["act"]?.[0];
  if (act === "show" && (page.step === "show" || page.step === "confirm")) {
    const shown = await showOwnCode(scope, page);
    // Not a redirect: the page that answers is the only one that ever shows it.
    return shown.ok ? show(scope, params.holder, { form: EMPTY_FORM, code: shown.value }) : show(scope, params.holder, { form: { values: {}, faults: [{ field: "", code: shown.error }] } });
  }
  if (act !== "confirm" && act !== "drill" && act !== "give") return goTo(path);
  const used = await useCode(act)({ scope, page }, values);
  return used.ok ? goTo(path) : show(scope, params.holder, { form: used.error });
});

async function show(scope: PublicScope, token: string, { form, code = null }: { readonly form: RefusedForm; readonly code?: string | null }) {
  const page = await getHolderPage(scope, token);
  const vote = await getVoteTitle(scope, page.subjectId);
  return {
    title: messages(scope.locale).keyHolders.part,
    status: form.faults.length > 0 ? 422 : 200,
    layout: "task" as const,
    headers: { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" },
    body: <HolderPage locale={scope.locale} council={scope.council.name} vote={vote} page={page} code={code} form={form} />,
  };
}
