import type { Translated } from "../../translated.ts";
import type { ideaMail as en } from "../en/idea-mail.ts";

export const ideaMail: Translated<typeof en> = {
  subject: (p) => `Newyddion am y syniad “${p.title}”`,
  reason: (p) => `Y rheswm: ${p.reason}`,
  why: {
    author: (p) => `Rydych yn cael y neges hon am mai eich syniad chi ydyw. ${p.council}`,
    supporter: (p) => `Rydych yn cael y neges hon am eich bod yn cefnogi’r syniad. Gallwch dynnu’ch cefnogaeth yn ôl ar ei dudalen. ${p.council}`,
  },
  news: {
    sent: "Diolch. Mae’ch syniad wedi cyrraedd, a gall pawb ei ddarllen yma. Rhannwch y cyfeiriad hwn os hoffech i eraill ei gefnogi.",
    waiting: "Diolch. Mae’ch syniad wedi cyrraedd. Mae rhywun yn y cyngor yn ei ddarllen yn gyntaf, ac wedyn gall pawb.",
    shown: "Mae cymedrolwr wedi darllen eich syniad. Gall pawb ei weld nawr.",
    held: "Mae cymedrolwr yn edrych ar eich syniad. Ni all neb arall ei weld nes bydd penderfyniad. Nid oes angen i chi wneud dim.",
    removed: "Mae cymedrolwr wedi tynnu’ch syniad i lawr. Mae ei dudalen yn dweud pam, a sut i ofyn i berson arall edrych arno eto.",
    "appeal-upheld": "Mae person arall wedi edrych ar eich syniad eto ac yn cytuno â chi. Gall pawb ei weld eto.",
    "appeal-refused": "Mae person arall wedi edrych ar eich syniad eto. Bydd yn aros i lawr. Mae ei dudalen yn dweud pam.",
    develop: "Mae’r syniad yn cael ei ddatblygu: cynnig ydyw nawr.",
    "find-feasible": "Mae’r cynnig wedi’i wirio, a gellir ei wneud.",
    "find-not-feasible": "Mae’r cynnig wedi’i wirio, ac ni ellir ei wneud.",
    reopen: "Mae’r cynnig yn cael ei ystyried unwaith eto.",
    shortlist: "Mae’r cynnig ar y rhestr fer ar gyfer y bleidlais.",
    "pass-over": "Nid yw’r cynnig ar y rhestr fer y tro hwn.",
    "put-on-ballot": "Bydd y syniad yn brosiect ar y papur pleidleisio.",
    decline: "Ni fydd y syniad yn mynd ymhellach.",
    withdraw: "Mae’r awdur wedi tynnu’r syniad yn ôl. Ni fydd dim mwy yn digwydd ag ef.",
    merged: "Mae’r syniad wedi’i uno ag un arall sy’n gofyn am yr un peth. Aeth ei gefnogaeth gydag ef.",
    gained: "Mae syniad arall sy’n gofyn am yr un peth wedi’i uno â hwn.",
    split: "Mae’r syniad wedi’i rannu’n sawl un, am ei fod yn gofyn am sawl peth. Cefnogwch y rhannau rydych yn eu hoffi.",
    copied: "Mae’r syniad wedi’i gopïo, er mwyn ei ystyried eto. Mae’r cyntaf yn aros fel y mae.",
    tied: "Mae’r syniad wedi arwain at rywbeth. Mae ei dudalen nawr yn dangos beth ddaeth ohono.",
    "co-author": "Mae rhywun a wahoddwyd gennych wedi llofnodi’r syniad gyda chi.",
  },
  inviteSubject: (p) => `A wnewch chi lofnodi’r syniad “${p.title}” hefyd?`,
  invite: (p) =>
    `Mae ${p.name} yn gofyn i chi sefyll y tu ôl i’r syniad hwn gyda nhw. Ni fydd dim yn digwydd oni bai eich bod yn cytuno. Mewngofnodwch â’r cyfeiriad e-bost hwn i ateb. ${p.council}`,
  somebody: "Rhywun",
};
