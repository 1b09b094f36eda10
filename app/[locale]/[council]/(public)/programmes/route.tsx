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
  const { pooledBudgets, programme, site } = messages(locale);
  return {
    title: programme.list.title,
    section: "take-part",
    crumbs: [{ href: home, text: site.haveYourSay }],
    body: (
      <div className="stack-l">
        <ProgrammesList locale={locale} home={home} programmes={await listProgrammes(scope)} now={now()} />
        <p>
          <a href={`${home}/pooled-budgets`}>{pooledBudgets.title}</a>
        </p>
      </div>
    ),
  };
});
