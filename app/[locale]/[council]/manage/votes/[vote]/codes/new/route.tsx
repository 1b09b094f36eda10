import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import type { BatchKind } from "#domain/voting/access-codes/code-batch.ts";
import { listRollChoices } from "#features/eligibility/rolls/queries.ts";
import { getVoteOfBallots, listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { deskOf, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { askForClass, askForPeople, askForPosting, kindIn } from "#features/voting/access-codes/actions.ts";
import { ChooseKind, MakeBatch, type MakeBatchProps } from "#features/voting/access-codes/ui/make-batch.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

/** 60,000 addresses of 150 bytes, and room. */
const MOST_BYTES = 12 * 1024 * 1024;

interface Shown {
  readonly kind: BatchKind | null;
  readonly form?: RefusedForm;
  readonly rows?: MakeBatchProps["rows"];
}

async function show(scope: ActorScope, voteId: string, { kind, form = EMPTY_FORM, rows = [] }: Shown) {
  authorise(scope, "codes.make", null);
  const { locale } = scope;
  const vote = await getVoteOfBallots(scope, voteId);
  const t = messages(locale).accessCodes;
  const home = `${voteHome(scope, vote.id)}/codes`;
  if (vote.state !== "published") return goTo(home);
  const title = textIn(vote.texts.title, locale).text;
  const ballots = vote.ballots.map(({ pollId, name }) => ({ pollId, name }));
  return {
    title: t.make.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [...voteCrumbs(scope, vote), { href: home, text: t.desk.title }],
    body:
      kind === null ? (
        <ChooseKind locale={locale} vote={title} form={form} />
      ) : (
        <MakeBatch locale={locale} vote={title} kind={kind} once={randomId()} ballots={ballots} areas={await listAreaChoices(scope)} rolls={kind === "person" ? await listRollChoices(scope) : []} rollsAddress={`${deskOf(scope)}/rolls`} form={form} rows={rows} />
      ),
  };
}

export const GET = officerPage<"vote">((scope, { params, query }) => show(scope, params.vote, { kind: query.has("kind") ? kindIn(query) : null }));

export const POST = officerForm<"vote">(async (scope, { values, files }, { params, query }) => {
  const vote = await getVoteOfBallots(scope, params.vote);
  const kind = kindIn(query, values);
  const asking = { scope, voteId: vote.id, ballots: vote.ballots.map(({ pollId, areaId }) => ({ pollId, areaId })) };
  const asked = kind === "class" ? await askForClass(asking, values) : kind === "person" ? await askForPeople(asking, values) : await askForPosting(asking, values, files["addresses"]);
  if (asked.ok) return goTo(`${voteHome(scope, vote.id)}/codes/${asked.value.batchId}`);
  return show(scope, vote.id, { kind, form: asked.error, rows: asked.error.rows ?? [] });
}, MOST_BYTES);
