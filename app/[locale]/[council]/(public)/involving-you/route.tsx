import { publicPage } from "#features/councils/respond.tsx";
import { wantedDuty } from "#features/involvement/duty/input.ts";
import { getDutyYear } from "#features/involvement/duty/queries.ts";
import { Register } from "#features/involvement/duty/ui/register.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { remembered } from "#platform/plain-page/remembered.ts";

export const GET = remembered(publicPage(async (scope, { query, path }) => {
  const { locale, council } = scope;
  const t = messages(locale);
  const home = `/${locale}/${council.slug}`;
  const at = now();
  return {
    title: t.duty.public.title,
    section: "involving",
    // What is made for paper has no menu.
    layout: query.has("print") ? "task" : "public",
    scripts: ["print"],
    crumbs: [{ href: home, text: t.site.haveYourSay }],
    query: query.toString(),
    body: <Register locale={locale} home={home} duty={await getDutyYear(scope, wantedDuty(query, at))} now={at} printedFrom={`${env().BASE_URL}${path}`} />,
  };
}));
