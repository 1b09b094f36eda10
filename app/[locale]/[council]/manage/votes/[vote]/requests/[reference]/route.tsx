import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { readClaimReference, showClaimReference } from "#domain/eligibility/claims/claim-reference.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { confirmChosen, declineChosen, hearAppeal, passChosen, proposeAgainstChosen } from "#features/eligibility/claims/actions.ts";
import { getClaim } from "#features/eligibility/claims/queries.ts";
import { ClaimPage } from "#features/eligibility/claims/ui/claim-page.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { listUsedClaims } from "#features/voting/credentials/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"vote" | "reference">((scope, { params, query }) => show(scope, params, EMPTY_FORM, query.get("done")));

export const POST = officerForm<"vote" | "reference">(async (scope, { values }, { params }) => {
  const { id, texts } = await getVoteForOfficers(scope, params.vote);
  const at = { scope, exercise: { id, title: texts.title } };
  const [done, decided] = await decide();
  if (!decided.ok) return { ...(await show(scope, params, decided.error, null)), status: 422 };
  return goTo(`${voteHome(scope, params.vote)}/requests/${params.reference}?done=${done}`);

  async function decide(): Promise<readonly [string, Result<unknown, RefusedForm>]> {
    const form = { values, faults: [] };
    const hearing = typed(form, "hearing");
    if (hearing !== "") return [hearing === "allow" ? "allowed" : "upheld", await hearAppeal({ ...at, reference: referenceIn(params.reference) }, values)];
    switch (typed(form, "act")) {
      case "propose":
        return ["proposed", await proposeAgainstChosen(at, values)];
      case "confirm":
        return ["confirmed", await confirmChosen(at, values)];
      case "decline":
        return ["declined", await declineChosen(at, values)];
      default:
        return ["passed", await passChosen(at, values)];
    }
  }
});

function referenceIn(address: string): string {
  const reference = readClaimReference(address);
  if (reference === null) throw new AccessError("not-found", "claim");
  return reference;
}

async function show(scope: ActorScope, params: { readonly vote: string; readonly reference: string }, form: RefusedForm, done: string | null) {
  const { locale, actor } = scope;
  const vote = await getVoteForOfficers(scope, params.vote);
  const claim = await getClaim(scope, vote.id, referenceIn(params.reference));
  const used = await listUsedClaims(scope, [claim.id]);
  const t = messages(locale).claims.desk;
  const list = `${voteHome(scope, vote.id)}/requests`;
  return {
    title: t.one.title({ reference: showClaimReference(claim.reference) }),
    crumbs: [...voteCrumbs(scope, vote), { href: list, text: t.title }],
    body: (
      <ClaimPage
        locale={locale}
        list={list}
        claim={{ ...claim, used: used.has(claim.id) }}
        form={form}
        done={done}
        personId={actor.personId}
        mayDecide={can(actor, "claim.pass", { state: "held", proposedBy: null, decidedBy: null })}
        now={now()}
      />
    ),
  };
}
