import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { askToDecide, enterPaperClaimReview, sayClaimAppeal, sayClaimAppealEnd, sayFirst, sayReviewed } from "#features/asset-transfers/compensation/actions.ts";
import { getClaimForOfficers, listClaimOfficersToAsk } from "#features/asset-transfers/compensation/queries.ts";
import { CLAIM_FORMS, ClaimFormPage, claimFormTitle, claimPageTitle, openClaimForms, type ClaimForm } from "#features/asset-transfers/compensation/ui/compensation.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

interface Place {
  readonly transfer: string;
  readonly claim: string;
  readonly form: string;
}

const ACTS = { officer: askToDecide, decide: sayFirst, "paper-review": enterPaperClaimReview, "decide-review": sayReviewed, appeal: sayClaimAppeal, "appeal-end": sayClaimAppealEnd } as const;

const whichOf = ({ form }: Place): ClaimForm => found(CLAIM_FORMS.find((each) => each === form), "form");
const claimOf = ({ locale, council }: ActorScope, { transfer, claim }: Place): string => `/${locale}/${council.slug}/manage/asset-transfers/${transfer}/claims/${claim}`;

async function show(scope: ActorScope, place: Place, refused?: RefusedForm) {
  const { locale, council } = scope;
  const which = whichOf(place);
  const desk = await getClaimForOfficers(scope, place.transfer, place.claim);
  const today = londonDay(now());
  // What cannot be done now is not asked for; a form that was sent is shown again with the reason.
  if (!refused && !openClaimForms(scope.actor, desk).includes(which)) return goTo(claimOf(scope, place));
  return {
    title: claimFormTitle(locale, which),
    status: refused ? 422 : 200,
    crumbs: [
      { href: `/${locale}/${council.slug}/manage/asset-transfers`, text: messages(locale).assetTransfers.manage.title },
      { href: `/${locale}/${council.slug}/manage/asset-transfers/${place.transfer}`, text: textIn(desk.title, locale).text },
      { href: claimOf(scope, place), text: claimPageTitle(locale, desk.title) },
    ],
    body: <ClaimFormPage locale={locale} form={refused ?? EMPTY_FORM} back={{ href: claimOf(scope, place), text: messages(locale).compensation.back }} which={which} desk={desk} today={today} officers={which === "officer" ? await listClaimOfficersToAsk(scope) : []} />,
  };
}

export const GET = officerPage<"transfer" | "claim" | "form">((scope, { params }) => show(scope, params));

export const POST = officerForm<"transfer" | "claim" | "form">(async (scope, { values }, { params }) => {
  const done = await ACTS[whichOf(params)]({ scope, slug: params.transfer, claimId: params.claim }, values);
  return done.ok ? goTo(claimOf(scope, params)) : show(scope, params, done.error);
});
