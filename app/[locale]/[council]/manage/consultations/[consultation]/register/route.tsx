import { pageAsked } from "#domain/basics/page-asked.ts";
import { can } from "#domain/policy/authorise.ts";
import { countRegister, findConsidered, listRegister, maySeeResponses, readRegisterAsked } from "#features/consultations/register/queries.ts";
import { RegisterPage } from "#features/consultations/register/ui/register-page.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { ConsultationFrame, consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">(async (scope, { params, query }) => {
  const { locale, council, actor } = scope;
  maySeeResponses(scope);
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const consultationId = engagement.consultation.id;
  const home = consultationHome(scope, engagement.id);
  const asked = readRegisterAsked(query);
  const page = pageAsked(query.get("page"));
  const [listed, counts, considered] = await Promise.all([listRegister(scope, consultationId, asked, page), countRegister(scope, consultationId), findConsidered(scope, consultationId)]);
  return {
    title: messages(locale).register.title,
    crumbs: consultationCrumbs(scope),
    query: query.toString(),
    body: (
      <ConsultationFrame actor={scope.actor} locale={locale} engagement={engagement} home={home} publicAddress={`/${locale}/${council.slug}/consultations/${engagement.slug}`} part="register" now={now()}>
        <RegisterPage locale={locale} address={`${home}/register`} asked={asked} listed={listed} counts={counts} considered={considered} page={page} mayEnter={engagement.consultation.version !== null && can(actor, "responses.enter", undefined)} />
      </ConsultationFrame>
    ),
  };
});
