import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getDeclaredVote } from "#features/involvement/announcing/queries.ts";
import { pressSheet } from "#features/involvement/announcing/ui/press-sheet.ts";
import { PressPage } from "#features/involvement/announcing/ui/press-page.tsx";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** What newspapers are told of a result, in both languages, to be printed or copied. */
export const GET = publicPage<"vote">(async (scope, { params }) => {
  const { locale, council } = scope;
  const declared = await getDeclaredVote(scope, params.vote);
  const home = `/${locale}/${council.slug}`;
  const voteAddress = `${home}/votes/${declared.vote.slug}`;
  const locales = locale === "en" ? (["en", "cy"] as const) : (["cy", "en"] as const);
  return {
    title: messages(locale).announcing.pressSheet.title({ vote: textIn(declared.vote.title, locale).text }),
    section: "results",
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: `${voteAddress}/results`, text: messages(locale).results.crumb },
    ],
    body: <PressPage locale={locale} sheets={locales.map((each) => pressSheet({ council, vote: declared, locale: each, base: env().BASE_URL }))} documentAddress={`${voteAddress}/press-sheet.docx`} />,
  };
});
