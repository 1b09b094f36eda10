import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { officerForm, officerPage } from "#features/councils/respond.tsx";
import { getVoteOfBallots } from "#features/involvement/drafting/queries.ts";
import { voteCrumbs, voteHome } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { codeAddress, shownAddress } from "#features/voting/access-codes/ui/print-work.ts";
import { checkIn } from "#features/voting/check-in/actions.ts";
import { listMyPlaces, rollsOfPolls, searchRolls } from "#features/voting/check-in/queries.ts";
import { CheckInPage, CheckInRefused, HandedOverPage } from "#features/voting/check-in/ui/check-in-page.tsx";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";
import { qrSquares } from "#platform/pdf/qr-squares.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

interface Asked {
  readonly place: string;
  readonly wanted: string;
  readonly asPerson: boolean;
}

async function show(scope: ActorScope, voteId: string, { place: asked, wanted, asPerson }: Asked, form: RefusedForm = EMPTY_FORM) {
  const { locale, actor } = scope;
  const vote = await getVoteOfBallots(scope, voteId);
  const places = await listMyPlaces(scope);
  const place = places.find(({ id }) => id === asked) ?? (places.length === 1 ? (places[0] ?? null) : null);
  const rolls = await rollsOfPolls(scope, vote.ballots.map(({ pollId }) => pollId));
  return {
    title: messages(locale).checkIn.title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: voteCrumbs(scope, vote),
    body: (
      <CheckInPage
        locale={locale}
        vote={textIn(vote.texts.title, locale).text}
        home={`${voteHome(scope, vote.id)}/check-in`}
        places={places}
        place={place}
        hasRoll={rolls.length > 0}
        asPerson={asPerson}
        wanted={wanted}
        found={place !== null && wanted !== "" ? await searchRolls(scope, place.id, rolls, wanted) : null}
        mayHandPapers={place !== null && can(actor, "paper.hand-out", place)}
        once={randomId()}
        form={form}
      />
    ),
  };
}

export const GET = officerPage<"vote">((scope, { params, query }) =>
  show(scope, params.vote, { place: query.get("place") ?? "", wanted: (query.get("q") ?? "").slice(0, 120), asPerson: query.get("who") === "person" }),
);

export const POST = officerForm<"vote">(async (scope, { values }, { params }) => {
  const { locale, council } = scope;
  const vote = await getVoteOfBallots(scope, params.vote);
  const { ballots: pots } = vote;
  const done = await checkIn({ scope, voteId: vote.id, pollIds: pots.map(({ pollId }) => pollId) }, values);
  const first = (field: string) => typed({ values, faults: [] }, field);
  const next = `${voteHome(scope, vote.id)}/check-in?place=${encodeURIComponent(first("place"))}`;
  const t = messages(locale).checkIn;
  const crumbs = voteCrumbs(scope, vote);
  if (!done.ok) {
    if ("faults" in done.error) return show(scope, vote.id, { place: first("place"), wanted: first("q"), asPerson: first("who") === "person" }, done.error);
    return { title: t.refused[done.error.code], status: 409, crumbs, body: <CheckInRefused locale={locale} refusal={done.error} next={next} /> };
  }
  const handed = done.value;
  const address = codeAddress({ baseUrl: env().BASE_URL, council, vote: { slug: vote.slug, title: vote.texts.title, opensAt: vote.opensAt, closesAt: vote.closesAt } }, locale);
  return {
    title: handed.kind === "online" ? t.code.title : t.paper.title,
    crumbs,
    headers: { "Cache-Control": "no-store" },
    body: (
      <HandedOverPage
        locale={locale}
        handed={handed}
        ballots={new Map(pots.map(({ pollId, name }) => [pollId, textIn(name, locale).text]))}
        address={shownAddress(address)}
        squares={handed.kind === "online" ? qrSquares(`${address}#${handed.code}`) : null}
        next={next}
      />
    ),
  };
});
