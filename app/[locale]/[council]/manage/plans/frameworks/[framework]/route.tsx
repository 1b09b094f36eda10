import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { FRAMEWORKS } from "#domain/priorities/framework.ts";
import type { OwnFramework } from "#domain/priorities/own-framework.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { putFramework } from "#features/priorities/frameworks/actions.ts";
import { getOwnFramework } from "#features/priorities/frameworks/queries.ts";
import { FrameworkForm } from "#features/priorities/frameworks/ui/frameworks.tsx";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

/** What a new framework begins from: one that comes with the program, another of the council's own, or nothing. */
async function templateOf(scope: ActorScope, from: string | null): Promise<OwnFramework | null> {
  if (from === null) return null;
  const given = FRAMEWORKS.find(({ code }) => code === from);
  if (!given) return getOwnFramework(scope, from);
  const { code: _, name, law, ...rules } = given;
  return { name, law, rules };
}

async function show(scope: ActorScope, id: string, from: string | null, refused?: RefusedForm) {
  authorise(scope, "plan.edit", null);
  const { locale, council } = scope;
  const t = messages(locale);
  const manage = `/${locale}/${council.slug}/manage/plans`;
  const changed = id === "new" ? null : await getOwnFramework(scope, id);
  return {
    title: changed ? t.frameworks.form.changeTitle : t.frameworks.form.newTitle,
    status: refused ? 422 : 200,
    crumbs: [
      { href: manage, text: t.plans.desk.title },
      { href: `${manage}/frameworks`, text: t.frameworks.title },
    ],
    body: <FrameworkForm locale={locale} welsh={council.welsh} template={changed ?? (await templateOf(scope, from))} changes={changed} form={refused ?? EMPTY_FORM} once={randomId()} back={`${manage}/frameworks`} />,
  };
}

export const GET = officerPage<"framework">((scope, { params, query }) => show(scope, params.framework, query.get("from")));

export const POST = officerForm<"framework">(async (scope, { values }, { params, query }) => {
  const put = await putFramework(scope, values);
  return put.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/plans/frameworks?saved`) : show(scope, params.framework, query.get("from"), put.error);
});
