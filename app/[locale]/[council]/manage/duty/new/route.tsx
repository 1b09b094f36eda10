import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveRecord } from "#features/involvement/duty/actions.ts";
import { RecordForm } from "#features/involvement/duty/ui/record-form.tsx";
import { getEngagementForOfficers, listEveryEngagement } from "#features/involvement/drafting/queries.ts";
import { listAreasToChoose } from "#features/involvement/queries.ts";
import { listStatutesToChoose } from "#features/involvement/statutes/queries.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

async function show(scope: ActorScope, engagementId: string | null, form = EMPTY_FORM) {
  const { locale, council, actor } = scope;
  const t = messages(locale).duty.desk;
  const [statutes, wards, engagements] = await Promise.all([listStatutesToChoose(scope), listAreasToChoose(scope), listEveryEngagement(scope)]);
  const engagement = engagementId === null ? null : await getEngagementForOfficers(scope, engagementId);
  const home = `/${locale}/${council.slug}`;
  return {
    title: t.form.titleNew,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: `${home}/manage/duty`, text: t.title }],
    body: (
      <RecordForm
        locale={locale}
        home={home}
        welsh={council.welsh}
        form={form}
        record={null}
        once={form.values["once"]?.at(-1) ?? randomId()}
        begins={engagement ? { title: engagement.texts.title, affected: engagement.texts.affected, decidedBy: engagement.texts.decidedBy, level: engagement.level, statute: engagement.statute, engagementIds: [engagement.id] } : undefined}
        signs={actor.name}
        statutes={statutes}
        wards={wards}
        engagements={engagements}
      />
    ),
  };
}

export const GET = officerPage((scope, { query }) => show(scope, query.get("engagement")));

export const POST = officerForm(async (scope, { values }) => {
  const outcome = await saveRecord(scope, Object.fromEntries(Object.entries(values).filter(([name]) => name !== "number")));
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/duty?done=saved`) : show(scope, null, outcome.error);
});
