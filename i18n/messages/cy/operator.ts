import type { operator as en } from "../en/operator.ts";
import type { Translated } from "../../translated.ts";

export const operator: Translated<typeof en> = {
  title: "Y gosodiad hwn",
  lead: "Ei iechyd a’i gynghorau. Nid ydych yn gweld cynnwys unrhyw gyngor yma.",
  health: {
    title: "Iechyd",
    part: "Rhan",
    says: "Sut mae",
    state: "Cyflwr",
    database: "Cronfa ddata",
    databaseSays: (p) => `PostgreSQL ${p.version}, ${p.megabytes} MB`,
    worker: "Gwaith yn y cefndir",
    workerIdle: "Does dim yn aros",
    workerBusy: (p) => `Yn gweithio. Yn aros: ${p.waiting}`,
    workerLate: (p) => `Yn aros: ${p.waiting}, yr hynaf ers ${p.seconds} eiliad. A yw’r gweithiwr yn rhedeg?`,
    failed: "Gwaith y rhoddwyd y gorau iddo",
    mail: "Post yn aros",
    mailStays: "Nid oes gweinydd post wedi’i osod. Mae’r post yn aros yma",
    mailRefused: (p) => `${p.waiting}, a gwrthododd y gweinydd post ${p.refused} ohonynt`,
    people: "Pobl sydd â chyfrif",
    good: "Da",
    look: "Angen edrych arno",
  },
  councils: {
    title: "Cynghorau",
    caption: "Cynghorau a faint o bobl sy’n gweithio iddynt",
    name: "Cyngor",
    address: "Cyfeiriad",
    officers: "Swyddogion",
    admins: "Gweinyddwyr",
    demo: "Dychmygol, ar gyfer rhoi cynnig arni",
    none: "Nid oes cyngor eto.",
    create: "Creu cyngor",
  },
  create: {
    title: "Creu cyngor",
    lead: "Mae’r gweinyddwr cyntaf yn cael gwahoddiad ac yn gosod y gweddill.",
    created: (p) => `Mae ${p.name} wedi’i greu a’i weinyddwr wedi’i wahodd`,
    nameEn: "Enw yn Saesneg",
    nameCy: "Enw yn Gymraeg",
    welsh: "Mae’r cyngor yn cyhoeddi yn Gymraeg hefyd",
    welshHint: "Yna mae angen y ddwy iaith ar bopeth cyn y gellir ei gyhoeddi.",
    slug: "Cyfeiriad",
    slugHint: "Y rhan ar ôl yr iaith, fel brackenshire yn /cy/brackenshire. Ni ellir ei newid wedyn.",
    contactEmail: "Cyfeiriad e-bost ar gyfer cwestiynau trigolion",
    contactPhone: "Rhif ffôn ar gyfer cwestiynau trigolion",
    optional: "Gallwch adael hwn yn wag.",
    adminEmail: "Cyfeiriad e-bost y gweinyddwr cyntaf",
    button: "Creu’r cyngor",
  },
  reset: {
    title: "Mae rhywun wedi colli eu hail gam",
    lead: "Ar gyfer swyddog heb ap nac allwedd mynediad na chod adfer. Gwnewch yn siŵr mai nhw sydd yno: ffoniwch nhw ar rif rydych yn ei adnabod.",
    email: "Eu cyfeiriad e-bost",
    button: "Tynnu eu hail gam",
    done: "Mae wedi’i dynnu. Maent yn mewngofnodi drwy e-bost ac yn gosod un arall",
  },
  resetMail: {
    subject: "Tynnwyd eich ail gam",
    body: `Mae’r sawl sy’n gofalu am Folkmoot wedi tynnu eich ap dilysu, eich allweddi mynediad a’ch codau adfer, ac wedi eich allgofnodi ym mhobman.

Mewngofnodwch gyda chod o’ch e-bost a gosodwch un arall.

Os na ofynnoch am hyn, rhowch wybod i weinyddwr Folkmoot eich cyngor heddiw.
`,
  },
  faults: {
    "nameEn.required": "Ysgrifennwch enw’r cyngor yn Saesneg",
    "slug.required": "Ysgrifennwch gyfeiriad y cyngor",
    "contactEmail.required": "Ysgrifennwch y cyfeiriad e-bost ar gyfer cwestiynau trigolion",
    "adminEmail.required": "Ysgrifennwch gyfeiriad e-bost y gweinyddwr cyntaf",
    "email.required": "Ysgrifennwch gyfeiriad e-bost y person",
    "address-taken": "Mae’r cyfeiriad hwn wedi’i gymryd. Dewiswch un arall",
    "welsh-name": "Rhowch yr enw yn Gymraeg hefyd, neu dywedwch nad yw’r cyngor yn cyhoeddi yn Gymraeg",
    "no-such-person": "Nid oes gan neb gyfrif gyda’r cyfeiriad hwn",
  },
};
