import { EMPTY_FORM, typed, type RefusedForm, type TypedValues } from "#domain/basics/fault.ts";
import { pageAsked } from "#domain/basics/page-asked.ts";
import type { Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { readClaimReference } from "#domain/eligibility/claims/claim-reference.ts";
import { CLAIM_VIEWS, type ClaimFilter } from "#domain/eligibility/claims/claim-view.ts";
import { isSignalKind } from "#domain/eligibility/claims/signals.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { confirmChosen, declineChosen, passChosen, proposeAgainstChosen } from "#features/eligibility/claims/actions.ts";
import { countClaims, listClaims } from "#features/eligibility/claims/queries.ts";
import { ClaimDesk, queryOf } from "#features/eligibility/claims/ui/claim-desk.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { deskOf, VoteFrame, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { listUsedClaims } from "#features/voting/credentials/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

const PER_PAGE = 50;

interface Wanted {
  readonly filter: ClaimFilter;
  readonly page: number;
}

/** From the address, or from what a form sends along. */
function wantedFrom(get: (name: string) => string): Wanted {
  const signal = get("signal");
  return {
    filter: {
      view: CLAIM_VIEWS.find((view) => view === get("show")) ?? "waiting",
      signal: isSignalKind(signal) ? signal : null,
      reference: readClaimReference(get("reference")),
      like: readClaimReference(get("like")),
    },
    page: pageAsked(get("page")),
  };
}

export const GET = officerPage<"vote">((scope, { params, query }) => show(scope, params.vote, wantedFrom((name) => query.get(name) ?? ""), EMPTY_FORM, query.get("done")));

export const POST = officerForm<"vote">(async (scope, { values }, { params }) => {
  const wanted = wantedFrom((name) => typed({ values, faults: [] }, name));
  const { id, texts } = await getVoteForOfficers(scope, params.vote);
  const [done, act] = deciding(typed({ values, faults: [] }, "act"));
  const decided: Result<unknown, RefusedForm> = await act({ scope, exercise: { id, title: texts.title } }, values);
  if (!decided.ok) return { ...(await show(scope, params.vote, wanted, decided.error, null)), status: 422 };
  const query = queryOf(wanted.filter);
  return goTo(`${voteHome(scope, params.vote)}/requests?${query === "" ? "" : `${query}&`}done=${done}`);
});

type Deciding = (at: Parameters<typeof passChosen>[0], values: TypedValues) => Promise<Result<unknown, RefusedForm>>;

/** What a button of the list does, and what is said of it afterwards. */
function deciding(act: string): readonly [string, Deciding] {
  if (act === "propose") return ["proposed", proposeAgainstChosen];
  if (act === "confirm") return ["confirmed", confirmChosen];
  if (act === "decline") return ["declined", declineChosen];
  return ["passed", passChosen];
}

async function show(scope: ActorScope, voteId: string, { filter, page: asked }: Wanted, form: RefusedForm, done: string | null) {
  const { locale, council, actor } = scope;
  const vote = await getVoteForOfficers(scope, voteId);
  const first = await listClaims(scope, vote.id, filter, { page: asked, perPage: PER_PAGE });
  const pages = Math.max(1, Math.ceil(first.total / PER_PAGE));
  const page = Math.min(asked, pages);
  const { claims, total } = page === asked ? first : await listClaims(scope, vote.id, filter, { page, perPage: PER_PAGE });
  const [used, numbers] = await Promise.all([listUsedClaims(scope, claims.map(({ id }) => id)), countClaims(scope, vote.id)]);
  const home = voteHome(scope, vote.id);
  return {
    title: messages(locale).claims.desk.title,
    crumbs: voteCrumbs(scope),
    body: (
      <VoteFrame locale={locale} vote={vote} home={home} now={now()} part="requests" publicAddress={`/${locale}/${council.slug}/votes/${vote.slug}`}>
        <ClaimDesk
          locale={locale}
          here={`${home}/requests`}
          filter={filter}
          claims={claims.map((claim) => ({ ...claim, used: used.has(claim.id) }))}
          total={total}
          page={page}
          pages={pages}
          numbers={numbers}
          form={form}
          done={done}
          may={{ decide: can(actor, "claim.pass", { state: "held", proposedBy: null, decidedBy: null }), setLimits: can(actor, "claims.set-limits", null) }}
          limitsHref={`${deskOf(scope)}/request-limits`}
        />
      </VoteFrame>
    ),
  };
}
