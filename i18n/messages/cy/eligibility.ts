import type { eligibility as en } from "../en/eligibility.ts";
import type { Translated } from "../../translated.ts";

export const eligibility: Translated<typeof en> = {
  start: {
    title: "Cyn i chi bleidleisio",
    step: "Cam 1 o 3",
    noEmail: (p) => `Dim e-bost? Ffoniwch ${p.phone} ac fe’ch helpwn i bleidleisio mewn ffordd arall.`,
    goOn: "Parhau gyda’ch e-bost",
    about: "Mae’n cymryd tua 6 munud. Nid oes angen cyfrif arnoch.",
    voted: "Rwyf wedi pleidleisio ac am newid fy mhleidlais",
    votedBody: "Defnyddiwch yr allwedd bleidleisio a ddaeth gyda’ch derbynneb:",
    votedLink: (p) => `Newid fy mhleidlais ar gyfer ${p.ballot}`,
    secret: "Sut mae fy mhleidlais yn cael ei chadw’n gyfrinachol?",
    secretBody:
      "Cedwir eich pleidlais a’ch enw mewn dau le heb ddim sy’n eu cysylltu. Gall y cyngor weld eich bod wedi pleidleisio ac ar ba ddiwrnod. Ni all neb yn y cyngor weld sut y pleidleisioch.",
    secretLimit: "Mae ein gweinyddion yn darllen eich dewisiadau am eiliad pan fyddwch yn eu hanfon. Nid ydym yn eu cadw gyda’ch enw, ond rydych yn dibynnu arnom ni am hynny.",
  },
  form: {
    title: "Dod o hyd i’ch papur pleidleisio",
    lead: "Rydym yn defnyddio’ch atebion i weld pa bapurau pleidleisio sy’n perthyn i chi.",
    signedInAs: (p) => `Rydych wedi cadarnhau ${p.email}.`,
    postcode: "Cod post eich cartref",
    postcodeHint: "Er enghraifft, SN9 4QT. Dim ond enw eich ardal rydym yn ei gadw.",
    age: "Eich oedran mewn blynyddoedd",
    ageHint: "Dim ond grŵp oedran rydym yn ei gadw, megis 25 i 44.",
    submit: "Dod o hyd i’m papur pleidleisio",
    whyTitle: "Pam rydych chi’n gofyn?",
    whyBody: "Fel mai’r bobl sy’n byw gyda phenderfyniad sy’n ei wneud, a bod pob person yn pleidleisio unwaith.",
  },
  faults: {
    "unknown-postcode": "Nid ydym yn adnabod y cod post hwn yma. Gwiriwch ef, neu ffoniwch ni os yw’ch cartref yn newydd",
  },
  ballots: {
    title: "Eich papurau pleidleisio",
    lead: (p) => `Dyma’r papurau pleidleisio sydd gennych yn ${p.vote}.`,
    vote: (p) => `Pleidleisio: ${p.ballot}`,
    ready: "Yn barod i chi",
    voted: "Rydych wedi pleidleisio",
    receipt: (p) => `Gweld eich derbynneb: ${p.ballot}`,
    again: "Defnyddio cod post arall",
  },
  refused: {
    area: (p) => `Ni allwch bleidleisio gyda’r cod post hwn: ${p.ballot}`,
    areaNone: "Nid oes papur pleidleisio ar gyfer y cod post hwn",
    tooYoung: (p) => `Mae angen i chi fod yn ${p.min} oed i bleidleisio`,
    tooOld: (p) => `Mae’r bleidlais hon i bobl ${p.max} oed neu’n iau`,
    proof: "Mae angen cod a anfonwn drwy’r post ar gyfer y bleidlais hon",
    voteIn: (p) => `Pleidleisio: ${p.ballot}`,
    notYours: (p) => `Ni allwch bleidleisio gyda’r atebion hyn: ${p.ballot}`,
    noneYours: "Gyda’r atebion hyn nid oes papur pleidleisio i chi",
    otherPostcode: "Newid eich atebion",
  },
};
