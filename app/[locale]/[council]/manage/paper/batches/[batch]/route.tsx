import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { findPotOfPoll } from "#features/involvement/following/queries.ts";
import { countersign, sign, takePass } from "#features/voting/paper/actions.ts";
import { getBatch, getPollPaper } from "#features/voting/paper/queries.ts";
import { BatchPage } from "#features/voting/paper/ui/batch-page.tsx";
import { deskName } from "#features/voting/results/ui/count-desk.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, batchId: string, form: RefusedForm = EMPTY_FORM, saved = false) {
  const { locale, council, actor } = scope;
  const batch = await getBatch(scope, batchId);
  const [poll, pot] = [await getPollPaper(scope, batch.pollId), await findPotOfPoll(scope, batch.pollId)];
  const home = `/${locale}/${council.slug}/manage/paper`;
  return {
    title: messages(locale).paper.batch.title({ batch: batch.code }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [
      { href: home, text: messages(locale).paper.title },
      { href: `${home}/${batch.pollId}`, text: deskName(locale, pot, poll.question) },
    ],
    body: (
      <BatchPage
        locale={locale}
        address={`${home}/batches/${batch.id}`}
        batch={batch}
        personId={actor.personId}
        pollClosed={poll.state === "closed"}
        may={{
          handOut: can(actor, "paper.hand-out", batch.place),
          account: can(actor, "paper.write-account", batch.place),
          key: can(actor, "paper.key", null),
          decide: can(actor, "paper.decide", null),
          sign: can(actor, "paper.sign-off", null),
          countersign: can(actor, "paper.countersign", null),
        }}
        form={form}
        saved={saved}
      />
    ),
  };
}

export const GET = officerPage<"batch">((scope, { params, query }) => show(scope, params.batch, EMPTY_FORM, query.has("saved")));

export const POST = officerForm<"batch">(async (scope, { values }, { params, path }) => {
  const { id } = await getBatch(scope, params.batch);
  const act = values["act"]?.[0];
  if (act === "take") {
    const taken = await takePass(id)(scope, values);
    return taken.ok ? goTo(`${path}/key`) : show(scope, params.batch, taken.error);
  }
  const signed = await (act === "countersign" ? countersign(id) : sign(id))(scope, values);
  return signed.ok ? goTo(`${path}?saved`) : show(scope, params.batch, signed.error);
});
