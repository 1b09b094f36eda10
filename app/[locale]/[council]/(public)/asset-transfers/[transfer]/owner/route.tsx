import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { openWithCode } from "#features/asset-transfers/listing/actions.ts";
import { OwnerCode, ownerDone, OwnerPage } from "#features/asset-transfers/listing/ui/owner-page.tsx";
import { listOwnClaims } from "#features/asset-transfers/compensation/queries.ts";
import { OwnClaims } from "#features/asset-transfers/compensation/ui/compensation.tsx";
import { findOwnListing, getTransfer } from "#features/asset-transfers/queries.ts";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

async function show(scope: ActorScope, slug: string, done: string | null, refused?: RefusedForm) {
  const { locale, council } = scope;
  const t = messages(locale).listingReviews.owner;
  const home = `/${locale}/${council.slug}`;
  const listing = await findOwnListing(scope, slug);
  const transfer = listing ?? (await getTransfer(scope, slug));
  found(transfer.stages.find(({ stage }) => stage === "listed"), "listing");
  const title = textIn(transfer.title, locale).text;
  return {
    title: listing === null ? t.codeTitle : t.title({ title }),
    status: refused ? 422 : 200,
    section: "transfers" as const,
    robots: "noindex",
    crumbs: [{ href: `${home}/asset-transfers/${slug}`, text: title }],
    body: listing === null ? <OwnerCode locale={locale} home={home} slug={slug} title={transfer.title} form={refused ?? EMPTY_FORM} /> : <OwnerPage locale={locale} home={home} listing={listing} today={londonDay(now())} done={ownerDone(locale, done)} claims={<OwnClaims locale={locale} here={`${home}/asset-transfers/${slug}/owner`} claims={await listOwnClaims(scope, listing.id)} today={londonDay(now())} />} />,
  };
}

export const GET = memberPage<"transfer">((scope, { params, query }) => show(scope, params.transfer, query.get("done")));

export const POST = memberForm<"transfer">(async (scope, { values }, { params }) => {
  const opened = await openWithCode({ scope, slug: params.transfer }, values);
  return opened.ok ? goTo(`/${scope.locale}/${scope.council.slug}/asset-transfers/${params.transfer}/owner?done=opened`) : show(scope, params.transfer, null, opened.error);
});
