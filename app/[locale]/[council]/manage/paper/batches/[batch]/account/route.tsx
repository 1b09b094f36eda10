import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { writeAccount } from "#features/voting/paper/actions.ts";
import { getBatch } from "#features/voting/paper/queries.ts";
import { AccountForm } from "#features/voting/paper/ui/account-form.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, batchId: string, form: RefusedForm = EMPTY_FORM) {
  const { locale, council } = scope;
  const batch = await getBatch(scope, batchId);
  const home = `/${locale}/${council.slug}/manage/paper/batches/${batch.id}`;
  if (batch.stage === "sealed" && form.faults.length === 0) return goTo(home);
  const t = messages(locale).paper;
  return {
    title: t.accountForm.title({ batch: batch.code }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: home, text: t.batch.title({ batch: batch.code }) }],
    body: <AccountForm locale={locale} batch={batch} form={form} />,
  };
}

export const GET = officerPage<"batch">((scope, { params }) => show(scope, params.batch));

export const POST = officerForm<"batch">(async (scope, { values }, { params }) => {
  const { id } = await getBatch(scope, params.batch);
  const written = await writeAccount(id)(scope, values);
  return written.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/paper/batches/${id}?saved`) : show(scope, params.batch, written.error);
});
