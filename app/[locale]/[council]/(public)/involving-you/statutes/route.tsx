import { publicPage } from "#features/councils/respond.tsx";
import { listStatutesToChoose } from "#features/involvement/statutes/queries.ts";
import { StatutesPage } from "#features/involvement/statutes/ui/statutes-page.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage(async (scope) => {
  const { locale, council } = scope;
  const t = messages(locale);
  const home = `/${locale}/${council.slug}`;
  return {
    title: t.duty.statutes.title,
    section: "involving",
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/involving-you`, text: t.duty.public.title },
    ],
    body: <StatutesPage locale={locale} statutes={await listStatutesToChoose(scope)} />,
  };
});
