import { plural } from "../../plural.ts";
import type { transferNotices as en } from "../en/notices.ts";
import type { Translated } from "../../translated.ts";

export const transferNotices: Translated<typeof en> = {
  title: "Pwy gafodd wybod",
  occasions: { decision: "Am y penderfyniad", review: "Am adolygiad", "review-decision": "Am y penderfyniad ar yr adolygiad", appeal: "Am apêl", "appeal-ended": "Sut daeth yr apêl i ben" },
  given: (p) => `${p.date}: ${plural("cy", p.count, { zero: "neb drwy e-bost", one: "1 person drwy e-bost", two: "2 berson drwy e-bost", other: `${p.count} o bobl drwy e-bost` })}`,
  byLetter: (p) => plural("cy", p.count, { one: "Daeth 1 sylw ar bapur. Dywedwch wrth y sawl a’i hysgrifennodd drwy lythyr.", two: "Daeth 2 sylw ar bapur. Dywedwch wrth y rhai a’u hysgrifennodd drwy lythyr.", other: `Daeth ${p.count} sylw ar bapur. Dywedwch wrth y rhai a’u hysgrifennodd drwy lythyr.` }),
  subject: (p) => `Newyddion am ${p.title}`,
  news: {
    decision: (p) => `Mae’r cyngor wedi penderfynu am ${p.title}. Darllenwch y penderfyniad a’i resymau:`,
    review: (p) => `Mae’r sefydliad a ofynnodd am ${p.title} wedi gofyn am adolygu’r penderfyniad. Mae cynghorwyr heb ran ynddo yn edrych arno eto:`,
    "review-decision": (p) => `Mae cynghorwyr wedi penderfynu ar yr adolygiad am ${p.title}. Darllenwch beth a benderfynwyd a pham:`,
    appeal: (p) => `Mae’r sefydliad a ofynnodd am ${p.title} wedi apelio at Weinidogion yr Alban:`,
    "appeal-ended": (p) => `Mae’r apêl at Weinidogion yr Alban am ${p.title} wedi dod i ben:`,
  },
  why: (p) => `Rydych yn cael hwn am eich bod wedi dweud eich barn amdano wrth ${p.council}.`,
  owners: {
    title: "Perchennog, tenantiaid a meddianwyr",
    none: "Nid oes neb wedi cael gwybod eto.",
    capacities: { owner: "Perchennog", tenant: "Tenant", occupier: "Meddiannydd", "nobody-else": "Neb heblaw’r cyngor" },
    ways: { letter: "drwy lythyr", "by-hand": "â llaw", email: "drwy e-bost", "at-the-land": "drwy hysbysiad ar y tir" },
    told: (p) => `${p.who}: ${p.way}, ${p.date}`,
    nobodyElse: (p) => `Nid oes neb heblaw’r cyngor yn berchen arno, yn ei rentu nac yn ei feddiannu (${p.date})`,
    law: { "scottish-request": "Mae’r gyfraith yn gofyn am hyn: SSI 2016/357, rheoliad 6.", "right-to-bid": "Mae’r gyfraith yn gofyn am hyn: SI 2012/2421, rheoliad 8." },
    mail: {
      subject: (p) => `Hysbysiad am ${p.title}`,
      text: (p) => `Mae sefydliad cymunedol wedi gwneud cais i ${p.council} am ${p.title}. Rydych yn cael gwybod am eich bod yn berchen arno, yn ei rentu neu’n ei feddiannu. Mae’r hyn y gofynnir amdano, a than pryd y gallwch ddweud eich barn, yma:`,
      say: (p) => `Gallwch hefyd ysgrifennu at ${p.council} drwy ateb yr e-bost hwn.`,
    },
  },
  ways: { letter: "Drwy lythyr", "by-hand": "Â llaw", email: "Drwy e-bost", "at-the-land": "Drwy hysbysiad ar y tir" },
  fields: { capacity: "Pwy gafodd wybod", way: "Sut", givenOn: "Y diwrnod y cawsant wybod", email: "Eu cyfeiriad e-bost" },
  hints: { email: "Dim ond i ddweud wrthynt drwy e-bost nawr. Defnyddir y cyfeiriad at hynny ac ni chedwir ef", capacity: "Mae’r gyfraith yn gofyn am y perchennog, y tenantiaid a’r meddianwyr. Ni chedwir enw" },
  form: { title: "Dweud wrth y perchennog, tenantiaid a meddianwyr", lead: "Nodwch bob un a gafodd wybod am y cais, neu dywedwch wrthynt drwy e-bost o’r fan hon. Os y cyngor yn unig sy’n berchen arno ac yn ei ddefnyddio, dywedwch hynny.", button: "Ei nodi" },
  faults: { "owners-not-told": "Rhaid i’r perchennog, y tenantiaid a’r meddianwyr gael gwybod yn gyntaf, neu dywedwch nad oes neb heblaw’r cyngor", "sent-today": "Heddiw y rhoddir hysbysiad a anfonir drwy e-bost yn awr. Dewiswch heddiw, neu gadewch y cyfeiriad yn wag", "email-way": "Gadewch hwn yn wag oni bai eich bod yn dweud wrthynt drwy e-bost" },
};
