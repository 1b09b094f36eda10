import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteOfBallots } from "#features/involvement/drafting/queries.ts";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { print } from "#features/voting/access-codes/actions.ts";
import { getBatch } from "#features/voting/access-codes/queries.ts";
import { PrintPage } from "#features/voting/access-codes/ui/print-page.tsx";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";

export const dynamic = "force-dynamic";

/** What is printed is opened by a form, because each opening is recorded. */
export const GET = officerPage<"vote" | "batch">((scope, { params }) => Promise.resolve(goTo(`${voteHome(scope, params.vote)}/codes/${params.batch}`)));

export const POST = officerForm<"vote" | "batch">(async (scope, { values }, { params }) => {
  const vote = await getVoteOfBallots(scope, params.vote);
  const batch = await getBatch(scope, vote.id, params.batch);
  const home = `${voteHome(scope, vote.id)}/codes`;
  const { slug, texts, opensAt, closesAt } = vote;
  const printed = await print(scope, { batchId: batch.id, vote: { slug, title: texts.title, opensAt, closesAt }, baseUrl: env().BASE_URL }, values);
  if (!printed.ok) return goTo(`${home}/${batch.id}`);
  if ("file" in printed.value) {
    const { bytes, contentType, name } = printed.value.file;
    return new Response(new Uint8Array(bytes), {
      headers: { "Content-Type": contentType, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
    });
  }
  return {
    title: batch.label,
    crumbs: [...voteCrumbs(scope, vote), { href: home, text: messages(scope.locale).accessCodes.desk.title }, { href: `${home}/${batch.id}`, text: batch.label }],
    headers: { "Cache-Control": "no-store" },
    body: <PrintPage {...printed.value.page} />,
  };
});
