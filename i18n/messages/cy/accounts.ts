import type { accounts as en } from "../en/accounts.ts";
import type { Translated } from "../../translated.ts";

export const accounts: Translated<typeof en> = {
  faults: {
    email: "Ysgrifennwch gyfeiriad e-bost yn y ffurf arferol, fel enw@example.com",
    "sign-in-code": "Ysgrifennwch y cod o’r e-bost. Mae ganddo 8 llythyren a rhif, fel HJ4K-7PQX",
    "code-wrong": "Nid dyna’r cod a anfonwyd gennym. Gwiriwch ef a rhowch gynnig arall arni",
    "code-void": "Nid yw’r cod hwnnw’n gweithio mwyach. Efallai ei fod yn rhy hen, wedi’i ddefnyddio, neu wedi’i deipio’n anghywir 5 gwaith. Gofynnwch am un newydd",
  },
  mail: {
    subject: (p) => `Eich cod yw ${p.code}`,
    body: (p) => `Eich cod yw

${p.code}

Teipiwch ef ar y dudalen a ofynnodd amdano. Neu agorwch y ddolen hon a phwyswch y botwm:

${p.link}

Mae’r cod a’r ddolen yn gweithio unwaith, am ${p.minutes} munud.

Os na ofynnoch am hyn, gallwch ei anwybyddu. Ni all neb ddefnyddio’ch cyfeiriad heb y cod. Peidiwch byth â’i roi i neb, ddim hyd yn oed i ni.
`,
  },
  signIn: {
    title: "Mewngofnodi",
    guestTitle: "Beth yw’ch cyfeiriad e-bost?",
    lead: "Byddwn yn anfon cod i wirio mai chi biau’r cyfeiriad. Dim cyfrinair, a dim cyfrif i ofalu amdano.",
    email: "Cyfeiriad e-bost",
    emailHint: "Rydym yn ei ddefnyddio i wirio pwy ydych chi, ac ni fyddwn byth yn ei ddangos i eraill.",
    send: "Anfon fy nghod",
    why: "Pam mae angen fy nghyfeiriad e-bost arnoch?",
    whyBody:
      "Er mwyn i bob person gymryd rhan unwaith, ac er mwyn i chi allu dod yn ôl at yr hyn a ddechreuoch. Ni fyddwn yn anfon newyddion oni bai eich bod yn gofyn amdano.",
  },
  code: {
    title: "Rhowch eich cod",
    lead: (p) => `Rydym wedi anfon e-bost at ${p.email}. Gall gymryd munud i gyrraedd.`,
    label: "Cod o’r e-bost",
    hint: "Mae ganddo 8 llythyren a rhif, fel HJ4K-7PQX. Nid oes ots am briflythrennau, bylchau na chysylltnodau.",
    signIn: "Mewngofnodi",
    goOn: "Parhau",
    nothing: "Nid wyf wedi cael e-bost gennych",
    nothingBody: (p) => `Edrychwch yn eich ffolder sbam, a gwiriwch y cyfeiriad uchod. Mae cod yn gweithio am ${p.minutes} munud. Os yw’n hŷn, gofynnwch am un arall.`,
    another: "Anfon cod arall",
    otherAddress: "Defnyddio cyfeiriad arall",
  },
  link: {
    title: "Mewngofnodi",
    guestTitle: "Cadarnhewch eich cyfeiriad e-bost",
    lead: (p) => `Rydych ar fin parhau fel ${p.email}.`,
    notYou: "Os nad hwn yw’ch cyfeiriad chi, caewch y dudalen hon. Does dim wedi digwydd eto.",
  },
  wait: {
    codes: { title: "Gofynnwyd am ormod o godau", body: "Arhoswch 15 munud, yna gofynnwch am god eto." },
    tries: { title: "Gormod o gynigion", body: "Arhoswch 15 munud, yna rhowch gynnig arall arni." },
    why: "Pam rydym yn stopio yma",
    whyBody: "Mae hyn yn atal eraill rhag dyfalu cod neu lenwi blwch post rhywun. Does dim byd o’ch eiddo chi wedi’i golli.",
  },
  account: {
    title: "Eich cyfrif",
    lead: (p) => `Rydych wedi mewngofnodi fel ${p.email}.`,
    saved: "Mae’ch newidiadau wedi’u cadw",
    details: "Eich manylion",
    name: "Eich enw",
    nameHint: "Gallwch adael hwn yn wag. Swyddogion: mae swyddogion eraill yn ei weld wrth ymyl eich gwaith.",
    language: "Iaith negeseuon e-bost",
    english: "English",
    welsh: "Cymraeg",
    save: "Cadw’r newidiadau",
    security: "Diogelwch",
    securityBody: "Mae swyddogion yn dangos ail beth wrth fewngofnodi: allwedd mynediad neu god o ap.",
    securityLink: "Allweddi mynediad ac ap dilysu",
    roles: "Eich gwaith i gynghorau",
    workspace: (p) => `Agor man gwaith ${p.council}`,
    operator: "Gofalu am y gosodiad hwn",
    signOut: "Allgofnodi",
  },
  localMail: {
    title: "Post lleol",
    lead: "Nid yw’r gosodiad hwn yn anfon e-bost. Mae’r hyn y byddai wedi’i anfon yma, y diweddaraf yn gyntaf.",
    leadTo: (p) => `Yr hyn y byddai’r gosodiad hwn wedi’i anfon at ${p.to}, y diweddaraf yn gyntaf.`,
    empty: "Does dim wedi’i anfon eto.",
    toAt: (p) => `At ${p.to}, ${p.at}`,
    demoCode: (p) => `Cod dilysu’r swyddogion enghreifftiol nawr yw ${p.code}`,
    demoCodeBody: "Mae’n newid bob 30 eiliad. Gall pob swyddog ddefnyddio cod unwaith.",
    again: "Edrych eto",
  },
};
