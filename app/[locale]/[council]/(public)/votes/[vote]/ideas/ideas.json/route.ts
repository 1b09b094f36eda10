import { openIdeas } from "#features/budgeting/ideas/queries.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getVoteWithIdeas } from "#features/involvement/ideas/queries.ts";

export const dynamic = "force-dynamic";

/** The same as ideas.csv for programs: pence, instants in UTC, both languages. Sent idea by idea, so that its length costs no memory. */
export const GET = publicPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteWithIdeas(scope, params.vote);
  const encoder = new TextEncoder();
  async function* pieces() {
    yield `{"vote":${JSON.stringify({ slug: vote.slug, title: vote.title })},"subjects":${JSON.stringify(vote.call.form.categories)},"ideas":[`;
    let first = true;
    for await (const { id: _id, sight: _sight, areaId: _areaId, ...idea } of openIdeas(scope, vote.programmeId)) {
      yield `${first ? "" : ","}${JSON.stringify(idea)}`;
      first = false;
    }
    yield "]}";
  }
  const all = pieces();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await all.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await all.return(undefined);
    },
  });
  return new Response(body, { headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" } });
});
