import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { decidePaper } from "#features/voting/paper/actions.ts";
import { readNumberInAddress } from "#features/voting/paper/input.ts";
import { getBatch, getDoubtfulPaper, getPollPaper } from "#features/voting/paper/queries.ts";
import { DecidePage } from "#features/voting/paper/ui/decide-page.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, params: { readonly batch: string; readonly number: string }, form: RefusedForm = EMPTY_FORM) {
  const { locale, council } = scope;
  const batch = await getBatch(scope, params.batch);
  const compared = await getDoubtfulPaper(scope, batch.id, found(readNumberInAddress(params.number), "paper"));
  const t = messages(locale).paper;
  return {
    title: t.decide.title({ paper: params.number }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: `/${locale}/${council.slug}/manage/paper/batches/${batch.id}`, text: t.batch.title({ batch: batch.code }) }],
    body: <DecidePage locale={locale} number={params.number} compared={compared} paper={await getPollPaper(scope, batch.pollId)} form={form} />,
  };
}

export const GET = officerPage<"batch" | "number">((scope, { params }) => show(scope, params));

export const POST = officerForm<"batch" | "number">(async (scope, { values }, { params }) => {
  const batch = await getBatch(scope, params.batch);
  const number = found(readNumberInAddress(params.number), "paper");
  const decided = await decidePaper(batch.id, number, await getPollPaper(scope, batch.pollId))(scope, values);
  return decided.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/paper/batches/${batch.id}?saved`) : show(scope, params, decided.error);
});
