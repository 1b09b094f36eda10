import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { showReadableCode } from "#domain/basics/readable-code.ts";
import { CORRECTION_STATES, MOST_SCAN_MEGABYTES, SCAN_CODE } from "#domain/consultations/response.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { can } from "#domain/policy/authorise.ts";
import { findAsked } from "#features/consultations/analysis/queries.ts";
import { listWardNames } from "#features/consultations/answering/queries.ts";
import { decideCorrection } from "#features/consultations/corrections/actions.ts";
import { listCorrections, standingOf } from "#features/consultations/corrections/queries.ts";
import { CorrectionList } from "#features/consultations/corrections/ui/correction-list.tsx";
import { decidePublication, restoreDecision } from "#features/consultations/publishing/actions.ts";
import { findNextToPublish, listPublicationSteps } from "#features/consultations/publishing/queries.ts";
import { PublishingDesk } from "#features/consultations/publishing/ui/publishing-desk.tsx";
import { addScan, openResponse, readResponse, removeScan, withdrawConsent } from "#features/consultations/register/actions.ts";
import { getRegistered, maySeeResponses } from "#features/consultations/register/queries.ts";
import { Scans, scanFaults } from "#features/consultations/register/ui/scans.tsx";
import { ResponsePage, saysWho } from "#features/consultations/register/ui/response-page.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { consultationCrumbs, consultationHome } from "#features/involvement/consulting/ui/consultation-frame.tsx";
import { getConsultationForOfficers } from "#features/involvement/drafting/queries.ts";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-dynamic";

/** Of a form with a scan. */
const MOST_BYTES = (MOST_SCAN_MEGABYTES + 1) * 1_048_576;

export const GET = officerPage<"consultation" | "response">((scope, { params, query }) => show(scope, params, query, EMPTY_FORM));

export const POST = officerForm<"consultation" | "response">(async (scope, { values, files }, { params, query, path }) => {
  const { id: engagementId, texts, consultation } = await getConsultationForOfficers(scope, params.consultation);
  const response = await getRegistered(scope, consultation.id, params.response);
  const at = { scope, consultationId: consultation.id, responseId: response.id };
  const wanted = values["do"]?.[0] ?? "";
  if (wanted === "confirm" || wanted === "decline") {
    const decided = await decideCorrection({ scope, at: { consultationId: consultation.id, engagementId, title: texts.title }, responseId: response.id }, values);
    if (!decided.ok) return { ...(await show(scope, params, query, decided.error)), status: 422 };
    return goTo(`${path}?corrected=${wanted === "confirm" ? "stands" : "declined"}#corrections`);
  }
  if (wanted === "scan" || wanted === "remove-scan") {
    const scanned = wanted === "scan" ? await addScan(at, files[SCAN_CODE]) : await removeScan(at, values);
    if (!scanned.ok) return { ...(await show(scope, params, query, scanned.error)), status: 422 };
    return goTo(`${path}?scan=${wanted === "scan" ? "added" : "removed"}#scans`);
  }
  const done = wanted === "read" ? await readResponse(at, values) : wanted === "withdraw" ? await withdrawConsent(at, values) : wanted === "restore" ? await restoreDecision(at, values) : await decidePublication(at, response.answers, values);
  if (!done.ok) return { ...(await show(scope, params, query, done.error)), status: 422 };
  return goTo(wanted === "read" ? `${path}#readers` : wanted === "withdraw" ? `${path}#about` : `${path}?saved#publish`);
}, MOST_BYTES);

async function show(scope: ActorScope, params: { readonly consultation: string; readonly response: string }, query: URLSearchParams, form: RefusedForm) {
  const { locale, actor } = scope;
  maySeeResponses(scope);
  const engagement = await getConsultationForOfficers(scope, params.consultation);
  const consultationId = engagement.consultation.id;
  const response = await getRegistered(scope, consultationId, params.response);
  const [{ questions }, wards, steps, next] = await Promise.all([findAsked(scope, consultationId), listWardNames(scope), listPublicationSteps(scope, response.id), findNextToPublish(scope, consultationId, response.id)]);
  const stands = standingOf(response);
  const corrections = stands === null ? [] : await listCorrections(scope, response.id, stands);
  const recorded = saysWho(questions, response) || corrections.some(({ before, after }) => before.contact !== null || after.contact !== null);
  if (recorded) await openResponse(scope, response.id);
  const { register, publishing, corrections: words } = messages(locale);
  const mayEnter = can(actor, "responses.enter", undefined);
  const list = `${consultationHome(scope, engagement.id)}/register`;
  const address = `${list}/${response.id}`;
  const mayPublish = can(actor, "answers.publish", undefined);
  return {
    title: register.one.title({ reference: showReadableCode(response.reference) }),
    crumbs: [...consultationCrumbs(scope, engagement), { href: list, text: register.title }],
    body: (
      <>
        <FormFaults locale={locale} form={form} own={{ ...publishing.faults, ...words.faults, ...scanFaults(locale) }} />
        <ResponsePage
          locale={locale}
          response={response}
          questions={questions}
          wards={wards}
          address={address}
          me={actor.personId}
          mayRead={can(actor, "responses.read", undefined)}
          mayPublish={mayPublish}
          recorded={recorded}
          entered={query.has("entered")}
          mayEnter={mayEnter}
          scans={
            response.channel === "web" ? null : (
              <Scans
                locale={locale}
                scans={response.scans}
                address={address}
                filesAt={`${consultationHome(scope, engagement.id)}/answers/files`}
                mayEnter={mayEnter}
                form={form}
                done={(["added", "removed"] as const).find((each) => each === query.get("scan")) ?? null}
              />
            )
          }
          corrected={CORRECTION_STATES.find((state) => state === query.get("corrected")) ?? null}
          corrections={<CorrectionList locale={locale} questions={questions} wards={wards} corrections={corrections} address={address} me={actor.personId} mayCorrect={mayEnter} />}
          publishing={
            mayPublish ? (
              <PublishingDesk
                locale={locale}
                address={address}
                questions={questions}
                answers={response.answers}
                wards={wards}
                language={response.language}
                consent={response.publishConsent === "yes"}
                steps={steps}
                form={form}
                saved={query.has("saved")}
                next={next === null ? null : `${list}/${next}`}
              />
            ) : null
          }
        />
      </>
    ),
  };
}
