import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { askAsOwner, askOwnerTime, sayOwnerTime } from "#features/asset-transfers/listing/actions.ts";
import { openOwnerForms, OWNER_FORMS, OwnerFormPage, ownerFormTitle, type OwnerForm } from "#features/asset-transfers/listing/ui/owner-page.tsx";
import { findOwnListing } from "#features/asset-transfers/queries.ts";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

interface Place {
  readonly transfer: string;
  readonly form: string;
}

const ACTS = { review: askAsOwner, "longer-time": askOwnerTime, "answer-time": sayOwnerTime } as const;

const whichOf = ({ form }: Place): OwnerForm => found(OWNER_FORMS.find((each) => each === form), "form");
const pageOf = ({ locale, council }: ActorScope, { transfer }: Place): string => `/${locale}/${council.slug}/asset-transfers/${transfer}/owner`;

async function show(scope: ActorScope, place: Place, refused?: RefusedForm) {
  const { locale, council } = scope;
  const which = whichOf(place);
  const listing = await findOwnListing(scope, place.transfer);
  // What cannot be done now is not asked for; a form that was sent is shown again with the reason.
  if (listing === null || (!refused && !openOwnerForms(listing, londonDay(now())).includes(which))) return goTo(pageOf(scope, place));
  return {
    title: ownerFormTitle(locale, which),
    status: refused ? 422 : 200,
    section: "transfers" as const,
    robots: "noindex",
    crumbs: [{ href: pageOf(scope, place), text: messages(locale).listingReviews.owner.title({ title: textIn(listing.title, locale).text }) }],
    body: <OwnerFormPage locale={locale} home={`/${locale}/${council.slug}`} which={which} listing={listing} form={refused ?? EMPTY_FORM} once={randomId()} today={londonDay(now())} />,
  };
}

export const GET = memberPage<"transfer" | "form">((scope, { params }) => show(scope, params));

export const POST = memberForm<"transfer" | "form">(async (scope, { values }, { params }) => {
  const which = whichOf(params);
  const sent = await ACTS[which]({ scope, slug: params.transfer }, values);
  return sent.ok ? goTo(`${pageOf(scope, params)}?done=${which === "review" ? "review" : "time"}`) : show(scope, params, sent.error);
});
