import { publicPage } from "#features/councils/respond.tsx";
import { listProgrammes } from "#features/involvement/phases/queries.ts";
import { ProgrammesList } from "#features/involvement/phases/ui/programme-page.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const { programme, site } = messages(locale);
  return {
    title: programme.list.title,
    section: "take-part",
    crumbs: [{ href: home, text: site.haveYourSay }],
    body: <ProgrammesList locale={locale} home={home} programmes={await listProgrammes(scope)} now={now()} />,
  };
});
