import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { report } from "#features/asset-transfers/commenting/actions.ts";
import { findShownComment } from "#features/asset-transfers/commenting/queries.ts";
import { ReportForm } from "#features/asset-transfers/commenting/ui/comment-forms.tsx";
import { getTransfer } from "#features/asset-transfers/queries.ts";
import { goTo, publicForm, publicPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

const pageOf = ({ locale, council }: PublicScope, slug: string): string => `/${locale}/${council.slug}/asset-transfers/${slug}`;

async function show(scope: PublicScope, slug: string, commentId: string, refused?: RefusedForm) {
  const { locale } = scope;
  const transfer = await getTransfer(scope, slug);
  const comment = found(await findShownComment(transfer.id, commentId), "comment");
  return {
    title: messages(locale).transferComments.reporting.title,
    status: refused ? 422 : 200,
    section: "transfers" as const,
    robots: "noindex",
    query: new URLSearchParams({ comment: commentId }).toString(),
    crumbs: [{ href: pageOf(scope, slug), text: textIn(transfer.title, locale).text }],
    body: <ReportForm locale={locale} form={refused ?? EMPTY_FORM} back={`${pageOf(scope, slug)}#comments`} comment={comment} />,
  };
}

export const GET = publicPage<"transfer">((scope, { params, query }) => show(scope, params.transfer, query.get("comment") ?? ""));

export const POST = publicForm<"transfer">(async (scope, { values }, { params, request }) => {
  const sent = await report({ scope, slug: params.transfer }, request, values);
  return sent.ok ? goTo(`${pageOf(scope, params.transfer)}?reported`) : show(scope, params.transfer, values["commentId"]?.at(-1) ?? "", sent.error);
});
