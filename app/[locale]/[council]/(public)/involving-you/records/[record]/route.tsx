import { textIn } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { findGaps } from "#domain/involvement/duty.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getRecord } from "#features/involvement/duty/queries.ts";
import { gapsInWords } from "#features/involvement/duty/ui/gap-words.ts";
import { RecordPage } from "#features/involvement/duty/ui/record-page.tsx";
import { listAreasToChoose, listEngagements } from "#features/involvement/queries.ts";
import { listStatutes } from "#features/involvement/statutes/queries.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { remembered } from "#platform/plain-page/remembered.ts";

export const GET = remembered(publicPage<"record">(async (scope, { params, path }) => {
  const { locale, council } = scope;
  const t = messages(locale);
  const versions = await getRecord(scope, /^\d{1,9}$/.test(params.record) ? Number(params.record) : 0);
  const [record] = versions;
  const [published, wards, statutes] = await Promise.all([listEngagements(scope), listAreasToChoose(scope), listStatutes(scope)]);
  const engagements = published.filter(({ id }) => record.engagementIds.includes(id));
  const at = now();
  const gaps = findGaps({ records: [record], engagements, wardIds: [], today: londonDay(at) }).filter(({ kind }) => kind !== "group-not-reached");
  const home = `/${locale}/${council.slug}`;
  return {
    title: textIn(record.title, locale).text,
    section: "involving",
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/involving-you`, text: t.duty.public.title },
    ],
    body: (
      <RecordPage
        locale={locale}
        home={home}
        versions={versions}
        engagements={engagements}
        wards={wards}
        statute={statutes.find(({ code }) => code === record.statute) ?? null}
        gaps={gapsInWords(locale, { gaps, records: [record], engagements, wards })}
        now={at}
        printedFrom={`${env().BASE_URL}${path}`}
      />
    ),
  };
}));
