import { plural } from "../../plural.ts";
import type { electing as en } from "../en/electing.ts";
import type { Translated } from "../../translated.ts";

export const electing: Translated<typeof en> = {
  "give-notice": ({ title }) => `Darllen y rheolau a rhoi hysbysiad: ${title}`,
  "check-nominations": ({ count, title }) => `${plural("cy", count, { one: "Gwirio 1 enwebiad", two: "Gwirio 2 enwebiad", few: "Gwirio 3 enwebiad", many: "Gwirio 6 enwebiad", other: `Gwirio ${count} o enwebiadau` })}: ${title}`,
  "declare-without-poll": ({ count, title }) => `${plural("cy", count, { one: "Datgan 1 ornest heb bleidlais", two: "Datgan 2 ornest heb bleidlais", few: "Datgan 3 gornest heb bleidlais", many: "Datgan 6 gornest heb bleidlais", other: `Datgan ${count} o ornestau heb bleidlais` })}: ${title}`,
  "draw-lot": ({ title }) => `Tynnu trefn yr enwau drwy goelbren: ${title}`,
  "make-papers": ({ title }) => `Gwneud y papurau pleidleisio: ${title}`,
  close: ({ title }) => `Cau’r pleidleisio: ${title}`,
  count: ({ title }) => `Cyfrif y papurau: ${title}`,
  declare: ({ title }) => `Datgan pwy a etholwyd: ${title}`,
  "read-questions": ({ count, title }) => `${plural("cy", count, { one: "Darllen 1 cwestiwn neu ateb", two: "Darllen 2 gwestiwn neu ateb", few: "Darllen 3 chwestiwn neu ateb", many: "Darllen 6 chwestiwn neu ateb", other: `Darllen ${count} o gwestiynau ac atebion` })}: ${title}`,
  "replace-slips": ({ count, title }) => `${plural("cy", count, { one: "Gwneud slipiau coll 1 pecyn yn ddi-rym", two: "Gwneud slipiau coll 2 becyn yn ddi-rym", few: "Gwneud slipiau coll 3 phecyn yn ddi-rym", many: "Gwneud slipiau coll 6 phecyn yn ddi-rym", other: `Gwneud slipiau coll ${count} o becynnau yn ddi-rym` })}: ${title}`,
  notes: {
    "give-notice": "O hynny ymlaen mae pawb yn ei weld, ac mae’r rheolau’n aros.",
    "check-nominations": "Derbyn, gwrthod gyda rheswm, neu roi yn ôl tra bo amser.",
    "declare-without-poll": "Nid oes mwy o bobl yn sefyll nag sydd o leoedd. Mae papurau’r lleill yn aros am hyn.",
    "draw-lot": "Mae’r amser i dynnu’n ôl ar ben. Mae angen tyst arnoch.",
    "make-papers": "Mae’r drefn wedi’i thynnu. Ar ôl hyn nid oes dim o’r papurau’n newid.",
    close: "Mae ei amser ar ben.",
    count: "Mae’r pleidleisio wedi cau.",
    declare: "Mae’r cyfrif wedi gorffen.",
    "read-questions": "Does neb arall yn eu gweld cyn i chi wneud. O fewn dau ddiwrnod gwaith.",
    "replace-slips": "Cyfrodd ysgol lai o slipiau nag a anfonwyd. Gellir pleidleisio â nhw o hyd.",
  },
};
