import { openIdeas } from "#features/budgeting/ideas/queries.ts";
import { categoryName } from "#features/budgeting/ideas/ui/idea-words.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { getVoteWithIdeas } from "#features/involvement/ideas/queries.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

export const dynamic = "force-dynamic";

/** Every idea everybody may see, as open data: pence as pounds with two places, instants in UTC. */
export const GET = publicPage<"vote">(async (scope, { params }) => {
  const vote = await getVoteWithIdeas(scope, params.vote);
  async function* rows() {
    yield ["number", "title_en", "title_cy", "text_en", "text_cy", "written_in", "subject", "area", "place", "longitude", "latitude", "supports", "author_estimate_pounds", "state", "reason_en", "reason_cy", "author", "sent_at", "address"];
    for await (const idea of openIdeas(scope, vote.programmeId))
      yield [
        idea.number,
        idea.title.en,
        idea.title.cy,
        idea.text.en,
        idea.text.cy,
        idea.writtenIn,
        categoryName(vote.call.form, idea.category, "en"),
        idea.area?.en ?? "",
        idea.place,
        idea.longitude ?? "",
        idea.latitude ?? "",
        idea.supports,
        idea.costPence === null ? "" : (idea.costPence / 100).toFixed(2),
        idea.state,
        idea.reason.en,
        idea.reason.cy,
        idea.authorName,
        idea.sentAt.toISOString(),
        `/${scope.council.slug}/votes/${vote.slug}/ideas/${idea.number}`,
      ];
  }
  return csvResponse(`${scope.council.slug}-${vote.slug}-ideas.csv`, rows());
});
