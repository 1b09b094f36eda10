import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { agree, tellYear } from "#features/asset-transfers/agreement/actions.ts";
import { answer, postDocument, readDocumentForm, takeStep } from "#features/asset-transfers/applying/actions.ts";
import { openForms, OWN_FORMS, OwnFormPage, ownFormTitle, type OwnForm } from "#features/asset-transfers/applying/ui/ours.tsx";
import { rewrite } from "#features/asset-transfers/first-look/actions.ts";
import { askOwnLongerTime, sayOwnTime } from "#features/asset-transfers/longer-time/actions.ts";
import { requestReview } from "#features/asset-transfers/reviewing/actions.ts";
import { getOwnTransfer } from "#features/asset-transfers/queries.ts";
import { badBody, goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

interface Place {
  readonly transfer: string;
  readonly form: string;
}

const whichOf = ({ form }: Place): OwnForm => found(OWN_FORMS.find((each) => each === form), "form");
const oursOf = ({ locale, council }: ActorScope, { transfer }: Place): string => `/${locale}/${council.slug}/asset-transfers/${transfer}/ours`;

async function show(scope: ActorScope, place: Place, questionId: string | null, refused?: RefusedForm) {
  const { locale, council } = scope;
  const t = messages(locale).assetTransfers;
  const which = whichOf(place);
  const transfer = await getOwnTransfer(scope, place.transfer);
  // What cannot be done now is not asked for; a form that was sent is shown again with the reason.
  if (!refused && !openForms(transfer, londonDay(now())).includes(which)) return goTo(oursOf(scope, place));
  const home = `/${locale}/${council.slug}`;
  return {
    title: ownFormTitle(locale, which, transfer),
    status: refused ? 422 : 200,
    section: "transfers" as const,
    robots: "noindex",
    crumbs: [{ href: oursOf(scope, place), text: t.ours.title({ organisation: transfer.organisation }) }],
    body: <OwnFormPage locale={locale} home={home} which={which} transfer={transfer} questionId={questionId} form={refused ?? EMPTY_FORM} once={randomId()} today={londonDay(now())} />,
  };
}

export const GET = memberPage<"transfer" | "form">((scope, { params, query }) => show(scope, params, query.get("question")));

export const POST = (request: Request, context: { params: Promise<Record<string, string>> }) => (request.headers.get("content-type")?.startsWith("multipart/") ? withFile : plain)(request, context);

const withFile = memberPage<"transfer" | "form">(async (scope, { params, request }) => {
  found(whichOf(params) === "document" ? true : null, "form");
  await getOwnTransfer(scope, params.transfer);
  const posted = await readDocumentForm(request);
  if (!posted.ok) return badBody(scope.locale, posted.error);
  const sent = await postDocument({ scope, slug: params.transfer }, posted.value);
  return sent.ok ? goTo(`${oursOf(scope, params)}?done=document`) : show(scope, params, null, sent.error);
});

const plain = memberForm<"transfer" | "form">(async (scope, { values }, { params, query }) => {
  const own = { scope, slug: params.transfer };
  const which = whichOf(params);
  const done = { texts: "changed", review: "review", document: "document", answer: "answered", "longer-time": "time", "answer-time": "time", assessment: "step", "bid-requested": "step", agree: "agreed", return: "returned", withdrawn: "step" }[which];
  const outcome = await act();
  return outcome.ok ? goTo(`${oursOf(scope, params)}?done=${done}`) : show(scope, params, query.get("question"), outcome.error);

  async function act() {
    if (which === "texts") return rewrite(own, values);
    if (which === "review") return requestReview(own, values);
    if (which === "longer-time") return askOwnLongerTime(own, values);
    if (which === "answer-time") return sayOwnTime(own, values);
    if (which === "answer") return answer(own, values);
    if (which === "agree") return agree(own, values);
    if (which === "return") return tellYear((await getOwnTransfer(scope, params.transfer)).terms?.benefits.length ?? 0)(own, values);
    return takeStep(own, which === "document" ? {} : values);
  }
});
