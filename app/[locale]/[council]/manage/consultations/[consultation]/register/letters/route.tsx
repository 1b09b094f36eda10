import { LETTER_OCCASIONS } from "#domain/consultations/response.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { postLetters } from "#features/consultations/register/actions.ts";
import { listLettersToPost, mayEnterResponses } from "#features/consultations/register/queries.ts";
import { LettersPage } from "#features/consultations/register/ui/letters-page.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation">((scope, { params, query }) => show(scope, params.consultation, query));

export const POST = officerForm<"consultation">(async (scope, { values }, { params, query, path }) => {
  const { consultation } = await getConsultationForOfficers(scope, params.consultation);
  const posted = await postLetters({ scope, consultationId: consultation.id }, values);
  return posted.ok ? goTo(`${path}?${query.toString()}`) : { ...(await show(scope, params.consultation, query)), status: 422 };
});

async function show(scope: ActorScope, engagementId: string, query: URLSearchParams) {
  const { locale, council } = scope;
  mayEnterResponses(scope);
  const engagement = await getConsultationForOfficers(scope, engagementId);
  const occasion = LETTER_OCCASIONS.find((each) => each === query.get("for")) ?? "received";
  const t = messages(locale).register;
  const list = `${consultationHome(scope, engagement.id)}/register`;
  return {
    title: t.letters.title,
    crumbs: [...consultationCrumbs(scope, engagement), { href: list, text: t.title }],
    query: query.toString(),
    body: (
      <LettersPage
        locale={locale}
        address={`${list}/letters`}
        council={council.name}
        title={engagement.texts.title}
        occasion={occasion}
        letters={await listLettersToPost(scope, engagement.consultation.id, occasion)}
        resultsAt={(language) => `${env().BASE_URL}/${language}/${council.slug}/consultations/${engagement.slug}/results`}
        now={now()}
      />
    ),
  };
}
