import { plural } from "../../plural.ts";
import type { announcing as english } from "../en/announcing.ts";
import type { Translated } from "../../translated.ts";

const projects = ({ count, shown }: { readonly count: number; readonly shown: string }): string =>
  plural("cy", count, { one: `${shown} prosiect`, two: `${shown} brosiect`, few: `${shown} phrosiect`, other: `${shown} prosiect` });

export const announcing: Translated<typeof english> = {
  title: "Rhoi gwybod am y canlyniad",
  lead: "Mae un llythyr yn mynd at bob person a ofynnodd am gael gwybod ac at bob person a gynigiodd brosiect. Ni ellir ei anfon ddwywaith.",
  recipients: (p) => `Wedi gofyn am gael gwybod: ${p.asked}. Wedi cynnig prosiect: ${p.proposers}.`,
  secrecy: "Cedwir rhestr y bobl a ofynnodd ar wahân i’r gofrestr a’r pleidleisiau. Nid yw’n dweud pwy bleidleisiodd.",
  note: "Eich geiriau eich hun yn gyntaf",
  noteHint: "Gair o ddiolch, er enghraifft, neu beth sy’n digwydd nesaf. Cewch ei adael yn wag.",
  sure: "Mae’r llythyr yn gywir, a gall fynd nawr",
  send: "Anfon y llythyr",
  notYours: "Swyddog ymgysylltu sy’n anfon y llythyr ar ôl datgan canlyniad pob cronfa.",
  sending: "Mae’r llythyrau’n mynd allan",
  done: "Mae pob llythyr wedi mynd",
  progress: (p) => `${p.queued} o ${p.all} llythyr.`,
  look: "Mae’r dudalen hon yn edrych eto ar ei phen ei hun.",
  begun: (p) => `Dechreuwyd ${p.when}.`,
  toProposers: (p) => `${p.number} at bobl a gynigiodd brosiect.`,
  once: "Mae pob person yn ei gael unwaith, hyd yn oed os bydd y peiriant yn stopio hanner ffordd.",
  letter: {
    subject: (p) => `Canlyniadau: ${p.vote}`,
    opening: (p) => `Mae’r pleidleisiau yn ${p.vote}, ${p.council}, wedi’u cyfrif a’u gwirio.`,
    pot: (p) => `${p.pot}: ${projects(p.winners)} am ${p.spent} o ${p.of}. Pleidleisiodd ${p.ballots} o bobl.`,
    read: "Gweld beth enillodd, pam yr enillodd pob prosiect neu beidio, a gwirio’r cyfrif eich hun:",
  },
  press: {
    title: "Taflen i’r wasg",
    lead: "Y canlyniad yn y ddwy iaith, i bapurau newydd a chynghorwyr.",
    html: "Darllen ac argraffu’r daflen i’r wasg",
    docx: "Ei lawrlwytho fel dogfen Word",
  },
  pressSheet: {
    title: (p) => `Taflen i’r wasg: ${p.vote}`,
    dateline: (p) => `I’w gyhoeddi. Datganwyd ar ${p.date}`,
    headline: (p) => `${p.council}: trigolion yn dewis ${projects(p.projects)} gwerth ${p.spent}`,
    opening: (p) => `Bwriwyd ${p.ballots} o bleidleisiau yn ${p.vote}. Dewisodd trigolion ${projects(p.projects)} am ${p.spent} allan o ${p.pot}.`,
    closed: (p) => `Caeodd y bleidlais ar ${p.date}.`,
    fair: "Pennwyd a chyhoeddwyd y rheol gyfrif cyn i neb bleidleisio. Mae tudalen y canlyniad yn dweud am bob prosiect pam yr enillodd neu beidio, a beth fyddai ffyrdd eraill o gyfrif wedi’i ddewis.",
    table: (p) => `${p.pot}: ${p.spent} o ${p.of}, ${p.ballots} o bleidleisiau`,
    project: "Prosiect",
    votes: "Pleidleisiau",
    cost: "Cost",
    notes: "Nodiadau i olygyddion",
    secret: "Mae’r pleidleisiau’n gyfrinachol. Ni all neb, gan gynnwys y cyngor, weld sut y pleidleisiodd un person.",
    check: (p) => `Pob ffigur, a’r ffeiliau i gyfrif eto: ${p.link}`,
    contact: (p) => (p.phone === "" ? `Cwestiynau: ${p.email}` : `Cwestiynau: ${p.email} neu ${p.phone}`),
    print: "Mae hwn yn argraffu ar A4, y naill iaith ar ôl y llall.",
    docx: "Ei lawrlwytho fel dogfen Word",
  },
  embed: {
    title: "Ar wefannau eraill",
    lead: "Copïwch hwn i dudalen ar wefan y cyngor, cymuned neu bapur newydd. Mae’n dangos yr enillwyr ac yn arwain yma.",
    snippet: (p) => `Testun i’w gopïo ar gyfer ${p.pot}`,
    see: "Gweld beth mae’n ei ddangos",
    json: "Yr un peth fel data (JSON)",
    frame: (p) => `Canlyniadau: ${p.vote}, ${p.pot}`,
    whole: "Gweld y canlyniad cyfan",
  },
  faults: {
    sure: "Ticiwch y blwch pan fydd y llythyr yn gywir",
    "not-declared": "Nid yw rhai cronfeydd wedi’u datgan eto",
  },
};
