import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { appeal } from "#features/asset-transfers/commenting/actions.ts";
import { findOwnComment } from "#features/asset-transfers/commenting/queries.ts";
import { NoOwnComment, OwnCommentPage } from "#features/asset-transfers/commenting/ui/comment-forms.tsx";
import { getTransfer } from "#features/asset-transfers/queries.ts";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

const pageOf = ({ locale, council }: ActorScope, slug: string): string => `/${locale}/${council.slug}/asset-transfers/${slug}`;

async function show(scope: ActorScope, slug: string, appealed: boolean, refused?: RefusedForm) {
  const { locale } = scope;
  const transfer = await getTransfer(scope, slug);
  const comment = await findOwnComment(scope, transfer.id);
  const back = `${pageOf(scope, slug)}#comments`;
  const title = textIn(transfer.title, locale).text;
  return {
    title: messages(locale).transferComments.own.title({ title }),
    status: refused ? 422 : 200,
    section: "transfers" as const,
    robots: "noindex",
    crumbs: [{ href: pageOf(scope, slug), text: title }],
    body: comment === null ? <NoOwnComment locale={locale} back={back} title={transfer.title} /> : <OwnCommentPage locale={locale} form={refused ?? EMPTY_FORM} back={back} title={transfer.title} comment={comment} appealed={appealed} />,
  };
}

export const GET = memberPage<"transfer">((scope, { params, query }) => show(scope, params.transfer, query.has("appealed")));

export const POST = memberForm<"transfer">(async (scope, { values }, { params }) => {
  const sent = await appeal({ scope, slug: params.transfer }, values);
  return sent.ok ? goTo(`${pageOf(scope, params.transfer)}/own-comment?appealed`) : show(scope, params.transfer, false, sent.error);
});
