import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { READINESS_ITEMS } from "#domain/involvement/readiness.ts";
import { found } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { signItem } from "#features/involvement/approval/actions.ts";
import { SignPage } from "#features/involvement/approval/ui/readiness.tsx";
import { getConsultationForOfficers, type ConsultationEngagement } from "#features/involvement/drafting/queries.ts";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

const itemOf = (text: string) => found(READINESS_ITEMS.find((item) => item === text), "readiness item");

export const GET = officerPage<"consultation" | "item">(async (scope, { params }) => show(scope, await getConsultationForOfficers(scope, params.consultation), params.item, EMPTY_FORM));

export const POST = officerForm<"consultation" | "item">(async (scope, form, { params }) => {
  const signed = await signItem({ scope, engagementId: params.consultation, item: itemOf(params.item) }, form.values);
  if (signed.ok) return goTo(`${consultationHome(scope, params.consultation)}/readiness`);
  return { ...show(scope, await getConsultationForOfficers(scope, params.consultation), params.item, signed.error), status: 422 };
});

function show(scope: ActorScope, vote: ConsultationEngagement, text: string, form: RefusedForm) {
  const item = itemOf(text);
  const signer = can(scope.actor, "engagement.sign-readiness", vote) ? scope.actor.name || scope.actor.email : null;
  return {
    title: messages(scope.locale).workspace.readiness.items[item][0],
    crumbs: consultationCrumbs(scope, vote),
    body: <SignPage locale={scope.locale} vote={vote} item={item} form={form} home={consultationHome(scope, vote.id)} signer={signer} />,
  };
}
