import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { enterPaperClaim } from "#features/asset-transfers/compensation/actions.ts";
import { PaperClaimForm } from "#features/asset-transfers/compensation/ui/compensation.tsx";
import { getTransferForOfficers } from "#features/asset-transfers/queries.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

const deskOf = ({ locale, council }: ActorScope, slug: string): string => `/${locale}/${council.slug}/manage/asset-transfers/${slug}`;

async function show(scope: ActorScope, slug: string, refused?: RefusedForm) {
  const { locale } = scope;
  const transfer = await getTransferForOfficers(scope, slug);
  authorise(scope, "asset-transfer.move", transfer.judged);
  return {
    title: messages(locale).compensation.forms["paper-claim"].title,
    status: refused ? 422 : 200,
    crumbs: [
      { href: `/${locale}/${scope.council.slug}/manage/asset-transfers`, text: messages(locale).assetTransfers.manage.title },
      { href: deskOf(scope, slug), text: textIn(transfer.title, locale).text },
    ],
    body: <PaperClaimForm locale={locale} form={refused ?? EMPTY_FORM} back={{ href: deskOf(scope, slug), text: messages(locale).assetTransfers.manage.backToOne }} once={randomId()} today={londonDay(now())} />,
  };
}

export const GET = officerPage<"transfer">((scope, { params }) => show(scope, params.transfer));

export const POST = officerForm<"transfer">(async (scope, { values }, { params }) => {
  const entered = await enterPaperClaim({ scope, slug: params.transfer }, values);
  return entered.ok ? goTo(`${deskOf(scope, params.transfer)}?saved#compensation`) : show(scope, params.transfer, entered.error);
});
