import type { signs as en } from "../en/signs.ts";
import type { Translated } from "../../translated.ts";
import { plural } from "../../plural.ts";
import { softDay } from "../../welsh-days.ts";

export const signs: Translated<typeof en> = {
  title: "Arwyddion i’w barnu",
  lead: "Ymatebion a allai fod yn ail un gan yr un anfonwr, a ddaeth i gyd ar unwaith, neu sy’n rhannu un testun. Nid yw arwydd yn brawf. Chi sy’n penderfynu, nid oes dim yn cael ei ddileu, a rhoddir y canlyniadau gyda nhw a hebddynt.",
  search: "Chwilio drwy’r holl ymatebion nawr",
  underWay: "Rydym yn chwilio drwy’r ymatebion. Gallwch adael y dudalen hon.",
  lookAgain: "Gweld beth a gafwyd",
  searched: (p) => plural("cy", p.count, { one: `Edrychwyd ar 1 ymateb ar ${softDay(p.when)}.`, two: `Edrychwyd ar 2 ymateb ar ${softDay(p.when)}.`, other: `Edrychwyd ar ${p.count} o ymatebion ar ${softDay(p.when)}.` }),
  none: "Dim arwyddion",
  noneMore: "Ni chafwyd dim y dylai rhywun edrych arno.",
  kinds: { duplicate: "Efallai wedi’i anfon ddwywaith", burst: "Daeth i gyd ar unwaith", campaign: "Yn rhannu testun" },
  group: {
    duplicate: (p) => `${p.count} ymateb a allai fod gan yr un anfonwr`,
    burst: (p) => `${p.count} ymateb o fewn munudau`,
    campaign: (p) => `${p.count} ymateb â bron yr un testun`,
  },
  verdicts: { undecided: "I’w farnu", stands: "Yn cyfrif fel y mae", apart: "Cyfrifir ar wahân" },
  responses: "Pa ymatebion",
  means: "Beth mae’n ei olygu?",
  choices: { stands: "Dim: maen nhw’n cyfrif fel pob un arall", apart: "Eu cyfrif ar wahân: rhoi’r canlyniadau gyda nhw a hebddynt" },
  reason: "Pam",
  reasonHint: "Gall pawb ddarllen hyn wrth ymyl y canlyniadau. Peidiwch ag enwi neb.",
  save: "Cadw",
  report: {
    title: "Gyda nhw a hebddynt",
    lead: (p) => plural("cy", p.count, { one: "Cyfrifir 1 ymateb ar wahân. Mae yn yr holl rifau eraill; dyma nhw hebddo.", two: "Cyfrifir 2 ymateb ar wahân. Maen nhw yn yr holl rifau eraill; dyma nhw hebddynt.", other: `Cyfrifir ${p.shown} o ymatebion ar wahân. Maen nhw yn yr holl rifau eraill; dyma nhw hebddynt.` }),
    group: (p) => plural("cy", p.count, { one: `${p.kind}, 1 ymateb`, two: `${p.kind}, 2 ymateb`, other: `${p.kind}, ${p.count} o ymatebion` }),
    answer: "Ateb",
    with: "Gyda nhw",
    without: "Hebddynt",
    both: "Gyda nhw, a hebddynt oddi tano",
    hidden: "Ni ddangosir cwestiynau lle cyfrifir cyn lleied ar wahân, neu lle mae cyn lleied ar ôl: byddai’r gwahaniaeth yn dweud beth atebodd un person.",
    filter: "Cyfrifir ar wahân",
    all: "Gyda nhw",
    leftOut: "Hebddynt",
  },
  faults: { "choose-one": "Dewiswch beth mae’n ei olygu", "reason-missing": "Dywedwch pam y cyfrifir nhw ar wahân", "form-expired": "Mae’r dudalen hon wedi dyddio. Agorwch hi eto" },
};
