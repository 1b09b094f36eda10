import { plural } from "../../plural.ts";
import type { waiting as en } from "../en/waiting.ts";
import type { Translated } from "../../translated.ts";
import { smallDay } from "../../welsh-days.ts";

const ideas = (count: number) => plural("cy", count, { one: "1 syniad", two: "2 syniad", other: `${count} syniad` });
const proposals = (count: number) => plural("cy", count, { one: "1 cynnig", two: "2 gynnig", few: "3 chynnig", many: "6 chynnig", other: `${count} cynnig` });

export const waiting: Translated<typeof en> = {
  ideas: (p) => `Edrych ar ${ideas(p.count)}: ${p.title}`,
  ideasNote: "Wedi’u hanfon a heb eu dangos eto, wedi’u hadrodd, wedi’u dal yn ôl, neu wedi’u dileu ac apêl wedi’i gwneud. O fewn dau ddiwrnod gwaith.",
  promises: (p) => `${plural("cy", p.count, { one: "Darllen 1 addewid gan y rhai a etholwyd", two: "Darllen 2 addewid gan y rhai a etholwyd", few: "Darllen 3 addewid gan y rhai a etholwyd", many: "Darllen 6 addewid gan y rhai a etholwyd", other: `Darllen ${p.count} addewid gan y rhai a etholwyd` })}: ${p.title}`,
  promisesNote: "Gall pawb ei ddarllen wedi i chi wneud. O fewn dau ddiwrnod gwaith.",
  mine: (p) => `Gwirio ${proposals(p.count)}: ${p.title}`,
  mineNote: "Gofynnir i chi beth mae eich gwasanaeth yn ei ganfod.",
  late: (p) => `${plural("cy", p.count, { one: "1 gwiriad yn hwyr", two: "2 wiriad yn hwyr", few: "3 gwiriad yn hwyr", other: `${p.count} gwiriad yn hwyr` })}: ${p.title}`,
  lateNote: "Nid yw gwasanaeth wedi dweud beth a ganfu. Gofynnwch eto, neu gofynnwch i rywun arall.",
  ready: (p) => `Penderfynu ar ${proposals(p.count)}: ${p.title}`,
  readyNote: "Mae’r gwasanaethau wedi canfod popeth sydd i’w ganfod. Dim ond y penderfyniad sydd ar ôl.",
  amendment: (p) => `Ateb newid arfaethedig i’r rheolau: ${p.title}`,
  amendmentNote: (p) => `Cynigiwyd gan ${p.name}. Mae angen ail berson.`,
  enquiries: (p) => plural("cy", p.count, { one: "Ateb 1 person nad oedd ar unrhyw gofrestr", two: "Ateb 2 berson nad oeddent ar unrhyw gofrestr", other: `Ateb ${p.count} o bobl nad oeddent ar unrhyw gofrestr` }),
  enquiriesNote: "Gofynnwyd am i rywun chwilio amdanynt â llaw. O fewn dau ddiwrnod gwaith.",
  lateProjects: (p) => plural("cy", p.count, { one: "Dweud sut mae 1 prosiect hwyr yn sefyll", two: "Dweud sut mae 2 brosiect hwyr yn sefyll", few: "Dweud sut mae 3 phrosiect hwyr yn sefyll", many: "Dweud sut mae 6 phrosiect hwyr yn sefyll", other: `Dweud sut mae ${p.count} prosiect hwyr yn sefyll` }),
  lateProjectsNote: "Mae cam wedi mynd heibio i’r diwrnod a addawyd i bobl.",
  engagements: "Pleidleisiau, etholiadau ac ymgynghoriadau",
  consultation: "Ymgynghoriad",
  answers: (p) => plural("cy", p.count, { one: "1 ymateb", two: "2 ymateb", other: `${p.shown} ymateb` }),
  election: "Etholiad",
  allElections: (p) => plural("cy", p.count, { one: "Yr un etholiad", other: `Pob un o’r ${p.count} etholiad` }),
  answersNow: (p) => `${p.count} ymateb hyd yma`,
  allVotes: (p) => plural("cy", p.count, { one: "Yr un bleidlais gyllideb", other: `Pob un o’r ${p.count} pleidlais gyllideb` }),
  allConsultations: (p) => plural("cy", p.count, { one: "Yr un ymgynghoriad", other: `Pob un o’r ${p.count} ymgynghoriad` }),
  showResults: (p) => `Dangos beth ddywedodd pobl yn “${p.title}”`,
  showResultsNote: "Mae wedi cau. Darllenwch yr ymatebion, yna dangoswch y canlyniadau.",
  answerThemes: (p) => `Ateb beth ddywedodd pobl yn “${p.title}”`,
  answerThemesNote: (p) => `Mae angen ateb i bob prif thema cyn cyhoeddi’r penderfyniad, erbyn ${smallDay(p.when)}.`,
  checkQuality: (p) => `Gwirio ansawdd “${p.title}”`,
  checkQualityNote: (p) => `Ysgrifennwyd gan ${p.name}. Bydd y cymeradwywr yn ateb unwaith y bydd rhywun arall wedi darllen y cyfan.`,
  checksSigned: (p) => plural("cy", p.count, { zero: "Nid oes gwiriad wedi’i lofnodi eto.", one: "Mae 1 gwiriad wedi’i lofnodi hyd yma.", two: "Mae 2 wiriad wedi’u llofnodi hyd yma.", other: `Mae ${p.count} gwiriad wedi’u llofnodi hyd yma.` }),
};
