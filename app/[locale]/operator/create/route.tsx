import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { createCouncil } from "#features/councils/operator/actions.ts";
import { CreateCouncilPage } from "#features/councils/operator/ui/operator.tsx";
import { goTo, operatorForm, operatorPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const GET = operatorPage(async ({ locale }) => show(locale, EMPTY_FORM));

export const POST = operatorForm(async (operator, { values }) => {
  const answer = await createCouncil(operator, values);
  if (!answer.ok) return { ...show(operator.locale, answer.error), status: 422 };
  return goTo(`/${operator.locale}/operator?created=${answer.value.slug}`);
});

function show(locale: Locale, form: RefusedForm) {
  const t = messages(locale).operator;
  return {
    title: t.create.title,
    layout: "task" as const,
    robots: "noindex",
    crumbs: [{ href: `/${locale}/operator`, text: t.title }],
    body: <CreateCouncilPage locale={locale} form={form} once={typed(form, "once") || randomId()} />,
  };
}
