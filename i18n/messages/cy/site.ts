import type { site as en } from "../en/site.ts";
import type { Translated } from "../../translated.ts";

export const site: Translated<typeof en> = {
  product: "Folkmoot",
  haveYourSay: "Dweud eich dweud",
  skip: "Neidio i’r prif gynnwys",
  otherLanguage: "English",
  menu: "Prif ddewislen",
  nav: { takePart: "Cymryd rhan", results: "Canlyniadau", priorities: "Blaenoriaethau", transfers: "Trosglwyddo asedau", account: "Eich cyfrif", workspace: "Man gwaith" },
  footer: {
    label: "Am y wefan hon",
    accessibility: "Hygyrchedd",
    privacy: "Preifatrwydd",
    openData: "Data agored",
    ballotLog: "Cofnod cyhoeddus y pleidleisiau",
    helpByPhone: (p) => `Cymorth dros y ffôn: ${p.phone}`,
    runsOn: "Yn rhedeg ar Folkmoot, meddalwedd agored y gall unrhyw gyngor ei defnyddio am ddim.",
    demo: "Cyngor dychmygol yw hwn, ar gyfer rhoi cynnig ar Folkmoot.",
  },
  errorPrefix: "Gwall: ",
  errorSummary: "Mae problem",
  errorHidden: "Gwall:",
  back: "Yn ôl",
  notFound: {
    title: "Heb ddod o hyd i’r dudalen",
    body: "Efallai fod y cyfeiriad wedi’i gamdeipio, neu fod y dudalen wedi symud.",
    link: "Gweld popeth sydd ar agor",
  },
  forbidden: {
    title: "Ni allwch agor y dudalen hon",
    body: "Nid oes gan eich cyfrif y rôl sydd ei hangen. Gofynnwch i weinyddwr Folkmoot eich cyngor.",
  },
  crash: {
    title: "Mae’n ddrwg gennym, aeth rhywbeth o’i le",
    body: "Ni chollwyd dim yn fwriadol: ewch yn ôl a rhowch gynnig arall arni ymhen ychydig funudau.",
    reference: (p) => `Os byddwch yn ysgrifennu atom, rhowch y cyfeirnod hwn: ${p.reference}.`,
  },
  badForm: {
    title: "Ni allem ddarllen y ffurflen honno",
    "too-large": "Mae’r hyn a anfonwyd yn rhy fawr. Ewch yn ôl ac anfonwch lai, neu ffeil lai.",
    "not-a-form": "Nid ffurflen a anfonwyd. Ewch yn ôl a rhowch gynnig arall arni.",
    "not-text": "Nid oedd modd darllen rhai nodau. Ewch yn ôl, teipiwch nhw eto ac anfonwch y ffurflen unwaith yn rhagor.",
    foreign: "Ni ddaeth y ffurflen o’r wefan hon, felly ni wnaethom ddim. Ewch yn ôl, agorwch y dudalen eto a’i hanfon oddi yno.",
  },
  tooMany: {
    title: "Gormod o gynigion",
    body: "Arhoswch 15 munud, yna rhowch gynnig arall arni.",
  },
};
