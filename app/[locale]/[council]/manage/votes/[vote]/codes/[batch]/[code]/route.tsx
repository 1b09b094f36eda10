import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteOfBallots } from "#features/involvement/drafting/queries.ts";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { actOnCode } from "#features/voting/access-codes/actions.ts";
import { getBatch, getCode } from "#features/voting/access-codes/queries.ts";
import { OneCode } from "#features/voting/access-codes/ui/batch.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

type Params = Readonly<Record<"vote" | "batch" | "code", string>>;

async function find(scope: ActorScope, params: Params) {
  const vote = await getVoteOfBallots(scope, params.vote);
  const batch = await getBatch(scope, vote.id, params.batch);
  return { vote, batch, code: await getCode(scope, batch.id, params.code), home: `${voteHome(scope, vote.id)}/codes` };
}

async function show(scope: ActorScope, params: Params, form: RefusedForm = EMPTY_FORM) {
  const { locale, actor } = scope;
  const { vote, batch, code, home } = await find(scope, params);
  const t = messages(locale).accessCodes;
  return {
    title: t.code.title({ number: format(locale).number(code.number) }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [...voteCrumbs(scope, vote), { href: home, text: t.desk.title }, { href: `${home}/${batch.id}`, text: batch.label }],
    body: <OneCode locale={locale} batch={batch} code={code} mayRevoke={can(actor, "codes.revoke", null)} form={form} />,
  };
}

export const GET = officerPage<"vote" | "batch" | "code">((scope, { params }) => show(scope, params));

export const POST = officerForm<"vote" | "batch" | "code">(async (scope, { values }, { params }) => {
  const { code, batch, home } = await find(scope, params);
  const done = await actOnCode({ scope, codeId: code.id }, values);
  if (!done.ok) return show(scope, params, done.error);
  return goTo(`${home}/${batch.id}?done=void${done.value === null ? "" : `&number=${done.value}`}`);
});
