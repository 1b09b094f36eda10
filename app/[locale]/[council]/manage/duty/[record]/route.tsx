import { EMPTY_FORM } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveRecord } from "#features/involvement/duty/actions.ts";
import { getRecord } from "#features/involvement/duty/queries.ts";
import { RecordForm } from "#features/involvement/duty/ui/record-form.tsx";
import { listEveryEngagement } from "#features/involvement/drafting/queries.ts";
import { listAreasToChoose } from "#features/involvement/queries.ts";
import { listStatutesToChoose } from "#features/involvement/statutes/queries.ts";
import { messages } from "#i18n/messages.ts";

async function show(scope: ActorScope, address: string, form = EMPTY_FORM) {
  const { locale, council, actor } = scope;
  const t = messages(locale).duty.desk;
  const [record] = await getRecord(scope, /^\d{1,9}$/.test(address) ? Number(address) : 0);
  const [statutes, wards, engagements] = await Promise.all([listStatutesToChoose(scope, record.statute), listAreasToChoose(scope), listEveryEngagement(scope)]);
  const home = `/${locale}/${council.slug}`;
  return {
    title: t.form.titleAgain({ number: record.number }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: `${home}/manage/duty`, text: t.title }],
    body: <RecordForm locale={locale} home={home} welsh={council.welsh} form={form} record={record} once="" signs={actor.name} statutes={statutes} wards={wards} engagements={engagements} />,
  };
}

export const GET = officerPage<"record">((scope, { params }) => show(scope, params.record));

export const POST = officerForm<"record">(async (scope, { values }, { params }) => {
  // Which record is said by the address, and never that it is a new one.
  const outcome = await saveRecord(scope, { ...Object.fromEntries(Object.entries(values).filter(([name]) => name !== "once")), number: [params.record] });
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/duty?done=saved`) : show(scope, params.record, outcome.error);
});
