import type { Locale } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { about as aboutCy } from "./messages/cy/about.ts";
import { accessCodes as accessCodesCy } from "./messages/cy/access-codes.ts";
import { accounts as accountsCy } from "./messages/cy/accounts.ts";
import { amendments as amendmentsCy } from "./messages/cy/amendments.ts";
import { analysis as analysisCy } from "./messages/cy/analysis.ts";
import { answerFiles as answerFilesCy } from "./messages/cy/answer-files.ts";
import { assessments as assessmentsCy } from "./messages/cy/assessments.ts";
import { partnerships as partnershipsCy } from "./messages/cy/partnerships.ts";
import { plans as plansCy } from "./messages/cy/plans.ts";
import { assetTransfers as assetTransfersCy } from "./messages/cy/asset-transfers.ts";
import { transferParts as transferPartsCy } from "./messages/cy/parts.ts";
import { firstLook as firstLookCy } from "./messages/cy/first-look.ts";
import { transferNotices as transferNoticesCy } from "./messages/cy/notices.ts";
import { compensation as compensationCy } from "./messages/cy/compensation.ts";
import { listingReviews as listingReviewsCy } from "./messages/cy/listing.ts";
import { longerTime as longerTimeCy } from "./messages/cy/longer-time.ts";
import { transferReviews as transferReviewsCy } from "./messages/cy/reviewing.ts";
import { transferComments as transferCommentsCy } from "./messages/cy/commenting.ts";
import { audit as auditCy } from "./messages/cy/audit.ts";
import { budgeting as budgetingCy } from "./messages/cy/budgeting.ts";
import { comparison as comparisonCy } from "./messages/cy/comparison.ts";
import { claims as claimsCy } from "./messages/cy/claims.ts";
import { checkIn as checkInCy } from "./messages/cy/check-in.ts";
import { coding as codingCy } from "./messages/cy/coding.ts";
import { paperEntry as paperEntryCy } from "./messages/cy/paper-entry.ts";
import { publishing as publishingCy } from "./messages/cy/publishing.ts";
import { corrections as correctionsCy } from "./messages/cy/corrections.ts";
import { mapAnswers as mapAnswersCy } from "./messages/cy/map-answers.ts";
import { register as registerCy } from "./messages/cy/register.ts";
import { signs as signsCy } from "./messages/cy/signs.ts";
import { components as componentsCy } from "./messages/cy/components.ts";
import { conduct as conductCy } from "./messages/cy/conduct.ts";
import { consultationReport as consultationReportCy } from "./messages/cy/consultation-report.ts";
import { countSheets as countSheetsCy } from "./messages/cy/count-sheets.ts";
import { councils as councilsCy } from "./messages/cy/councils.ts";
import { delivery as deliveryCy } from "./messages/cy/delivery.ts";
import { drafting as draftingCy } from "./messages/cy/drafting.ts";
import { duty as dutyCy } from "./messages/cy/duty.ts";
import { electorate as electorateCy } from "./messages/cy/electorate.ts";
import { eligibility as eligibilityCy } from "./messages/cy/eligibility.ts";
import { feasibility as feasibilityCy } from "./messages/cy/feasibility.ts";
import { faults as faultsCy } from "./messages/cy/faults.ts";
import { fileFaults as fileFaultsCy } from "./messages/cy/file-faults.ts";
import { finding as findingCy } from "./messages/cy/finding.ts";
import { following as followingCy } from "./messages/cy/following.ts";
import { frameworks as frameworksCy } from "./messages/cy/frameworks.ts";
import { goldenThread as goldenThreadCy } from "./messages/cy/golden-thread.ts";
import { ideas as ideasCy } from "./messages/cy/ideas.ts";
import { ideaMail as ideaMailCy } from "./messages/cy/idea-mail.ts";
import { importing as importingCy } from "./messages/cy/importing.ts";
import { involvement as involvementCy } from "./messages/cy/involvement.ts";
import { keyHolders as keyHoldersCy } from "./messages/cy/key-holders.ts";
import { operator as operatorCy } from "./messages/cy/operator.ts";
import { paper as paperCy } from "./messages/cy/paper.ts";
import { pages as pagesCy } from "./messages/cy/pages.ts";
import { people as peopleCy } from "./messages/cy/people.ts";
import { photos as photosCy } from "./messages/cy/photos.ts";
import { electing as electingCy } from "./messages/cy/electing.ts";
import { uncontested as uncontestedCy } from "./messages/cy/uncontested.ts";
import { hustings as hustingsCy } from "./messages/cy/hustings.ts";
import { schools as schoolsCy } from "./messages/cy/schools.ts";
import { pollingPlaces as pollingPlacesCy } from "./messages/cy/polling-places.ts";
import { pooledBudgets as pooledBudgetsCy } from "./messages/cy/pooled-budgets.ts";
import { priorities as prioritiesCy } from "./messages/cy/priorities.ts";
import { programme as programmeCy } from "./messages/cy/programmes.ts";
import { recount as recountCy } from "./messages/cy/recount.ts";
import { reissues as reissuesCy } from "./messages/cy/reissues.ts";
import { results as resultsCy } from "./messages/cy/results.ts";
import { announcing as announcingCy } from "./messages/cy/announcing.ts";
import { mailingList as mailingListCy } from "./messages/cy/mailing-list.ts";
import { evaluation as evaluationCy } from "./messages/cy/evaluation.ts";
import { reserves as reservesCy } from "./messages/cy/reserves.ts";
import { elections } from "./messages/en/elections.ts";
import { elections as electionsCy } from "./messages/cy/elections.ts";
import { nominations } from "./messages/en/nominations.ts";
import { nominations as nominationsCy } from "./messages/cy/nominations.ts";
import { rolls as rollsCy } from "./messages/cy/rolls.ts";
import { answering as answeringCy } from "./messages/cy/answering.ts";
import { assisted as assistedCy } from "./messages/cy/assisted.ts";
import { site as siteCy } from "./messages/cy/site.ts";
import { sentFiles as sentFilesCy } from "./messages/cy/sent-files.ts";
import { surveys as surveysCy } from "./messages/cy/surveys.ts";
import { bundleFaults as bundleFaultsCy } from "./messages/cy/bundle-faults.ts";
import { ballotBox as ballotBoxCy } from "./messages/cy/ballot-box.ts";
import { shortlisting as shortlistingCy } from "./messages/cy/shortlisting.ts";
import { electionEvaluation as electionEvaluationCy } from "./messages/cy/election-evaluation.ts";
import { electionEvaluation as electionEvaluationEn } from "./messages/en/election-evaluation.ts";
import { lesson as lessonCy } from "./messages/cy/lesson.ts";
import { lesson as lessonEn } from "./messages/en/lesson.ts";
import { promises as promisesCy } from "./messages/cy/promises.ts";
import { promises as promisesEn } from "./messages/en/promises.ts";
import { starting as startingCy } from "./messages/cy/starting.ts";
import { verification as verificationCy } from "./messages/cy/verification.ts";
import { versions as versionsCy } from "./messages/cy/versions.ts";
import { voting as votingCy } from "./messages/cy/voting.ts";
import { about as aboutEn } from "./messages/en/about.ts";
import { waiting as waitingCy } from "./messages/cy/waiting.ts";
import { whatIf as whatIfCy } from "./messages/cy/what-if.ts";
import { workspace as workspaceCy } from "./messages/cy/workspace.ts";
import { accessCodes as accessCodesEn } from "./messages/en/access-codes.ts";
import { accounts as accountsEn } from "./messages/en/accounts.ts";
import { amendments as amendmentsEn } from "./messages/en/amendments.ts";
import { analysis as analysisEn } from "./messages/en/analysis.ts";
import { answerFiles as answerFilesEn } from "./messages/en/answer-files.ts";
import { assessments as assessmentsEn } from "./messages/en/assessments.ts";
import { partnerships as partnershipsEn } from "./messages/en/partnerships.ts";
import { plans as plansEn } from "./messages/en/plans.ts";
import { assetTransfers as assetTransfersEn } from "./messages/en/asset-transfers.ts";
import { transferParts as transferPartsEn } from "./messages/en/parts.ts";
import { firstLook as firstLookEn } from "./messages/en/first-look.ts";
import { transferNotices as transferNoticesEn } from "./messages/en/notices.ts";
import { compensation as compensationEn } from "./messages/en/compensation.ts";
import { listingReviews as listingReviewsEn } from "./messages/en/listing.ts";
import { longerTime as longerTimeEn } from "./messages/en/longer-time.ts";
import { transferReviews as transferReviewsEn } from "./messages/en/reviewing.ts";
import { transferComments as transferCommentsEn } from "./messages/en/commenting.ts";
import { audit as auditEn } from "./messages/en/audit.ts";
import { budgeting as budgetingEn } from "./messages/en/budgeting.ts";
import { comparison as comparisonEn } from "./messages/en/comparison.ts";
import { claims as claimsEn } from "./messages/en/claims.ts";
import { checkIn as checkInEn } from "./messages/en/check-in.ts";
import { coding as codingEn } from "./messages/en/coding.ts";
import { paperEntry as paperEntryEn } from "./messages/en/paper-entry.ts";
import { publishing as publishingEn } from "./messages/en/publishing.ts";
import { corrections as correctionsEn } from "./messages/en/corrections.ts";
import { mapAnswers as mapAnswersEn } from "./messages/en/map-answers.ts";
import { register as registerEn } from "./messages/en/register.ts";
import { signs as signsEn } from "./messages/en/signs.ts";
import { components as componentsEn } from "./messages/en/components.ts";
import { conduct as conductEn } from "./messages/en/conduct.ts";
import { consultationReport as consultationReportEn } from "./messages/en/consultation-report.ts";
import { countSheets as countSheetsEn } from "./messages/en/count-sheets.ts";
import { councils as councilsEn } from "./messages/en/councils.ts";
import { delivery as deliveryEn } from "./messages/en/delivery.ts";
import { drafting as draftingEn } from "./messages/en/drafting.ts";
import { duty as dutyEn } from "./messages/en/duty.ts";
import { electorate as electorateEn } from "./messages/en/electorate.ts";
import { eligibility as eligibilityEn } from "./messages/en/eligibility.ts";
import { feasibility as feasibilityEn } from "./messages/en/feasibility.ts";
import { faults as faultsEn } from "./messages/en/faults.ts";
import { fileFaults as fileFaultsEn } from "./messages/en/file-faults.ts";
import { finding as findingEn } from "./messages/en/finding.ts";
import { following as followingEn } from "./messages/en/following.ts";
import { frameworks as frameworksEn } from "./messages/en/frameworks.ts";
import { goldenThread as goldenThreadEn } from "./messages/en/golden-thread.ts";
import { ideas as ideasEn } from "./messages/en/ideas.ts";
import { ideaMail as ideaMailEn } from "./messages/en/idea-mail.ts";
import { importing as importingEn } from "./messages/en/importing.ts";
import { involvement as involvementEn } from "./messages/en/involvement.ts";
import { keyHolders as keyHoldersEn } from "./messages/en/key-holders.ts";
import { operator as operatorEn } from "./messages/en/operator.ts";
import { paper as paperEn } from "./messages/en/paper.ts";
import { pages as pagesEn } from "./messages/en/pages.ts";
import { people as peopleEn } from "./messages/en/people.ts";
import { photos as photosEn } from "./messages/en/photos.ts";
import { electing as electingEn } from "./messages/en/electing.ts";
import { uncontested as uncontestedEn } from "./messages/en/uncontested.ts";
import { hustings as hustingsEn } from "./messages/en/hustings.ts";
import { schools as schoolsEn } from "./messages/en/schools.ts";
import { pollingPlaces as pollingPlacesEn } from "./messages/en/polling-places.ts";
import { pooledBudgets as pooledBudgetsEn } from "./messages/en/pooled-budgets.ts";
import { priorities as prioritiesEn } from "./messages/en/priorities.ts";
import { programme as programmeEn } from "./messages/en/programmes.ts";
import { recount as recountEn } from "./messages/en/recount.ts";
import { reissues as reissuesEn } from "./messages/en/reissues.ts";
import { results as resultsEn } from "./messages/en/results.ts";
import { announcing as announcingEn } from "./messages/en/announcing.ts";
import { mailingList as mailingListEn } from "./messages/en/mailing-list.ts";
import { evaluation as evaluationEn } from "./messages/en/evaluation.ts";
import { reserves as reservesEn } from "./messages/en/reserves.ts";
import { rolls as rollsEn } from "./messages/en/rolls.ts";
import { answering as answeringEn } from "./messages/en/answering.ts";
import { assisted as assistedEn } from "./messages/en/assisted.ts";
import { site as siteEn } from "./messages/en/site.ts";
import { sentFiles as sentFilesEn } from "./messages/en/sent-files.ts";
import { surveys as surveysEn } from "./messages/en/surveys.ts";
import { bundleFaults as bundleFaultsEn } from "./messages/en/bundle-faults.ts";
import { ballotBox as ballotBoxEn } from "./messages/en/ballot-box.ts";
import { shortlisting as shortlistingEn } from "./messages/en/shortlisting.ts";
import { starting as startingEn } from "./messages/en/starting.ts";
import { verification as verificationEn } from "./messages/en/verification.ts";
import { versions as versionsEn } from "./messages/en/versions.ts";
import { voting as votingEn } from "./messages/en/voting.ts";
import { waiting as waitingEn } from "./messages/en/waiting.ts";
import { whatIf as whatIfEn } from "./messages/en/what-if.ts";
import { workspace as workspaceEn } from "./messages/en/workspace.ts";
import type { Translated } from "./translated.ts";

