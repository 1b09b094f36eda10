import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { seenOf } from "#features/involvement/drafting/queries.ts";
import { getYearOfElection } from "#features/involvement/election-evaluation/queries.ts";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { electionAddress, electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { saveEvaluation } from "#features/involvement/evaluation/actions.ts";
import { findEvaluation, getEqualityProfile, shownOf } from "#features/involvement/evaluation/queries.ts";
import { EvaluationForm } from "#features/involvement/evaluation/ui/evaluation-form.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, id: string, form: RefusedForm = EMPTY_FORM) {
  const { locale, council, actor } = scope;
  const engagement = await getElectionForOfficers(scope, id);
  // An election is judged once it is declared: 404 before.
  await getYearOfElection(scope, { engagementId: engagement.engagementId, template: engagement.election.template });
  const evaluation = await findEvaluation(scope, engagement.engagementId);
  const t = messages(locale).electionEvaluation;
  return {
    title: t.deskTitle,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: electionCrumbs(scope, [{ href: electionHome(scope, id), text: textIn(engagement.title, locale).text }]),
    body: (
      <div className="stack-l">
        <PageHead title={t.deskTitle} />
        <EvaluationForm
          locale={locale}
          welsh={council.welsh}
          evaluation={evaluation}
          profile={await getEqualityProfile(scope, engagement.engagementId, evaluation?.figures ?? [])}
          publicAddress={`${electionAddress(scope, engagement.slug)}/evaluation`}
          seen={seenOf(shownOf(evaluation))}
          form={form}
          mayWrite={can(actor, "engagement.give-feedback", engagement)}
        />
      </div>
    ),
  };
}

export const GET = officerPage<"election">((scope, { params }) => show(scope, params.election));

export const POST = officerForm<"election">(async (scope, { values }, { params }) => {
  const { engagementId } = await getElectionForOfficers(scope, params.election);
  const saved = await saveEvaluation({ scope, engagementId }, values);
  return saved.ok ? goTo(`${electionHome(scope, params.election)}/evaluation?saved`) : show(scope, params.election, saved.error);
});
