import { plural } from "../../plural.ts";
import type { Translated } from "../../translated.ts";
import type { whatIf as en } from "../en/what-if.ts";

export const whatIf: Translated<typeof en> = {
  title: "Rhoi cynnig ar y rheolau cyfrif",
  link: "Rhoi cynnig ar y rheolau cyfrif â phapurau gwneud neu rai cynharach",
  lead: "Gweld beth fyddai pob rheol yn ei wneud â’ch prosiectau a’ch cronfa. Ni chedwir dim, ac nid oes dim yma’n newid y bleidlais.",
  back: "Yn ôl i’r bleidlais",
  pot: "Cronfa",
  potChoice: (p) =>
    `${p.pot}, ${plural("cy", p.projects.count, { zero: "dim un prosiect", one: "1 prosiect", two: "2 brosiect", few: `${p.projects.shown} phrosiect`, many: `${p.projects.shown} phrosiect`, other: `${p.projects.shown} prosiect` })}`,
  budget: "Swm i roi cynnig arno",
  budgetHint: "Mewn punnoedd. Nid yw’n newid y gronfa.",
  rules: "Rheolau i’w cymharu",
  rulesHint: (p) => `${p.most} ar y mwyaf.`,
  ownRule: (p) => `${p.rule} (rheol y bleidlais hon)`,
  source: "Papurau pleidleisio",
  sources: {
    simulated: { text: "Papurau gwneud", hint: "Wedi’u tynnu ar hap o rif a rowch chi. Nid ydynt yn dilyn unrhyw berson go iawn." },
    earlier: { text: "Papurau cyhoeddedig pleidlais gynharach yma", hint: "Mae ei phrosiect cyntaf yn sefyll dros eich prosiect cyntaf chi, ac yn y blaen." },
    file: { text: "Ffeil", hint: "Ffeil .pb â chynifer o brosiectau â’ch cronfa." },
  },
  simulated: "Sut mae papurau gwneud yn cael eu llunio",
  voters: "Pleidleiswyr",
  votersHint: (p) => `O ${p.least} i ${p.most}.`,
  maxChoices: "Y nifer fwyaf o brosiectau mae pleidleisiwr yn eu dewis",
  maxChoicesHint: "Gadewch yn wag am bump. Mae pob prosiect yn cael poblogrwydd ar hap, a phob pleidleisiwr nifer o ddewisiadau ar hap.",
  seed: "Rhif cychwyn",
  seedHint: "Mae’r un rhif bob amser yn rhoi’r un papurau. Rhowch gynnig ar sawl un: mae’r hyn sy’n dal i bob un yn werth mwy.",
  earlier: "Pleidlais gynharach",
  noEarlier: "Nid oes papurau cyhoeddedig gan unrhyw bleidlais gynharach â chynifer o brosiectau.",
  file: "Ffeil o bapurau",
  fileHint: "Ffeil .pb, neu un wedi’i chywasgu â gzip (.gz). Caiff ei darllen unwaith ac ni chaiff ei chadw.",
  submit: "Cyfrif a chymharu",
  answer: (p) =>
    `Papurau a gyfrifwyd yn ôl pob rheol: ${p.voters.shown}`,
  noForecast: "Nid rhagolwg yw hwn",
  noForecastMore: "Nid papurau eich pleidleiswyr chi yw’r rhain. Maent yn dangos sut mae’r rheolau’n wahanol, nid beth fydd yn ennill.",
  figures: "Ffigurau yn ôl rheol",
  projectsWon: "Prosiectau sy’n ennill",
  winners: "Enillwyr yn ôl rheol",
  faults: {
    "no-rule": "Dewiswch o leiaf un rheol",
    "too-many-rules": "Dewiswch bum rheol ar y mwyaf",
    "no-projects": "Nid oes prosiectau yn y gronfa hon eto. Ychwanegwch rai yn gyntaf",
    "no-file": "Dewiswch ffeil",
    "file-has-faults": "Mae gwallau yn y ffeil. Fe’u rhestrir isod",
    "other-number-of-projects": "Mae nifer y prosiectau yn y ffeil yn wahanol i’r gronfa hon",
    "no-earlier-vote": "Dewiswch bleidlais gynharach â chynifer o brosiectau â’r gronfa hon",
    "took-too-long": "Cymerodd y cyfrif hwn yn rhy hir. Rhowch gynnig ar lai o reolau neu bleidleiswyr",
  },
};
