import { getBatch, nextPaper } from "#features/consultations/paper-entry/queries.ts";
import { BatchPage } from "#features/consultations/paper-entry/ui/batches-page.tsx";
import { mayEnterResponses } from "#features/consultations/register/queries.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage<"consultation" | "batch">(async (scope, { params, query }) => {
  const { locale } = scope;
  mayEnterResponses(scope);
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const batch = await getBatch(scope, engagement.consultation.id, params.batch);
  const { paperEntry, register } = messages(locale);
  const list = `${consultationHome(scope, engagement.id)}/register`;
  const saved = (["registered", "waits", "differs"] as const).find((each) => each === query.get("saved")) ?? null;
  return {
    title: paperEntry.batch.title({ name: batch.name }),
    crumbs: [...consultationCrumbs(scope, engagement), { href: list, text: register.title }, { href: `${list}/batches`, text: paperEntry.batches.title }],
    body: <BatchPage locale={locale} address={`${list}/batches/${batch.id}`} batch={batch} next={nextPaper(batch)} saved={saved} />,
  };
});
