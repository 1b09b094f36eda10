import type { BilingualText } from "#domain/basics/bilingual.ts";
import { laySurveyOut } from "#domain/consultations/survey-versions.ts";
import type { SubmittedContent } from "#domain/involvement/submission.ts";
import type { ProgrammeForOfficers } from "#features/budgeting/programmes/queries.ts";
import type { EngagementForOfficers } from "#features/involvement/drafting/queries.ts";

/** A draft laid flat, as it is kept with each sending for approval. Keys are named in i18n/messages/<locale>/involvement.ts. */
export function layOut(vote: EngagementForOfficers): SubmittedContent {
  const laid: Record<string, string> = { slug: vote.slug, level: vote.level, topic: vote.topic, statutoryBasis: vote.statutoryBasis };
  const put = (key: string, value: BilingualText) => {
    laid[`${key}.en`] = value.en;
    laid[`${key}.cy`] = value.cy;
  };
  if (vote.askedByLaw) put("statute", vote.askedByLaw.title);
  for (const [name, text] of Object.entries(vote.texts)) put(name, text);
  for (const name of ["opensAt", "closesAt", "resultsAt"] as const) laid[name] = vote[name]?.toISOString() ?? "";
  if (vote.programme) layOutProgramme(laid, put, vote.programme);
  if (vote.consultation) Object.assign(laid, laySurveyOut(vote.consultation.draft));
  for (const { item, evidence } of vote.signatures) laid[`readiness.${item}`] = evidence;
  return laid;
}

function layOutProgramme(laid: Record<string, string>, put: (key: string, value: BilingualText) => void, programme: ProgrammeForOfficers): void {
  for (const { phase, startsOn, endsOn } of programme.phases) laid[`phase.${phase}`] = `${startsOn}/${endsOn ?? ""}`;
  const { ballotKind, minChoices, maxChoices, pointsTotal, pointsMost, rule, ruleParameters, electorate } = programme.ballot;
  laid["ballot"] = JSON.stringify({ ballotKind, minChoices, maxChoices, pointsTotal: pointsTotal ?? undefined, pointsMost: pointsMost ?? undefined, rule, ruleParameters });
  laid["electorate"] = JSON.stringify({ ...electorate, rollName: programme.rollName });
  for (const pot of programme.pots) {
    put(`pot.${pot.id}.name`, pot.name);
    laid[`pot.${pot.id}.areaId`] = pot.areaId ?? "";
    for (const name of ["amountPence", "minProjectPence", "maxProjectPence"] as const) laid[`pot.${pot.id}.${name}`] = pot[name]?.toString() ?? "";
    for (const project of pot.projects) {
      const key = `project.${project.id}`;
      put(`${key}.title`, project.title);
      put(`${key}.summary`, project.summary);
      put(`${key}.description`, project.description);
      laid[`${key}.potId`] = pot.id;
      laid[`${key}.costPence`] = String(project.costPence);
      laid[`${key}.number`] = String(project.number);
      for (const name of ["proposer", "category", "tile"] as const) laid[`${key}.${name}`] = project[name];
    }
  }
}
