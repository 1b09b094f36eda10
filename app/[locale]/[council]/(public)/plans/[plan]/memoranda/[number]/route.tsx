import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getMemorandum } from "#features/priorities/plans/queries.ts";
import { MemorandumPage } from "#features/priorities/plans/ui/plan-page.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"plan" | "number">(async (scope, { params }) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const memorandum = await getMemorandum(scope, params.plan, params.number);
  const t = messages(locale);
  return {
    title: t.plans.memorandum({ number: format(locale).number(memorandum.number) }),
    section: "priorities",
    scripts: ["print"],
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/plans/${params.plan}`, text: textIn(memorandum.content.agreement, locale).text },
    ],
    body: <MemorandumPage locale={locale} home={home} memorandum={memorandum} printAddress={`${home}/plans/${params.plan}/memoranda/${memorandum.number}`} />,
  };
});
