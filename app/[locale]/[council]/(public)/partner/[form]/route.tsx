import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { goTo, memberForm, memberPage } from "#features/councils/respond.tsx";
import { answerCooperation } from "#features/partnerships/actions.ts";
import { listOwnPartners, listRequests } from "#features/partnerships/queries.ts";
import { sendAnswer, sendReturn } from "#features/priorities/plans/actions.ts";
import { getPlan, listWaitingChanges } from "#features/priorities/plans/queries.ts";
import { listTargets } from "#features/priorities/queries.ts";
import { PARTNER_FORMS, PartnerFormPage } from "#features/priorities/ui/partner-page.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";

/** A form of a partner's own. What is not theirs is not found. */
async function show(scope: ActorScope, form: string, query: URLSearchParams, refused?: RefusedForm) {
  const { locale, council } = scope;
  const which = found(
    PARTNER_FORMS.find((each) => each === form),
    "form",
  );
  const partners = await listOwnPartners(scope);
  const own = new Set(partners.map(({ id }) => id));
  const wanted = (name: string) => typed(refused ?? EMPTY_FORM, `${name}Id`, query.get(name) ?? "");
  const [targets, requests, changes] = await Promise.all([listTargets(scope), listRequests(scope), listWaitingChanges(scope, [...own])]);
  const target = which === "return" ? found(targets.find(({ id, plan, parts }) => id === wanted("target") && plan?.state === "approved" && parts.some(({ partnerId }) => own.has(partnerId))), "target") : null;
  const request = which === "answer" ? found(requests.find(({ id, partnerId }) => id === wanted("request") && own.has(partnerId)), "request") : null;
  const change = which === "consent" ? found(changes.find(({ id }) => id === wanted("change")), "change") : null;
  const t = messages(locale);
  const back = `/${locale}/${council.slug}/partner`;
  return {
    title: which === "return" ? t.plans.forms.return.title : which === "answer" ? t.partnerships.forms.answer.title : t.plans.forms.answer.title,
    status: refused ? 422 : 200,
    robots: "noindex",
    crumbs: [{ href: back, text: t.partnerships.own.title }],
    body: (
      <PartnerFormPage
        locale={locale}
        welsh={council.welsh}
        which={which}
        plan={target?.plan ? await getPlan(scope, target.plan.slug) : null}
        targetId={target?.id ?? ""}
        targetTitle={target?.title ?? null}
        request={request}
        change={change}
        partners={partners}
        today={londonDay(now())}
        form={refused ?? EMPTY_FORM}
        once={randomId()}
        back={back}
      />
    ),
  };
}

const ACTS = { return: sendReturn, answer: answerCooperation, consent: sendAnswer } as const;

export const GET = memberPage<"form">((scope, { params, query }) => show(scope, params.form, query));

export const POST = memberForm<"form">(async (scope, { values }, { params, query }) => {
  const which = found(
    PARTNER_FORMS.find((each) => each === params.form),
    "form",
  );
  const outcome = await ACTS[which](scope, values);
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/partner?saved`) : show(scope, params.form, query, outcome.error);
});
