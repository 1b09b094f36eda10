import { textIn } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { saveTarget } from "#features/priorities/actions.ts";
import { getTarget } from "#features/priorities/queries.ts";
import { TargetForm } from "#features/priorities/ui/target-form.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { messages } from "#i18n/messages.ts";

async function show(scope: ActorScope, slug: string, refused?: RefusedForm) {
  const { locale, council } = scope;
  const t = messages(locale).priorities.manage;
  const target = await getTarget(scope, slug);
  const number = (value: number | null) => (value === null ? "" : String(value));
  const form: RefusedForm = refused ?? {
    faults: [],
    values: {
      once: [target.id],
      slug: [target.slug],
      theme: [target.theme],
      titleEn: [target.title.en],
      titleCy: [target.title.cy],
      narrativeEn: [target.narrative.en],
      narrativeCy: [target.narrative.cy],
      indicatorEn: [target.indicator.en],
      indicatorCy: [target.indicator.cy],
      baseline: [number(target.baseline)],
      latest: [number(target.latest)],
      target: [number(target.target)],
      lead: [target.lead],
      status: [target.status],
    },
  };
  const title = t.edit({ title: textIn(target.title, locale).text });
  return {
    title,
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: [{ href: `/${locale}/${council.slug}/manage/priorities`, text: t.title }],
    body: (
      <>
        <PageHead title={title} />
        {target.plan ? (
          <Notice title={t.inPlan}>
            <a href={`/${locale}/${council.slug}/manage/plans/${target.plan.slug}`}>{t.openPlan}</a>
          </Notice>
        ) : (
        <TargetForm locale={locale} form={form} once={target.id} />
        )}
      </>
    ),
  };
}

export const GET = officerPage<"target">((scope, { params }) => show(scope, params.target));

export const POST = officerForm<"target">(async (scope, { values }, { params }) => {
  const { id } = await getTarget(scope, params.target);
  const outcome = await saveTarget(scope, { ...values, once: [id] });
  return outcome.ok ? goTo(`/${scope.locale}/${scope.council.slug}/manage/priorities?saved`) : show(scope, params.target, outcome.error);
});
