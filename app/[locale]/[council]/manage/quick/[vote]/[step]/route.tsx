import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { approveAndPublish, keepDates, keepMoney, keepProjects, signAndSend } from "#features/involvement/starting/actions.ts";
import { listOtherApprovers } from "#features/involvement/starting/queries.ts";
import { CheckStep, DatesStep, MoneyStep, OpenStep, ProjectsStep, STEPS, type Step } from "#features/involvement/starting/ui/quick-steps.tsx";
import { deskOf, voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

type Params = Readonly<Record<"vote" | "step", string>>;

const stepOf = ({ step }: Params): Exclude<Step, "who"> => {
  const named = found(STEPS.find((each) => each === step), "step");
  return named === "who" ? "money" : named;
};

export const GET = officerPage<"vote" | "step">(async (scope, { params, request }) => {
  const vote = await getVoteForOfficers(scope, params.vote);
  const step = stepOf(params);
  // What is sent cannot be changed step by step any more: its last step says where it stands.
  if (step !== "open" && !can(scope.actor, "engagement.edit", vote)) return goTo(`${deskOf(scope)}/quick/${vote.id}/open`);
  return show(scope, params, EMPTY_FORM, request);
});

export const POST = officerForm<"vote" | "step">(async (scope, form, { params, request }) => {
  const at = { scope, engagementId: params.vote };
  const here = `${deskOf(scope)}/quick/${params.vote}`;
  const step = stepOf(params);
  const { values } = form;
  const saved =
    step === "money"
      ? await keepMoney(at, values)
      : step === "projects"
        ? await keepProjects(at, values)
        : step === "dates"
          ? await keepDates(at, values)
          : step === "check"
            ? await signAndSend(at, values)
            : await approveAndPublish(at, values);
  if (!saved.ok) return { ...(await show(scope, params, saved.error, request)), status: 422 };
  if (step === "projects") {
    if (values["more"]) return goTo(`${here}/projects`);
    const { programme } = await getVoteForOfficers(scope, params.vote);
    if ((programme.pots[0]?.projects.length ?? 0) < 2) return { ...(await show(scope, params, { values: {}, faults: [{ field: "", code: "two-projects" }] }, request)), status: 422 };
  }
  return goTo(`${here}/${STEPS[STEPS.indexOf(step) + 1] ?? "open"}`);
});

async function show(scope: ActorScope, params: Params, form: RefusedForm, request: Request) {
  const { locale, council, actor } = scope;
  const vote = await getVoteForOfficers(scope, params.vote);
  const step = stepOf(params);
  const home = voteHome(scope, vote.id);
  const quick = `${deskOf(scope)}/quick/${vote.id}`;
  const at = { locale, welsh: council.welsh, form, vote, quick };
  const body =
    step === "money" ? (
      <MoneyStep {...at} />
    ) : step === "projects" ? (
      <ProjectsStep {...at} home={home} onces={[randomId(), randomId(), randomId()]} />
    ) : step === "dates" ? (
      <DatesStep {...at} />
    ) : step === "check" ? (
      <CheckStep {...at} signer={actor.name || actor.email} home={home} />
    ) : (
      <OpenStep
        {...at}
        home={home}
        publicAddress={`/${locale}/${council.slug}/votes/${vote.slug}`}
        address={`${new URL(request.url).origin}${quick}/open`}
        approvers={await listOtherApprovers(scope)}
        mayApprove={vote.state === "approved" ? can(actor, "engagement.publish", vote) : can(actor, "engagement.approve", vote)}
        school={vote.programme.ballot.electorate.ties.length === 0}
        now={now()}
      />
    );
  return { title: messages(locale).starting[step].title, crumbs: voteCrumbs(scope, vote), body };
}
