import { softDay } from "../../welsh-days.ts";
import { plural } from "../../plural.ts";
import type { uncontested as en } from "../en/uncontested.ts";
import type { Translated } from "../../translated.ts";

export const uncontested: Translated<typeof en> = {
  title: "Etholwyd heb bleidlais",
  vacantTitle: "Ni safodd neb yma",
  elected: (p) =>
    plural("cy", p.count, {
      one: `Etholir ${p.names} heb bleidlais: ni safodd neb arall am y lleoedd sydd ar gael.`,
      other: `Etholir ${p.names} heb bleidlais: ni safodd mwy o bobl nag sydd o leoedd.`,
    }),
  vacant: "Ni safodd neb, felly nid oes neb wedi’i ethol. Bydd etholiad newydd yn llenwi’r lle.",
  declared: (p) => `Datganwyd ar ${softDay(p.when)} gan ${p.name}, swyddog canlyniadau.`,
  noVote: "Dim pleidlais",
  notice: "Hysbysiad i’w argraffu",
  data: "Pwy a etholwyd, fel data agored (CSV)",
  candidate: (p) => `Etholwyd heb bleidlais. Ni safodd mwy o bobl nag sydd o leoedd, a datganodd y swyddog canlyniadau hynny ar ${softDay(p.when)}.`,
  atVote: {
    title: "Mewn rhai mannau ni chynhelir pleidlais",
    elected: (p) => `${p.contest}: ni chynhelir pleidlais. Etholwyd hebddi: ${p.names}.`,
    vacant: (p) => `${p.contest}: ni chynhelir pleidlais. Ni safodd neb, a bydd etholiad newydd yn llenwi’r lle.`,
    yours: (p) => `Ni chynhelir pleidlais yn ${p.contest}`,
  },
  sheet: {
    title: "Hysbysiad o etholiad diwrthwynebiad",
    vacantTitle: "Hysbysiad na safodd neb",
    print: "Argraffwch y dudalen hon, llofnodwch hi a’i gosod i fyny.",
    places: "Lleoedd",
    stood: "Pobl a safodd",
    elected: "Nid oes mwy o bobl yn sefyll nag sydd o leoedd. Ni chynhelir pleidlais. Datganaf fod y bobl hyn wedi’u hethol",
    vacant: "Nid oes neb yn sefyll. Ni chynhelir pleidlais ac nid oes neb wedi’i ethol. Cynhelir etholiad newydd i lenwi’r lle.",
    basis: "Fel mewn etholiadau lleol: Rheolau Etholiadau Lleol (Prif Ardaloedd) (Cymru a Lloegr) 2006, Atodlen 2, rheol 14, a Deddf Cynrychiolaeth y Bobl 1983, adran 39.",
    signed: (p) => `Llofnodwyd: ${p.name}, swyddog canlyniadau`,
  },
  desk: {
    elected: (p) =>
      `${plural("cy", p.count, { one: "Mae 1 person yn sefyll", two: "Mae 2 berson yn sefyll", other: `Mae ${p.shown} o bobl yn sefyll` })} am ${plural("cy", p.places, { one: "1 lle", two: "2 le", other: `${p.places} o leoedd` })}. Nid oes angen pleidlais: datganwch eu bod wedi’u hethol.`,
    vacant: "Nid oes neb yn sefyll. Datganwch na chynhelir pleidlais.",
    name: "Eich enw, fel y mae o dan y datganiad",
    declareElected: "Datgan eu hethol heb bleidlais",
    declareVacant: "Datgan na safodd neb",
    warn: "Mae hyn yn gyhoeddus ar unwaith ac ni ellir ei dynnu’n ôl. Ni ellir enwebu neb yma wedyn.",
    done: "Datganwyd. Gall pawb ei ddarllen nawr.",
    next: "Tynnwch drefn yr enwau lle cynhelir pleidlais, a datganwch lle nad oes angen un.",
  },
  afterPrint: {
    elected: "Nid oes mwy o bobl yn sefyll nawr nag sydd o leoedd. Mae’r bleidlais yn mynd yn ei blaen, ac etholir y rhai sy’n dal i sefyll.",
    vacant: "Nid oes neb yn sefyll mwyach. Mae’r bleidlais yn mynd yn ei blaen, ac mae’r lle’n aros yn wag tan etholiad newydd.",
  },
  faults: {
    "poll-needed": "Mae mwy o bobl yn sefyll nag sydd o leoedd, neu mae rheng i’r swyddi: pleidlais sy’n penderfynu",
    "too-early": "Ddim eto: caiff ymgeiswyr dynnu’n ôl o hyd",
    undecided: "Mae enwebiad yn dal i aros am benderfyniad",
    "not-draft": "Mae’r papurau pleidleisio wedi’u gwneud yn barod",
  },
};
