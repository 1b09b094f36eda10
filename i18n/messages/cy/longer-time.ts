import type { longerTime as en } from "../en/longer-time.ts";
import type { Translated } from "../../translated.ts";

export const longerTime: Translated<typeof en> = {
  title: "Mwy o amser i benderfynu",
  agreed: (p) => `Ar ${p.date} cytunodd y cyngor a’r sefydliad y penderfynir erbyn ${p.until}.`,
  proposed: {
    council: (p) => `Cynigiodd y cyngor ar ${p.date} benderfynu erbyn ${p.until}`,
    organisation: (p) => `Cynigiodd y sefydliad ar ${p.date} y dylid penderfynu erbyn ${p.until}`,
    owner: (p) => `Cynigiodd y perchennog ar ${p.date} y dylai’r adolygiad fod ar ben erbyn ${p.until}`,
  },
  waits: "Yn aros am ateb",
  answers: {
    accepted: (p) => `Cytunwyd ar ${p.date}`,
    declined: (p) => `Ni chytunwyd, ${p.date}`,
    withdrawn: (p) => `Tynnwyd yn ôl ar ${p.date}`,
  },
  choices: { accepted: "Cytuno", declined: "Peidio â chytuno", withdrawn: "Ei dynnu’n ôl" },
  fields: { until: "Y diwrnod olaf ar gyfer y penderfyniad", why: "Pam mae angen mwy o amser", answer: "Eich ateb", letter: "Ble mae eu llythyr" },
  hints: {
    until: { byLaw: "Diwrnod diweddarach na hwn. Rhaid cytuno arno cyn i’r diwrnod hwn ddod i ben", elsewhere: "Diwrnod diweddarach na hwn" },
    why: "Mae’r ochr arall yn ei ddarllen; nid yw’n gyhoeddus",
    letter: "Dim ond os ydych yn nodi’r hyn a ysgrifennodd y sefydliad: cyfeirnod neu ffeil",
  },
  forms: {
    "longer-time": { title: "Cynnig mwy o amser i benderfynu", lead: "Mae’n cyfrif pan fydd yr ochr arall wedi cytuno. Tan hynny mae’r diwrnod yn aros fel y mae.", button: "Ei gynnig" },
    "take-back": { title: "Tynnu cynnig am fwy o amser yn ôl", lead: "Chi a’i cynigiodd, ac nid yw’r ochr arall wedi ateb eto. Gallwch ei dynnu’n ôl nes iddynt ateb.", button: "Ei dynnu’n ôl" },
    "answer-time": { title: "Ateb am fwy o amser", lead: "Mae’r hyn y cytunir arno ar y dudalen gyhoeddus, ac mae’r cloc yn rhedeg at y diwrnod hwnnw.", button: "Anfon yr ateb" },
  },
  done: "Fe’i hanfonwyd.",
  mail: {
    proposed: "Mae’r cyngor yn cynnig mwy o amser i benderfynu. Mae’n cyfrif dim ond os cytunwch. Atebwch ar eich tudalen, os gwelwch yn dda:",
    accepted: "Mae’r cyngor yn cytuno i’r amser hirach a gynigioch.",
    declined: "Nid yw’r cyngor yn cytuno i’r amser hirach a gynigioch.",
    withdrawn: "Mae’r cyngor wedi tynnu’n ôl yr hyn a gynigiodd am fwy o amser i benderfynu.",
  },
  faults: {
    "no-longer-time": "Ar gyfer enwebiad mae’r gyfraith yn gosod wyth wythnos, ac ni all neb eu hymestyn (SI 2012/2421, rheoliad 7)",
    "time-decided": "Penderfynwyd arno, neu gofynnwyd am adolygiad",
    "not-complete-yet": "Mae’r amser yn dechrau pan fydd y cais yn gyflawn",
    "time-over": "Mae’r amser i benderfynu ar ben. Cytunir ar amser hirach cyn iddo ddod i ben",
    "not-longer": "Dewiswch ddiwrnod diweddarach na’r un sy’n sefyll nawr",
    "proposal-waits": "Mae cynnig yn aros am ateb eisoes",
    "not-yours-to-answer": "Yr ochr arall sy’n ateb hwn",
    "time-answered": "Atebwyd ef eisoes",
    "letter-missing": "Dywedwch ble mae llythyr y sefydliad",
  },
};
