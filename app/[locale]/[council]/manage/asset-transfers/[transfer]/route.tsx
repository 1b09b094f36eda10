import { textIn } from "#domain/basics/bilingual.ts";
import { can } from "#domain/policy/authorise.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { listComments } from "#features/asset-transfers/commenting/queries.ts";
import { listClaimsForOfficers } from "#features/asset-transfers/compensation/queries.ts";
import { ClaimsOnDesk } from "#features/asset-transfers/compensation/ui/compensation.tsx";
import { countEngagementsTiedTo, getTransferForOfficers } from "#features/asset-transfers/queries.ts";
import { DeskPage, openDeskForms } from "#features/asset-transfers/desk/ui/desk.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { env } from "#platform/env.ts";
import { now } from "#platform/clock.ts";

export const GET = officerPage<"transfer">(async (scope, { params, query }) => {
  const { locale, council } = scope;
  const transfer = await getTransferForOfficers(scope, params.transfer);
  const comments = await listComments(transfer.id);
  const home = `/${locale}/${council.slug}`;
  const wasListed = transfer.stages.some(({ stage }) => stage === "listed");
  return {
    title: textIn(transfer.title, locale).text,
    crumbs: [{ href: `${home}/manage/asset-transfers`, text: messages(locale).assetTransfers.manage.title }],
    body: (
      <DeskPage
        locale={locale}
        home={home}
        transfer={transfer}
        engagements={await countEngagementsTiedTo(scope, transfer.id)}
        actor={scope.actor}
        comments={comments}
        scanner={env().SCAN_COMMAND !== undefined}
        forms={openDeskForms(scope.actor, transfer, comments, londonDay(now()))}
        today={londonDay(now())}
        claims={wasListed ? <ClaimsOnDesk locale={locale} here={`${home}/manage/asset-transfers/${transfer.slug}`} claims={await listClaimsForOfficers(scope, transfer)} mayEnter={can(scope.actor, "asset-transfer.move", transfer.judged)} /> : null}
        saved={query.has("saved")}
      />
    ),
  };
});
