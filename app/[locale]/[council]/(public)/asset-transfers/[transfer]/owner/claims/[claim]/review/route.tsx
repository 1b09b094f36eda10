import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { askForReview } from "#features/asset-transfers/compensation/actions.ts";
import { listOwnClaims } from "#features/asset-transfers/compensation/queries.ts";
import { ClaimReviewForm } from "#features/asset-transfers/compensation/ui/compensation.tsx";
import { findOwnListing } from "#features/asset-transfers/queries.ts";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

interface Place {
  readonly transfer: string;
  readonly claim: string;
}

const ownerOf = ({ locale, council }: ActorScope, { transfer }: Place): string => `/${locale}/${council.slug}/asset-transfers/${transfer}/owner`;

async function show(scope: ActorScope, place: Place, refused?: RefusedForm) {
  const { locale } = scope;
  const t = messages(locale);
  const listing = await findOwnListing(scope, place.transfer);
  const claim = listing ? (await listOwnClaims(scope, listing.id)).find(({ id }) => id === place.claim) : undefined;
  if (claim === undefined || (!refused && claim.review !== null)) return goTo(ownerOf(scope, place));
  return {
    title: t.compensation.owner.review,
    status: refused ? 422 : 200,
    section: "transfers" as const,
    robots: "noindex",
    crumbs: [{ href: ownerOf(scope, place), text: t.listingReviews.owner.back }],
    body: <ClaimReviewForm locale={locale} form={refused ?? EMPTY_FORM} back={{ href: ownerOf(scope, place), text: t.listingReviews.owner.back }} claim={claim} />,
  };
}

export const GET = memberPage<"transfer" | "claim">((scope, { params }) => show(scope, params));

export const POST = memberForm<"transfer" | "claim">(async (scope, { values }, { params }) => {
  const asked = await askForReview({ scope, slug: params.transfer, claimId: params.claim }, values);
  return asked.ok ? goTo(`${ownerOf(scope, params)}?done=review`) : show(scope, params, asked.error);
});
