import { plural } from "../../plural.ts";
import type { mailingList as english } from "../en/mailing-list.ts";
import type { Translated } from "../../translated.ts";

export const mailingList: Translated<typeof english> = {
  link: "Rhoi gwybod i mi am y canlyniad drwy e-bost",
  title: "Rhoi gwybod i mi am y canlyniad",
  lead: (p) => `Ysgrifennwn atoch unwaith, pan gaiff canlyniad ${p.vote} ei ddatgan.`,
  apart: "Nid oes a wnelo hyn â’ch pleidlais",
  apartMore: "Cedwir eich cyfeiriad ar restr ar wahân. Nid yw’r rhestr yn dweud a wnaethoch bleidleisio, ac nid oes dim yn ei chysylltu â phleidlais.",
  email: "Cyfeiriad e-bost",
  emailHint: "Anfonwn ddolen yn gyntaf, i fod yn siŵr mai chi biau’r cyfeiriad.",
  delivery: "Rhowch wybod i mi hefyd sut mae’r prosiectau buddugol yn mynd",
  deliveryHint: "Llythyr pryd bynnag y bydd newyddion am un ohonynt.",
  kept: (p) => `Cadwn y cyfeiriad nes i chi adael y rhestr, am ${p.years} blynedd ar y mwyaf.`,
  ask: "Anfonwch y ddolen ataf",
  back: "Yn ôl i’r bleidlais",
  sent: "Edrychwch yn eich e-bost",
  sentMore: "Rydym wedi anfon dolen atoch. Agorwch hi a gwasgwch y botwm, a byddwch ar y rhestr. Mae’n gweithio am wythnos.",
  confirm: "A rown wybod i chi am y canlyniad?",
  confirmMore: (p) => `Gwasgwch y botwm i gael gwybod sut daeth ${p.vote} i ben.`,
  confirmButton: "Iawn, rhowch wybod i mi",
  pressNote: "Gofynnwn i chi wasgu botwm gan fod rhai rhaglenni e-bost yn agor pob dolen ar eu pennau eu hunain.",
  joined: "Rydych ar y rhestr",
  joinedMore: "Ysgrifennwn atoch pan gaiff y canlyniad ei ddatgan. Mae dolen i adael y rhestr ym mhob llythyr.",
  expired: "Mae’r ddolen hon yn rhy hen",
  broken: "Nid yw’r ddolen hon yn gyflawn",
  askAgain: "Gofynnwch am ddolen newydd ar dudalen y bleidlais.",
  leave: "Gadael y rhestr hon?",
  leaveMore: "Gwasgwch y botwm ac anghofiwn y cyfeiriad.",
  leaveButton: "Gadael y rhestr",
  left: "Rydych wedi gadael y rhestr",
  leftMore: "Mae’r cyfeiriad wedi’i anghofio.",
  leaveByOther: "Defnyddiwch ddolen llythyr diweddarach, neu ysgrifennwch at y cyngor.",
  mail: {
    confirmSubject: (p) => `Cadarnhau: rhoi gwybod i mi am ganlyniad ${p.title}`,
    confirmBody: (p) =>
      `Gofynnodd rhywun, chi yn ein barn ni, i ${p.council} roi gwybod i’r cyfeiriad hwn sut daeth ${p.title} i ben.\n\nI gael gwybod, agorwch y dudalen hon a gwasgwch y botwm:\n${p.link}\n\nMae’r ddolen yn gweithio am ${plural("cy", p.days, { one: "1 diwrnod", two: "2 ddiwrnod", few: `${p.days} diwrnod`, other: `${p.days} diwrnod` })}. Os nad chi oedd hwn, peidiwch â gwneud dim: ni chadwn gyfeiriad sydd heb ei gadarnhau.`,
    asAsked: (p) => `Cewch hwn am eich bod wedi gofyn am gael gwybod. Gadael y rhestr:\n${p.link}`,
    asProposer: "Cewch hwn am eich bod wedi cynnig prosiect.",
  },
  faults: { "too-many-mails": "Gofynnwyd am ormod o lythyrau. Rhowch gynnig arall arni ymhen awr" },
};
