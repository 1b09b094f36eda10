import { entryOf } from "#domain/basics/entry-of.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { ASSESSMENT_ACTS } from "#features/priorities/assessments/actions.ts";
import { ASSESSMENT_FORMS, AssessmentFormPage } from "#features/priorities/assessments/ui/assessments-page.tsx";
import { listAssessments, listTargets } from "#features/priorities/queries.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

async function show(scope: ActorScope, form: string, query: URLSearchParams, refused?: RefusedForm) {
  const { locale, council } = scope;
  authorise(scope, "assessment.edit", null);
  const which = found(
    ASSESSMENT_FORMS.find((each) => each === form),
    "form",
  );
  const [assessments, targets] = await Promise.all([listAssessments(scope), listTargets(scope)]);
  const t = messages(locale).assessments;
  const back = `/${locale}/${council.slug}/manage/assessments`;
  return {
    title: t.forms[which].title,
    status: refused ? 422 : 200,
    crumbs: [{ href: back, text: t.desk.title }],
    body: (
      <AssessmentFormPage
        locale={locale}
        welsh={council.welsh}
        which={which}
        assessments={assessments}
        assessmentId={query.get("assessment") ?? ""}
        id={query.get("id")}
        targets={targets}
        form={refused ?? EMPTY_FORM}
        once={randomId()}
        back={back}
      />
    ),
  };
}

export const GET = officerPage<"form">((scope, { params, query }) => show(scope, params.form, query));

export const POST = officerForm<"form">(async (scope, { values }, { params, query }) => {
  const outcome = await found(entryOf(ASSESSMENT_ACTS, params.form), "form")(scope, values);
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/assessments?saved`) : show(scope, params.form, query, outcome.error);
});
