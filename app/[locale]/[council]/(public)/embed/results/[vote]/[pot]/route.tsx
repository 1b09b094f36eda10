import { textIn } from "#domain/basics/bilingual.ts";
import { found } from "#domain/policy/access-error.ts";
import { listProjects } from "#features/budgeting/projects/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getBudgetVote } from "#features/involvement/queries.ts";
import { getResult } from "#features/voting/results/queries.ts";
import { EmbeddedResult } from "#features/voting/results/ui/embedded-result.tsx";
import { resultParts } from "#features/voting/results/ui/options-to-show.ts";
import { resultTitle } from "#features/voting/results/ui/result-page.tsx";
import { env } from "#platform/env.ts";
import { renderDocument } from "#platform/plain-page/document.tsx";
import { EMBEDDED_POLICY, htmlResponse } from "#platform/plain-page/html-response.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** A declared result as a page that other sites may put in a frame: here alone the policy allows that. */
export const GET = publicPage<"vote" | "pot">(async (scope, { params }) => {
  const { locale, council } = scope;
  const vote = await getBudgetVote(scope, params.vote);
  const pot = found(
    vote.pots.find(({ slug }) => slug === params.pot),
    "pot",
  );
  const declared = found((await getResult(scope, pot.pollId)).declared, "declared result");
  const home = `/${locale}/${council.slug}`;
  const voteAddress = `${home}/votes/${vote.slug}`;
  const resultAddress = `${voteAddress}/results/${pot.slug}`;
  const parts = resultParts({ locale, home, voteAddress, resultAddress }, declared, await listProjects(scope, [pot.id]));
  const props = { parts, council: council.name, pot: { ...pot, ofArea: pot.areaId !== null }, address: `${env().BASE_URL}${resultAddress}` };
  const html = renderDocument({
    lang: locale,
    title: `${resultTitle(props)} – ${textIn(council.name, locale).text}`,
    brandHref: `/brand/${council.slug}/${council.brand.brand.slice(1)}.css`,
    robots: "noindex",
    canonical: props.address,
    bodyClass: "embedded",
    children: <EmbeddedResult {...props} />,
  });
  return htmlResponse(html, { headers: { "Content-Security-Policy": EMBEDDED_POLICY, "Cross-Origin-Resource-Policy": "cross-origin" } });
});
