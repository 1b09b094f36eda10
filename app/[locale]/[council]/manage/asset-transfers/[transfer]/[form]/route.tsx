import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm, type TypedValues } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { pageAsked } from "#domain/basics/page-asked.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { found } from "#domain/policy/access-error.ts";
import { offerTerms } from "#features/asset-transfers/agreement/actions.ts";
import { postOfficerDocument, readOfficerDocumentForm } from "#features/asset-transfers/applying/actions.ts";
import { ask, checkIdentity, decide, moderate, noteNotices, noteReached, score } from "#features/asset-transfers/desk/actions.ts";
import { DESK_FORMS, formWords, openDeskForms, type DeskForm } from "#features/asset-transfers/desk/ui/desk.tsx";
import { DeskFormPage } from "#features/asset-transfers/desk/ui/desk-forms.tsx";
import { allowTime, closeToOwner, enterPaperListingReview, sayListingReview, tellOwnerOfListing } from "#features/asset-transfers/listing/actions.ts";
import { enterPaperComment, lookOrAnswer, takeComments } from "#features/asset-transfers/commenting/actions.ts";
import { findCommentForOfficers, listComments, listCommentsForOfficers } from "#features/asset-transfers/commenting/queries.ts";
import { CommentLookForm } from "#features/asset-transfers/commenting/ui/comment-forms.tsx";
import { CommentList } from "#features/asset-transfers/commenting/ui/comment-list.tsx";
import { askLongerTime, sayTime } from "#features/asset-transfers/longer-time/actions.ts";
import { look, lookAtYear } from "#features/asset-transfers/first-look/actions.ts";
import { tellOwners } from "#features/asset-transfers/notices/actions.ts";
import { askOfficer, sayInterest, takePartAway } from "#features/asset-transfers/parts/actions.ts";
import { acknowledge, enterPaperReview, sayAppeal, sayAppealOutcome, sayHearing, sayReview } from "#features/asset-transfers/reviewing/actions.ts";
import { getTransferForOfficers, listOfficersToAsk } from "#features/asset-transfers/queries.ts";
import { badBody, goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

interface Place {
  readonly transfer: string;
  readonly form: string;
}

const ACTS = { look, "return-look": lookAtYear, comments: takeComments, "paper-comment": enterPaperComment, "comment-look": lookOrAnswer, "paper-review": enterPaperReview, acknowledge, hearing: sayHearing, "decide-review": sayReview, appeal: sayAppeal, "appeal-outcome": sayAppealOutcome, "listing-notice": tellOwnerOfListing, "listing-time": allowTime, "end-owner": closeToOwner, "listing-review": enterPaperListingReview, "decide-listing": sayListingReview, part: askOfficer, "end-part": takePartAway, interest: sayInterest, stage: noteReached, identity: checkIdentity, notice: noteNotices, "owner-notice": tellOwners, question: ask, "longer-time": askLongerTime, "answer-time": sayTime, score, moderate, decide, terms: offerTerms } as const;

const whichOf = ({ form }: Place): DeskForm => found(DESK_FORMS.find((each) => each === form), "form");
const deskOf = ({ locale, council }: ActorScope, { transfer }: Place): string => `/${locale}/${council.slug}/manage/asset-transfers/${transfer}`;

async function show(scope: ActorScope, place: Place, commentId: string | null, saved: boolean, refused?: RefusedForm, page = 1) {
  const { locale, council } = scope;
  const t = messages(locale).assetTransfers;
  const which = whichOf(place);
  const transfer = await getTransferForOfficers(scope, place.transfer);
  // What cannot be done now is not asked for; a form that was sent is shown again with the reason.
  if (!refused && !openDeskForms(scope.actor, transfer, await listComments(transfer.id), londonDay(now())).includes(which)) return goTo(deskOf(scope, place));
  const head = {
    title: formWords(locale, which, transfer.regimeId).title,
    status: refused ? 422 : 200,
    crumbs: [
      { href: `/${locale}/${council.slug}/manage/asset-transfers`, text: t.manage.title },
      { href: deskOf(scope, place), text: textIn(transfer.title, locale).text },
    ],
  };
  if (which === "comment-look") {
    const address = `${deskOf(scope, place)}/comment-look`;
    const one = commentId === null ? undefined : await findCommentForOfficers(scope, transfer.id, transfer.judged, commentId);
    return { ...head, query: new URLSearchParams(one ? { comment: one.id } : page > 1 ? { page: String(page) } : {}).toString(), title: one?.appeal ? messages(locale).transferComments.appeal.answerTitle : head.title, body: one ? <CommentLookForm mayAnswer={can(scope.actor, "asset-transfer.answer-comment-appeal", { ...transfer.judged, writtenBy: one.appeal?.writtenBy ?? null, removedBy: one.appeal?.removedBy ?? null })} locale={locale} form={refused ?? EMPTY_FORM} back={address} comment={one} /> : <CommentList locale={locale} address={address} comments={await listCommentsForOfficers(scope, transfer.id, transfer.judged, page)} saved={saved} /> };
  }
  return {
    ...head,
    body: <DeskFormPage locale={locale} welsh={council.welsh} home={`/${locale}/${council.slug}`} which={which} transfer={transfer} form={refused ?? EMPTY_FORM} once={randomId()} today={londonDay(now())} officers={which === "part" ? await listOfficersToAsk(scope, transfer.judged) : []} />,
  };
}

export const GET = officerPage<"transfer" | "form">((scope, { params, query }) => show(scope, params, query.get("comment"), query.has("saved"), undefined, pageAsked(query.get("page"))));

/** Only a document is sent as a file. */
export const POST = (request: Request, context: { params: Promise<Record<string, string>> }) => (request.headers.get("content-type")?.startsWith("multipart/") ? withFile : plain)(request, context);

const withFile = officerPage<"transfer" | "form">(async (scope, { params, request }) => {
  found(whichOf(params) === "document" ? true : null, "form");
  const posted = await readOfficerDocumentForm({ scope, slug: params.transfer }, request);
  if (!posted.ok) return badBody(scope.locale, posted.error);
  const added = await postOfficerDocument({ scope, slug: params.transfer }, posted.value);
  return added.ok ? goTo(`${deskOf(scope, params)}?saved#documents`) : show(scope, params, null, false, added.error);
});

const plain = officerForm<"transfer" | "form">(async (scope, { values }, { params }) => {
  const outcome = await act(scope, params, values);
  if (outcome.ok) return goTo(whichOf(params) === "comment-look" ? `${deskOf(scope, params)}/comment-look?saved` : `${deskOf(scope, params)}?saved`);
  return show(scope, params, values["commentId"]?.at(-1) ?? null, false, outcome.error);
});

function act(scope: ActorScope, place: Place, values: TypedValues) {
  const which = whichOf(place);
  return found(which === "document" ? null : ACTS[which], "form")({ scope, slug: place.transfer }, values);
}
