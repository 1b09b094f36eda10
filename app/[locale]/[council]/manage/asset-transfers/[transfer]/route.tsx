import { textIn } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { noteStage, saveTransfer } from "#features/asset-transfers/actions.ts";
import { getTransfer } from "#features/asset-transfers/queries.ts";
import { StageForm, TransferForm } from "#features/asset-transfers/ui/transfer-form.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { listAreasToChoose } from "#features/involvement/queries.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { messages } from "#i18n/messages.ts";

interface Refused {
  readonly write?: RefusedForm;
  readonly stage?: RefusedForm;
}

async function show(scope: ActorScope, slug: string, refused: Refused = {}) {
  const { locale, council } = scope;
  const t = messages(locale).assetTransfers;
  const [transfer, areas] = await Promise.all([getTransfer(scope, slug), listAreasToChoose(scope)]);
  const form: RefusedForm = refused.write ?? {
    faults: [],
    values: {
      once: [transfer.id],
      slug: [transfer.slug],
      reference: [transfer.reference],
      titleEn: [transfer.title.en],
      titleCy: [transfer.title.cy],
      summaryEn: [transfer.summary.en],
      summaryCy: [transfer.summary.cy],
      organisation: [transfer.organisation],
      areaId: [transfer.areaId ?? ""],
    },
  };
  const title = t.manage.edit({ title: textIn(transfer.title, locale).text });
  return {
    title,
    status: refused.write || refused.stage ? 422 : 200,
    crumbs: [{ href: `/${locale}/${council.slug}/manage/asset-transfers`, text: t.manage.title }],
    body: (
      <div className="stack-l">
        {refused.stage ? <FormFaults locale={locale} form={refused.stage} own={{}} /> : null}
        <PageHead title={title} />
        <TransferForm locale={locale} form={form} once={transfer.id} areas={areas} />
        <Section id="note-stage" title={t.manage.stage}>
          <p>{t.manage.stageLead}</p>
          <StageForm locale={locale} form={refused.stage ?? { ...EMPTY_FORM, values: { stage: [transfer.stage] } }} />
        </Section>
      </div>
    ),
  };
}

export const GET = officerPage<"transfer">((scope, { params }) => show(scope, params.transfer));

export const POST = officerForm<"transfer">(async (scope, { values }, { params }) => {
  const done = `/${scope.locale}/${scope.council.slug}/manage/asset-transfers?saved`;
  if (values["act"]?.[0] === "stage") {
    const outcome = await noteStage({ scope, slug: params.transfer }, values);
    return outcome.ok ? goTo(done) : show(scope, params.transfer, { stage: outcome.error });
  }
  const { id } = await getTransfer(scope, params.transfer);
  const outcome = await saveTransfer(scope, { ...values, once: [id] });
  return outcome.ok ? goTo(done) : show(scope, params.transfer, { write: outcome.error });
});
