import { londonDay } from "#domain/basics/london-time.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise, can } from "#domain/policy/authorise.ts";
import { addNote, allow, askService, decideReview, exclude, keepReview, serviceDone } from "#features/budgeting/feasibility/actions.ts";
import { getReview, listReviewers, nextToReview } from "#features/budgeting/feasibility/queries.ts";
import { ReviewPage, type ReviewPageProps } from "#features/budgeting/feasibility/ui/review-page.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

type Params = Readonly<Record<"vote" | "number", string>>;

const numberOf = ({ number }: Params): number => (/^\d{1,9}$/.test(number) ? Number(number) : -1);

export const GET = officerPage<"vote" | "number">((scope, { params, query }) => show(scope, params, null, query.has("saved")));

export const POST = officerForm<"vote" | "number">(async (scope, form, { params }) => {
  authorise(scope, "reviews.see", null);
  const vote = await getVoteForOfficers(scope, params.vote);
  const programmeId = vote.programme.id;
  const { ideaId, number } = await getReview(scope, programmeId, numberOf(params));
  const at = { scope, programmeId, ideaId };
  const here = `${voteHome(scope, vote.id)}/proposals`;
  const which = form.values["form"]?.[0] ?? "";
  const again = async (name: "findings" | "decide" | "assign" | "note" | "exclude", refused: NonNullable<ReviewPageProps["refused"]>["form"]) => ({ ...(await show(scope, params, { which: name, form: refused }, false)), status: 422 });
  if (which === "findings") {
    const kept = await keepReview(at, form.values);
    if (!kept.ok) return again("findings", kept.error);
    const next = form.values["next"] ? await nextToReview(scope, programmeId, number) : null;
    return goTo(next === null ? `${here}/${number}?saved` : `${here}/${next}`);
  }
  if (which === "decide") {
    const decided = await decideReview(at, form.values);
    return decided.ok ? goTo(`${here}/${number}?saved#decide`) : again("decide", decided.error);
  }
  if (which === "assign") {
    const asked = await askService(at, form.values);
    return asked.ok ? goTo(`${here}/${number}#services`) : again("assign", asked.error);
  }
  if (which === "note") {
    const added = await addNote(at, form.values);
    return added.ok ? goTo(`${here}/${number}#notes`) : again("note", added.error);
  }
  if (which === "exclude") {
    const excluded = await exclude(at, form.values);
    return excluded.ok ? goTo(`${here}/${number}#exclusions`) : again("exclude", excluded.error);
  }
  // A list's buttons: what they name is gone or done already where it is not taken, and the page shows how it stands.
  const pressed = which === "allow" ? await allow(at, form.values) : which === "done" ? await serviceDone(at, form.values) : null;
  return goTo(`${here}/${number}${pressed?.ok ? (which === "allow" ? "#exclusions" : "#services") : ""}`);
});

async function show(scope: ActorScope, params: Params, refused: ReviewPageProps["refused"], saved: boolean) {
  authorise(scope, "reviews.see", null);
  const { locale, council, actor } = scope;
  const vote = await getVoteForOfficers(scope, params.vote);
  const [review, reviewers] = await Promise.all([getReview(scope, vote.programme.id, numberOf(params)), listReviewers(scope)]);
  const home = voteHome(scope, vote.id);
  return {
    title: textIn(review.title, locale).text,
    crumbs: [...voteCrumbs(scope, vote), { href: `${home}/proposals`, text: messages(locale).feasibility.title }],
    body: (
      <ReviewPage
        locale={locale}
        welsh={council.welsh}
        review={review}
        refused={refused}
        reviewers={reviewers}
        may={{ write: can(actor, "reviews.write", null) && review.state !== "on-ballot", decide: can(actor, "reviews.decide", null), assign: can(actor, "reviews.assign", null) }}
        home={home}
        saved={saved}
        today={londonDay(now())}
        once={randomId()}
      />
    ),
  };
}
