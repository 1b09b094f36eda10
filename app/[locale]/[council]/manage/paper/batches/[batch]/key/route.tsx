import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { shownPaperNumber } from "#domain/voting/paper/paper-number.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { endPass, keyPaper } from "#features/voting/paper/actions.ts";
import { findOwnPass, getBatch, getPollPaper } from "#features/voting/paper/queries.ts";
import { KeyingPage } from "#features/voting/paper/ui/keying-page.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

const asNumber = (text: string | null | undefined): number | null => (text && /^\d{5}$/.test(text) ? Number(text) : null);

async function show(scope: ActorScope, batchId: string, { form = EMPTY_FORM, again = null, kept = null }: { readonly form?: RefusedForm; readonly again?: number | null; readonly kept?: number | null } = {}) {
  const { locale, council } = scope;
  const batch = await getBatch(scope, batchId);
  const home = `/${locale}/${council.slug}/manage/paper`;
  const address = `${home}/batches/${batch.id}`;
  const own = await findOwnPass(scope, batch.id);
  // Nobody keys what they have not taken, or have finished: the batch's page says what is next.
  if (own === null || own.done) return goTo(address);
  const paper = await getPollPaper(scope, batch.pollId);
  const t = messages(locale).paper;
  return {
    title: `${t.batch.keyingTitle}: ${t.batch.title({ batch: batch.code })}`,
    status: form.faults.length > 0 ? 422 : 200,
    scripts: ["keying"],
    crumbs: [
      { href: home, text: t.title },
      { href: address, text: t.batch.title({ batch: batch.code }) },
    ],
    body: (
      <KeyingPage
        locale={locale}
        address={`${address}/key`}
        batch={batch}
        paper={paper}
        own={own}
        again={again !== null && own.keyed.some(({ number }) => number === again) ? again : null}
        form={form}
        kept={kept === null ? null : shownPaperNumber({ place: batch.place.letters, number: kept })}
      />
    ),
  };
}

export const GET = officerPage<"batch">((scope, { params, query }) => show(scope, params.batch, { again: asNumber(query.get("again")), kept: asNumber(query.get("kept")) }));

export const POST = officerForm<"batch">(async (scope, { values }, { params, path }) => {
  const batch = await getBatch(scope, params.batch);
  if (values["act"]?.[0] === "done") {
    const ended = await endPass(batch.id)(scope, values);
    return ended.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/paper/batches/${batch.id}?saved`) : show(scope, params.batch, { form: ended.error });
  }
  const keyed = await keyPaper(batch.id, await getPollPaper(scope, batch.pollId))(scope, values);
  return keyed.ok ? goTo(`${path}?kept=${keyed.value.number}`) : show(scope, params.batch, { form: keyed.error, again: asNumber(values["instead"]?.[0]) });
});
