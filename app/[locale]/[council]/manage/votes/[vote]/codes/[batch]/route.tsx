import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteOfBallots } from "#features/involvement/drafting/queries.ts";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { confirm, voidBatch } from "#features/voting/access-codes/actions.ts";
import { getBatch, listCodes } from "#features/voting/access-codes/queries.ts";
import { Batch } from "#features/voting/access-codes/ui/batch.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

const CODES_SHOWN = 50;

async function show(scope: ActorScope, params: Readonly<Record<"vote" | "batch", string>>, query: URLSearchParams, form: RefusedForm = EMPTY_FORM) {
  const { locale, actor } = scope;
  const t = messages(locale).accessCodes;
  const vote = await getVoteOfBallots(scope, params.vote);
  const batch = await getBatch(scope, vote.id, params.batch);
  const home = `${voteHome(scope, vote.id)}/codes`;
  const after = Number(/^\d{1,9}$/.exec(query.get("after") ?? "")?.[0] ?? 0);
  const codes = batch.state === "waiting" || batch.state === "making" ? [] : await listCodes(scope, batch.id, { after, most: CODES_SHOWN + 1 });
  const shown = codes.slice(0, CODES_SHOWN);
  const isUnderWay = batch.state === "waiting" || batch.state === "making";
  const number = query.get("number");
  const done =
    query.get("done") === "printed"
      ? t.batch.confirmed
      : query.get("done") === "revoked"
        ? t.batch.revoked
        : number !== null && /^\d{1,9}$/.test(number)
          ? t.code.madeNew({ number: format(locale).number(Number(number)) })
          : query.get("done") === "void"
            ? t.code.madeVoid
            : null;
  return {
    title: batch.label,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [...voteCrumbs(scope, vote), { href: home, text: t.desk.title }],
    body: (
      <Batch
        locale={locale}
        vote={textIn(vote.texts.title, locale).text}
        home={`${home}/${batch.id}`}
        batch={batch}
        codes={shown}
        next={codes.length > CODES_SHOWN ? (shown.at(-1)?.number ?? null) : null}
        isFirst={after === 0}
        may={{ print: can(actor, "codes.print", null), revoke: can(actor, "codes.revoke", null) }}
        form={form}
        done={done}
      />
    ),
    // The browser asks again by itself; no script is needed, and nothing is lost by leaving.
    ...(isUnderWay && { headers: { Refresh: "5" } }),
  };
}

export const GET = officerPage<"vote" | "batch">((scope, { params, query }) => show(scope, params, query));

export const POST = officerForm<"vote" | "batch">(async (scope, { values }, { params, query, path }) => {
  const vote = await getVoteOfBallots(scope, params.vote);
  const { id: batchId } = await getBatch(scope, vote.id, params.batch);
  const isRevoking = typed({ values, faults: [] }, "intent") === "revoke";
  const done = isRevoking ? await voidBatch({ scope, batchId }, values) : await confirm({ scope, batchId }, values);
  return done.ok ? goTo(`${path}?done=${isRevoking ? "revoked" : "printed"}`) : show(scope, params, query, done.error);
});
