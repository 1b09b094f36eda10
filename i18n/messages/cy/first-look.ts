import type { firstLook as en } from "../en/first-look.ts";
import type { Translated } from "../../translated.ts";

export const firstLook: Translated<typeof en> = {
  waits: "Rydym yn darllen y cais hwn",
  waitsMore: (p) => `Daeth i law ar ${p.date}. Dangosir yma yr hyn a ysgrifennodd y sefydliad pan fydd swyddog wedi edrych arno.`,
  somebody: "Sefydliad yr ydym yn darllen ei gais",
  shownSince: "Dangosir ers",
  tag: "I edrych arno",
  toDo: (p) => `I edrych arnynt: ${p.count}`,
  ours: {
    waiting: "Mae swyddog yn darllen yr hyn a ysgrifennoch cyn y gall pawb ei ddarllen. Byddwn yn ysgrifennu atoch pan ddangosir ef.",
    back: "Mae’r cyngor yn gofyn i chi newid yr hyn a ysgrifennoch",
    change: "Newid yr hyn a ysgrifennoch",
    done: "Mae eich newidiadau wedi’u hanfon. Mae swyddog yn edrych arnynt.",
    lead: "Bydd pawb yn ei ddarllen pan fydd swyddog wedi edrych arno.",
    button: "Anfon y newidiadau",
  },
  desk: {
    title: "Edrych ar yr hyn a ysgrifennwyd",
    lead: "Tan hynny nid yw’r dudalen gyhoeddus ond yn dweud am beth y gofynnir, gan ba fath o sefydliad, a phryd y daeth i law. Mae’r hyn a ddangoswch yn aros fel y mae.",
    button: "Anfon",
    act: "Beth a wnewch",
    why: "Beth sydd raid ei newid",
    whyHint: "Dim ond os ydych yn ei anfon yn ôl. Dywedir wrth y sefydliad air am air",
    acts: { shown: "Ei ddangos i bawb", "sent-back": "Ei anfon yn ôl i’w newid" },
    state: { waiting: "Nid oes neb wedi edrych ar yr hyn a ysgrifennwyd eto: nid yw’r dudalen gyhoeddus yn ei ddangos.", "sent-back": "Fe’i hanfonwyd yn ôl i’w newid: nid yw’r dudalen gyhoeddus yn ei ddangos." },
  },
  returns: {
    title: "Adroddiadau blynyddol",
    sights: { waiting: "Wedi’i anfon. Mae swyddog yn edrych arno cyn y gall pawb ei ddarllen.", shown: "Gall pawb ei ddarllen.", "sent-back": "Wedi’i anfon yn ôl i’w newid:" },
    back: (p) => `Mae’r cyngor yn gofyn i chi newid yr adroddiad am ${p.year}`,
    ofTarget: (p) => `${p.reached} o’r ${p.target} a addawyd`,
    desk: { title: "Edrych ar adroddiad blynyddol", lead: "Mae pawb yn darllen yr hyn a ddangoswch, ac mae’n aros fel y mae. Mae’r sefydliad yn newid yr hyn a anfonwch yn ôl.", button: "Anfon" },
  },
  mail: {
    returnShown: "Mae swyddog wedi edrych ar eich adroddiad blynyddol. Gall pawb ei ddarllen nawr.",
    returnBack: (p) => `Mae’r cyngor yn gofyn i chi newid eich adroddiad blynyddol cyn y gall pawb ei ddarllen:\n\n${p.why}`,
    shown: "Mae swyddog wedi edrych ar eich cais. Gall pawb ei ddarllen nawr.",
    back: (p) => `Mae’r cyngor yn gofyn i chi newid yr hyn a ysgrifennoch cyn y gall pawb ei ddarllen:\n\n${p.why}`,
  },
  faults: {
    "looked-at-already": "Mae rhywun wedi edrych arno eisoes",
    "not-sent-back": "Nid yw i’w newid nawr",
    "not-looked-at": "Rhaid i swyddog edrych ar yr hyn a ysgrifennodd y sefydliad yn gyntaf",
  },
};
