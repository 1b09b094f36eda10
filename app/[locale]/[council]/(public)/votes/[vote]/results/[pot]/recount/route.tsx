import { textIn } from "#domain/basics/bilingual.ts";
import { found } from "#domain/policy/access-error.ts";
import { downloadNames, publishesBallots } from "#domain/voting/results/published-ballots.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getBudgetVote } from "#features/involvement/queries.ts";
import { getResult } from "#features/voting/results/queries.ts";
import { RecountPage } from "#features/voting/recount/ui/recount-page.tsx";
import { messages } from "#i18n/messages.ts";
import { assetAddress } from "#platform/plain-page/assets.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"vote" | "pot">(async (scope, { params }) => {
  const { locale, council } = scope;
  const vote = await getBudgetVote(scope, params.vote);
  const pot = found(
    vote.pots.find(({ slug }) => slug === params.pot),
    "pot",
  );
  const { sheet, options } = found((await getResult(scope, pot.pollId)).declared, "declared result");
  const home = `/${locale}/${council.slug}`;
  const voteAddress = `${home}/votes/${vote.slug}`;
  const back = `${voteAddress}/results/${pot.slug}`;
  const names = downloadNames(options);
  const published = publishesBallots(sheet.ballots)
    ? {
        votes: `${back}/votes.pb`,
        sheet: `${back}/count.json`,
        rule: sheet.outcome.rule,
        increment: String(sheet.outcome.params.increment / 100),
        lots: sheet.lots.map((number) => names.get(number)).join(","),
        titles: Object.fromEntries(options.map(({ number, title }) => [number, textIn(title, locale).text])),
      }
    : null;
  return {
    title: messages(locale).recount.title,
    section: "results",
    scripts: published ? ["recount"] : [],
    crumbs: [
      { href: home, text: messages(locale).site.haveYourSay },
      { href: voteAddress, text: textIn(vote.title, locale).text },
      { href: back, text: messages(locale).results.crumb },
    ],
    body: <RecountPage locale={locale} worker={assetAddress("recount-worker.js")} published={published} back={back} />,
  };
});
