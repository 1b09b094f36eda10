import { found } from "#domain/policy/access-error.ts";
import { turns } from "#domain/voting/results/explanation.ts";
import { resultOf } from "#domain/voting/results/count-sheet.ts";
import { findReserve } from "#features/budgeting/reserves/queries.ts";
import { listProjects } from "#features/budgeting/projects/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getBudgetVote } from "#features/involvement/queries.ts";
import { getResult } from "#features/voting/results/queries.ts";
import { env } from "#platform/env.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** A declared result as data for other programs and pages: money in pence, texts in both languages. */
export const GET = publicPage<"vote" | "pot">(async (scope, { params }) => {
  const { locale, council } = scope;
  const vote = await getBudgetVote(scope, params.vote);
  const pot = found(
    vote.pots.find(({ slug }) => slug === params.pot),
    "pot",
  );
  const { sheet, digest, declaredAt } = found((await getResult(scope, pot.pollId)).declared, "declared result");
  const [projects, reserve] = await Promise.all([listProjects(scope, [pot.id]), findReserve(scope, pot, sheet)]);
  const address = `${env().BASE_URL}/${locale}/${council.slug}/votes/${vote.slug}/results/${pot.slug}`;
  const body = {
    format: "folkmoot/result/v1",
    council: council.name,
    vote: { slug: vote.slug, title: vote.title },
    pot: { slug: pot.slug, name: pot.name, amountPence: sheet.budgetPence },
    declaredAt: declaredAt.toISOString(),
    rule: sheet.outcome.rule,
    ballots: sheet.ballots,
    spentPence: sheet.outcome.totalCost,
    projects: turns(sheet).map(({ option, funded, costPence, explanation }) => {
      const project = projects.find(({ number }) => number === option);
      return { number: option, title: project?.title ?? null, costPence, votes: resultOf(sheet, option)?.votes ?? 0, funded, place: resultOf(sheet, option)?.place ?? null, why: explanation, address: project ? `${address}/${project.slug}` : null };
    }),
    reserve: reserve && { leftPence: reserve.leftPence, policy: reserve.policy, line: reserve.line.map(({ option }) => option) },
    digest,
    address,
    licence: "Open Government Licence v3.0",
  };
  return Response.json(body, { headers: { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=300", "X-Content-Type-Options": "nosniff" } });
});
