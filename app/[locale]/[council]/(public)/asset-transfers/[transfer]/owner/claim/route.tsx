import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { readDocumentForm } from "#features/asset-transfers/applying/actions.ts";
import { sendClaim } from "#features/asset-transfers/compensation/actions.ts";
import { ClaimForm } from "#features/asset-transfers/compensation/ui/compensation.tsx";
import { findOwnListing } from "#features/asset-transfers/queries.ts";
import { badBody, goTo, memberPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

const ownerOf = ({ locale, council }: ActorScope, slug: string): string => `/${locale}/${council.slug}/asset-transfers/${slug}/owner`;

async function show(scope: ActorScope, slug: string, refused?: RefusedForm) {
  const { locale } = scope;
  const t = messages(locale);
  const listing = await findOwnListing(scope, slug);
  if (listing === null) return goTo(ownerOf(scope, slug));
  return {
    title: t.compensation.owner.title,
    status: refused ? 422 : 200,
    section: "transfers" as const,
    robots: "noindex",
    crumbs: [{ href: ownerOf(scope, slug), text: t.listingReviews.owner.title({ title: textIn(listing.title, locale).text }) }],
    body: <ClaimForm locale={locale} form={refused ?? EMPTY_FORM} back={{ href: ownerOf(scope, slug), text: t.listingReviews.owner.back }} once={randomId()} />,
  };
}

export const GET = memberPage<"transfer">((scope, { params }) => show(scope, params.transfer));

export const POST = memberPage<"transfer">(async (scope, { params, request }) => {
  // Nobody but the owner has large files read.
  if ((await findOwnListing(scope, params.transfer)) === null) return goTo(ownerOf(scope, params.transfer));
  const posted = await readDocumentForm(request);
  if (!posted.ok) return badBody(scope.locale, posted.error);
  const sent = await sendClaim({ scope, slug: params.transfer }, posted.value);
  return sent.ok ? goTo(`${ownerOf(scope, params.transfer)}?done=claim`) : show(scope, params.transfer, sent.error);
});
