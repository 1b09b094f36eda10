import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { findPotOfPoll } from "#features/involvement/following/queries.ts";
import { cancelPaper, handOutForCode } from "#features/voting/paper/actions.ts";
import { getBatch, getPollPaper } from "#features/voting/paper/queries.ts";
import { HandOutPage } from "#features/voting/paper/ui/hand-out-page.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomToken } from "#platform/random.ts";
import { networkKey } from "#platform/rate-limit.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, batchId: string, form: RefusedForm = EMPTY_FORM, done: "cancelled" | "given" | null = null) {
  const { locale, council } = scope;
  const batch = await getBatch(scope, batchId);
  authorise(scope, "paper.hand-out", batch.place);
  const poll = await getPollPaper(scope, batch.pollId);
  const at = now();
  const t = messages(locale).paper;
  return {
    title: t.handOut.title({ batch: batch.code }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: `/${locale}/${council.slug}/manage/paper/batches/${batch.id}`, text: t.batch.title({ batch: batch.code }) }],
    body: (
      <HandOutPage
        locale={locale}
        batch={batch}
        form={form}
        cancelled={done === "cancelled"}
        handedOut={done === "given"}
        once={randomToken()}
        open={poll.state === "ready" && batch.account === null && poll.opensAt !== null && poll.opensAt <= at && poll.closesAt !== null && at < poll.closesAt}
      />
    ),
  };
}

export const GET = officerPage<"batch">((scope, { params, query }) => show(scope, params.batch, EMPTY_FORM, query.has("cancelled") ? "cancelled" : query.has("given") ? "given" : null));

export const POST = officerForm<"batch">(async (scope, { values }, { params, path, request }) => {
  const batch = await getBatch(scope, params.batch);
  authorise(scope, "paper.hand-out", batch.place);
  if (values["act"]?.[0] !== "give") {
    const cancelled = await cancelPaper(batch.id)(scope, values);
    return cancelled.ok ? goTo(`${path}?cancelled`) : show(scope, params.batch, cancelled.error);
  }
  const pot = await findPotOfPoll(scope, batch.pollId);
  const given = await handOutForCode({ scope, batchId: batch.id, voteId: pot?.engagementId ?? batch.pollId, network: networkKey(request) }, values);
  return given.ok ? goTo(`${path}?given`) : show(scope, params.batch, given.error);
});