const en = {
  elections,
  nominations,
  about: aboutEn,
  accessCodes: accessCodesEn,
  accounts: accountsEn,
  amendments: amendmentsEn,
  answering: answeringEn,
  analysis: analysisEn,
  answerFiles: answerFilesEn,
  assessments: assessmentsEn,
  partnerships: partnershipsEn,
  plans: plansEn,
  assetTransfers: assetTransfersEn,
  transferParts: transferPartsEn,
  firstLook: firstLookEn,
  compensation: compensationEn,
  listingReviews: listingReviewsEn,
  longerTime: longerTimeEn,
  transferNotices: transferNoticesEn,
  transferReviews: transferReviewsEn,
  transferComments: transferCommentsEn,
  audit: auditEn,
  budgeting: budgetingEn,
  comparison: comparisonEn,
  claims: claimsEn,
  checkIn: checkInEn,
  coding: codingEn,
  paperEntry: paperEntryEn,
  publishing: publishingEn,
  corrections: correctionsEn,
  mapAnswers: mapAnswersEn,
  register: registerEn,
  signs: signsEn,
  components: componentsEn,
  conduct: conductEn,
  consultationReport: consultationReportEn,
  countSheets: countSheetsEn,
  councils: councilsEn,
  delivery: deliveryEn,
  drafting: draftingEn,
  duty: dutyEn,
  electorate: electorateEn,
  eligibility: eligibilityEn,
  faults: faultsEn,
  feasibility: feasibilityEn,
  fileFaults: fileFaultsEn,
  finding: findingEn,
  following: followingEn,
  frameworks: frameworksEn,
  goldenThread: goldenThreadEn,
  ideaMail: ideaMailEn,
  ideas: ideasEn,
  importing: importingEn,
  involvement: involvementEn,
  keyHolders: keyHoldersEn,
  operator: operatorEn,
  pages: pagesEn,
  paper: paperEn,
  people: peopleEn,
  photos: photosEn,
  electing: electingEn,
  uncontested: uncontestedEn,
  hustings: hustingsEn,
  schools: schoolsEn,
  pollingPlaces: pollingPlacesEn,
  pooledBudgets: pooledBudgetsEn,
  priorities: prioritiesEn,
  programme: programmeEn,
  recount: recountEn,
  reissues: reissuesEn,
  results: resultsEn,
  announcing: announcingEn,
  mailingList: mailingListEn,
  evaluation: evaluationEn,
  reserves: reservesEn,
  rolls: rollsEn,
  assisted: assistedEn,
  site: siteEn,
  sentFiles: sentFilesEn,
  surveys: surveysEn,
  ballotBox: ballotBoxEn,
  bundleFaults: bundleFaultsEn,
  shortlisting: shortlistingEn,
  electionEvaluation: electionEvaluationEn,
  lesson: lessonEn,
  promises: promisesEn,
  starting: startingEn,
  verification: verificationEn,
  versions: versionsEn,
  voting: votingEn,
  waiting: waitingEn,
  whatIf: whatIfEn,
  workspace: workspaceEn,
};
const cy: Translated<typeof en> = {
  about: aboutCy,
  accessCodes: accessCodesCy,
  accounts: accountsCy,
  amendments: amendmentsCy,
  answering: answeringCy,
  analysis: analysisCy,
  answerFiles: answerFilesCy,
  assessments: assessmentsCy,
  partnerships: partnershipsCy,
  plans: plansCy,
  assetTransfers: assetTransfersCy,
  transferParts: transferPartsCy,
  firstLook: firstLookCy,
  compensation: compensationCy,
  listingReviews: listingReviewsCy,
  longerTime: longerTimeCy,
  transferNotices: transferNoticesCy,
  transferReviews: transferReviewsCy,
  transferComments: transferCommentsCy,
  audit: auditCy,
  budgeting: budgetingCy,
  comparison: comparisonCy,
  claims: claimsCy,
  checkIn: checkInCy,
  coding: codingCy,
  paperEntry: paperEntryCy,
  publishing: publishingCy,
  corrections: correctionsCy,
  mapAnswers: mapAnswersCy,
  register: registerCy,
  signs: signsCy,
  components: componentsCy,
  conduct: conductCy,
  consultationReport: consultationReportCy,
  countSheets: countSheetsCy,
  councils: councilsCy,
  delivery: deliveryCy,
  drafting: draftingCy,
  duty: dutyCy,
  electorate: electorateCy,
  eligibility: eligibilityCy,
  faults: faultsCy,
  feasibility: feasibilityCy,
  fileFaults: fileFaultsCy,
  finding: findingCy,
  following: followingCy,
  frameworks: frameworksCy,
  goldenThread: goldenThreadCy,
  ideaMail: ideaMailCy,
  ideas: ideasCy,
  importing: importingCy,
  involvement: involvementCy,
  keyHolders: keyHoldersCy,
  operator: operatorCy,
  pages: pagesCy,
  paper: paperCy,
  people: peopleCy,
  photos: photosCy,
  electing: electingCy,
  uncontested: uncontestedCy,
  hustings: hustingsCy,
  schools: schoolsCy,
  pollingPlaces: pollingPlacesCy,
  pooledBudgets: pooledBudgetsCy,
  priorities: prioritiesCy,
  programme: programmeCy,
  recount: recountCy,
  reissues: reissuesCy,
  results: resultsCy,
  announcing: announcingCy,
  mailingList: mailingListCy,
  evaluation: evaluationCy,
  reserves: reservesCy,
  elections: electionsCy,
  nominations: nominationsCy,
  rolls: rollsCy,
  assisted: assistedCy,
  site: siteCy,
  sentFiles: sentFilesCy,
  surveys: surveysCy,
  ballotBox: ballotBoxCy,
  bundleFaults: bundleFaultsCy,
  shortlisting: shortlistingCy,
  electionEvaluation: electionEvaluationCy,
  lesson: lessonCy,
  promises: promisesCy,
  starting: startingCy,
  verification: verificationCy,
  versions: versionsCy,
  voting: votingCy,
  waiting: waitingCy,
  whatIf: whatIfCy,
  workspace: workspaceCy,
};

export type Messages = Translated<typeof en>;

/** Every message in the reader's language. A new context adds its file to `en` and `cy` above. */
export const messages = (locale: Locale): Messages => (locale === "cy" ? cy : en);

/**
 * The words of a fault. A feature may give messages of its own codes in `own`; the common ones are in faults.ts.
 */
export function faultText(locale: Locale, fault: Fault, own: Readonly<Record<string, unknown>> = {}): string {
  const common: Readonly<Record<string, unknown>> = messages(locale).faults;
  const message = own[fault.code] ?? common[fault.code] ?? common["not-understood"];
  return typeof message === "function" ? String(message(fault.params ?? {})) : String(message);
}
