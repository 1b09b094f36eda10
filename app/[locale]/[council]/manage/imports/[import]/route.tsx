import { asReviewImport } from "#features/budgeting/feasibility/queries.ts";
import { ReviewImportFigures } from "#features/budgeting/feasibility/ui/bring-back.tsx";
import { answerPaperImport } from "#features/consultations/paper-sheets/actions.ts";
import { asPaperImport } from "#features/consultations/paper-sheets/queries.ts";
import { OfferedPapers, PaperImportFigures } from "#features/consultations/paper-sheets/ui/sheet-page.tsx";
import { confirmAreas } from "#features/councils/areas/actions.ts";
import { getOfferedAreas } from "#features/councils/areas/queries.ts";
import { OfferedAreasView } from "#features/councils/areas/ui/offered-areas.tsx";
import { getImport, listFaults } from "#features/councils/imports/queries.ts";
import { IMPORT_LISTS, ImportView } from "#features/councils/imports/ui/import.tsx";
import { answerImport } from "#features/eligibility/rolls/importing/actions.ts";
import { asRollDetail } from "#features/eligibility/rolls/importing/queries.ts";
import { Changes, ColumnsView, OfferedRoll } from "#features/eligibility/rolls/importing/ui/roll-import-page.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";

const FAULTS_SHOWN = 100;

export const GET = officerPage<"import">(async (scope, visit) => {
  const t = messages(scope.locale).councils;
  const seen = await getImport(scope, visit.params.import);
  const base = `/${scope.locale}/${scope.council.slug}/manage`;
  // A sheet of reviews was brought back on a page of its vote.
  const proposals = seen.kind === "reviews" ? `${base}/votes/${asReviewImport(seen.detail).engagementId}/proposals` : null;
  // So was a table of paper responses, on a page of its consultation.
  const papers = seen.kind === "responses" ? asPaperImport(seen.detail) : null;
  const sheet = papers === null ? null : `${base}/consultations/${papers.engagementId}/register/spreadsheet`;
  const crumbs = [
    { href: base, text: t.workspace },
    { href: proposals ?? sheet ?? `${base}/${IMPORT_LISTS[seen.kind]}`, text: t.imports.kinds[seen.kind] },
  ];
  if (seen.kind === "areas" && seen.state === "waiting") {
    const offered = await getOfferedAreas(scope, seen);
    return { title: t.offered.title, crumbs, body: <OfferedAreasView scope={scope} offered={offered} /> };
  }
  if (seen.kind === "roll" && seen.state === "waiting" && asRollDetail(seen.detail).stage === "columns") return { title: messages(scope.locale).rolls.columns.title, crumbs, body: <ColumnsView scope={scope} seen={seen} detail={asRollDetail(seen.detail)} /> };
  const after = Number(/^\d{1,9}$/.exec(visit.query.get("after") ?? "")?.[0] ?? 0);
  const faults = await listFaults(seen, after, FAULTS_SHOWN + 1);
  const offered = seen.kind === "roll" && seen.state === "waiting" && asRollDetail(seen.detail).stage === "offered";
  const isUnderWay = seen.state === "running" || (seen.state === "waiting" && (seen.kind === "postcodes" || seen.kind === "reviews" || (seen.kind === "roll" && !offered) || (papers !== null && papers.stage !== "offered")));
  return {
    title: t.imports.title({ file: seen.fileName }),
    crumbs,
    body: (
      <ImportView
        scope={scope}
        seen={seen}
        faults={faults.slice(0, FAULTS_SHOWN)}
        more={{ before: after > 0, after: faults.length > FAULTS_SHOWN }}
        {...(offered && { head: <OfferedRoll scope={scope} seen={seen} detail={asRollDetail(seen.detail)} /> })}
        {...(seen.kind === "roll" && !offered && { figures: <Changes scope={scope} seen={seen} detail={asRollDetail(seen.detail)} /> })}
        {...(proposals !== null && { figures: <ReviewImportFigures locale={scope.locale} seen={seen} />, back: `${proposals}/bring-back` })}
        {...(papers !== null && { figures: <PaperImportFigures locale={scope.locale} seen={seen} detail={papers} />, back: sheet ?? base })}
        {...(papers?.stage === "offered" && seen.state === "waiting" && { head: <OfferedPapers locale={scope.locale} seen={seen} detail={papers} /> })}
        {...(seen.kind === "roll" && { back: `${base}/rolls/${asRollDetail(seen.detail).rollId}` })}
      />
    ),
    // The browser asks again by itself; no script is needed, and nothing is lost by leaving.
    ...(isUnderWay && { headers: { Refresh: "5" } }),
  };
});

/** Yes or no to a file that waits; one that waits no longer shows what became of it. */
export const POST = officerForm<"import">(async (scope, form, visit) => {
  const seen = await getImport(scope, visit.params.import);
  if (seen.kind === "roll") {
    const answered = await answerImport(scope, seen, form.values);
    if (!answered.ok) return { title: messages(scope.locale).rolls.columns.title, status: 422, body: <ColumnsView scope={scope} seen={seen} detail={asRollDetail(seen.detail)} form={answered.error} /> };
    return goTo(visit.path);
  }
  if (seen.kind === "responses") {
    await answerPaperImport(scope, seen.id, form.values);
    return goTo(visit.path);
  }
  await confirmAreas(scope, visit.params.import);
  return goTo(visit.path);
});
