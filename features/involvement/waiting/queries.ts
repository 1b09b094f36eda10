import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { countLate } from "#features/budgeting/delivery/queries.ts";
import { countReviewsWaiting, type ReviewsWaiting } from "#features/budgeting/feasibility/queries.ts";
import { countToModerate, type IdeasToModerate } from "#features/budgeting/ideas/queries.ts";
import { countWaiting } from "#features/eligibility/claims/queries.ts";
import { countEnquiries } from "#features/eligibility/rolls/queries.ts";
import { listElectionsWaiting, type ElectionWaiting } from "#features/involvement/electing/queries.ts";
import { countOffers, type OffersToRead } from "#features/involvement/promises/queries.ts";
import { listOpenAmendments, type OpenAmendment } from "#features/involvement/amendments/queries.ts";

/** What waits besides the next step of each engagement. */
export interface Waiting {
  readonly ideas: readonly IdeasToModerate[];
  readonly reviews: readonly ReviewsWaiting[];
  readonly amendments: readonly OpenAmendment[];
  /** Of each vote, by its engagement. */
  readonly requests: ReadonlyMap<string, { readonly count: number; readonly dueAt: Date | null }>;
  readonly enquiries: { readonly count: number; readonly since: Date | null };
  /** Each election, with what waits there. */
  readonly elections: readonly ElectionWaiting[];
  /** Of each election, promises that those elected have added. */
  readonly offers: readonly OffersToRead[];
  readonly lateProjects: { readonly count: number; readonly since: CivilDay | null };
}

const NONE = { count: 0, since: null };

/** What waits for this person: what they may not do anything about is left out. */
export async function listWaiting(scope: ActorScope, today: CivilDay, at: Date): Promise<Waiting> {
  const { actor } = scope;
  const may = { moderate: can(actor, "ideas.moderate", null), requests: can(actor, "claims.see-people", null), rolls: can(actor, "roll.manage", null), deliver: can(actor, "delivery.edit", null), offers: can(actor, "promise.follow", null) };
  const [ideas, reviews, open, requests, enquiries, lateProjects, elections, offers] = await Promise.all([
    may.moderate ? countToModerate(scope) : [],
    countReviewsWaiting(scope, today),
    listOpenAmendments(scope),
    may.requests ? countWaiting(scope) : new Map<string, never>(),
    may.rolls ? countEnquiries(scope) : NONE,
    may.deliver ? countLate(scope, today) : NONE,
    listElectionsWaiting(scope, at),
    may.offers ? countOffers(scope) : [],
  ]);
  const [assigns, decides] = [can(actor, "reviews.assign", null), can(actor, "reviews.decide", null)];
  return {
    ideas,
    reviews: reviews.map((review) => ({ ...review, ...(assigns ? {} : { late: 0, lateSince: null }), ...(decides ? {} : { ready: 0 }) })),
    amendments: open.filter(({ proposedById }) => can(actor, "amendment.decide", { state: "published", proposedBy: proposedById })),
    requests,
    elections,
    offers,
    enquiries,
    lateProjects,
  };
}
