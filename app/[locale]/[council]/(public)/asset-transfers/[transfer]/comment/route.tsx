import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { comment } from "#features/asset-transfers/commenting/actions.ts";
import { findOwnComment, listComments } from "#features/asset-transfers/commenting/queries.ts";
import { CommentForm } from "#features/asset-transfers/commenting/ui/comment-forms.tsx";
import { takesComments } from "#features/asset-transfers/commenting/ui/comments.tsx";
import { getTransfer } from "#features/asset-transfers/queries.ts";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { textIn } from "#domain/basics/bilingual.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

const pageOf = ({ locale, council }: ActorScope, slug: string): string => `/${locale}/${council.slug}/asset-transfers/${slug}`;

async function show(scope: ActorScope, slug: string, refused?: RefusedForm) {
  const { locale, actor } = scope;
  const transfer = await getTransfer(scope, slug);
  if (!refused && (await findOwnComment(scope, transfer.id))) return goTo(`${pageOf(scope, slug)}/own-comment`);
  if (!refused && !takesComments(await listComments(transfer.id), londonDay(now()))) return goTo(`${pageOf(scope, slug)}#comments`);
  const title = textIn(transfer.title, locale).text;
  return {
    title: messages(locale).transferComments.form.title({ title }),
    status: refused ? 422 : 200,
    section: "transfers" as const,
    crumbs: [{ href: pageOf(scope, slug), text: title }],
    body: <CommentForm locale={locale} form={refused ?? EMPTY_FORM} back={pageOf(scope, slug)} title={transfer.title} once={randomId()} name={actor.name} />,
  };
}

export const GET = memberPage<"transfer">((scope, { params }) => show(scope, params.transfer));

export const POST = memberForm<"transfer">(async (scope, { values }, { params }) => {
  const sent = await comment({ scope, slug: params.transfer }, values);
  return sent.ok ? goTo(`${pageOf(scope, params.transfer)}?commented`) : show(scope, params.transfer, sent.error);
});
