import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { findAsked } from "#features/consultations/analysis/queries.ts";
import { maySeeResponses } from "#features/consultations/register/queries.ts";
import { askForSigns, judgeSign } from "#features/consultations/signs/actions.ts";
import { compareWithout, findCountedApart, findSearch, listSigns } from "#features/consultations/signs/queries.ts";
import { SignsPage } from "#features/consultations/signs/ui/signs-page.tsx";
import { WithAndWithout } from "#features/consultations/signs/ui/with-and-without.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">((scope, { params }) => show(scope, params.consultation, EMPTY_FORM));

export const POST = officerForm<"consultation">(async (scope, { values }, { params, path }) => {
  const { consultation } = await getConsultationForOfficers(scope, params.consultation);
  const at = { scope, consultationId: consultation.id };
  const done = values["do"]?.[0] === "search" ? await askForSigns(at, values) : await judgeSign(at, values);
  return done.ok ? goTo(path) : { ...(await show(scope, params.consultation, done.error)), status: 422 };
});

async function show(scope: ActorScope, engagementId: string, form: RefusedForm) {
  const { locale } = scope;
  maySeeResponses(scope);
  const engagement = await getConsultationForOfficers(scope, engagementId);
  const consultationId = engagement.consultation.id;
  const asked = await findAsked(scope, consultationId);
  const [groups, search, apart] = await Promise.all([listSigns(scope, consultationId), findSearch(consultationId), findCountedApart(scope, consultationId)]);
  const { signs, register } = messages(locale);
  const list = `${consultationHome(scope, engagement.id)}/register`;
  return {
    title: signs.title,
    crumbs: [...consultationCrumbs(scope, engagement), { href: list, text: register.title }],
    body: (
      <SignsPage
        locale={locale}
        address={`${list}/signs`}
        register={list}
        groups={groups}
        search={search}
        form={form}
        report={apart.responses === 0 ? null : <WithAndWithout locale={locale} asked={asked} apart={apart} compared={await compareWithout(scope, consultationId, asked)} />}
      />
    ),
  };
}
