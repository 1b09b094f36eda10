import { textIn } from "#domain/basics/bilingual.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { findAsked } from "#features/consultations/analysis/queries.ts";
import { listWardNames } from "#features/consultations/answering/queries.ts";
import { getPublished } from "#features/consultations/publishing/queries.ts";
import { PublishedOne } from "#features/consultations/publishing/ui/published-page.tsx";
import { publicPage } from "#features/councils/respond.tsx";
import { getConsultationAtHand } from "#features/involvement/consultation-at-hand/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

/** One published response, so that a report can point to it. */
export const GET = publicPage<"consultation" | "number">(async (scope, { params }) => {
  const { locale, council } = scope;
  const { engagement, open } = await getConsultationAtHand(scope, params.consultation);
  const response = await getPublished(scope, open.consultationId, params.number);
  const [{ questions }, wards] = await Promise.all([findAsked(scope, open.consultationId), listWardNames(scope)]);
  const t = messages(locale).publishing.public;
  const home = `/${locale}/${council.slug}`;
  const title = textIn(engagement.title, locale).text;
  const address = `${home}/consultations/${engagement.slug}`;
  const name = t.number({ number: format(locale).number(response.number) });
  return {
    title: `${name}: ${title}`,
    section: "results",
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: address, text: title },
      { href: `${address}/responses`, text: t.heading },
    ],
    body: (
      <div className="stack-l">
        <PageHead kicker={title} title={name} />
        <PublishedOne locale={locale} response={response} questions={questions} wards={wards} address={`${address}/responses`} alone />
        <p>
          <a href={`${address}/responses`}>{t.all}</a>
        </p>
      </div>
    ),
  };
});
