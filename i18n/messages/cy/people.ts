import type { people as en } from "../en/people.ts";
import type { Translated } from "../../translated.ts";

export const people: Translated<typeof en> = {
  roles: {
    "engagement-officer": { name: "Swyddog ymgysylltu", may: "Yn creu ac yn cynnal pleidleisiau ac ymgynghoriadau" },
    approver: { name: "Cymeradwywr", may: "Yn gwirio gwaith pobl eraill cyn ei gyhoeddi" },
    "returning-officer": { name: "Swyddog canlyniadau", may: "Yn cau pleidleisiau, yn eu cyfrif ac yn cyhoeddi’r canlyniad" },
    "presiding-officer": { name: "Swyddog llywyddu", may: "Yn gofalu am orsaf bleidleisio: yn rhoi papurau allan ac yn ysgrifennu eu cyfrif" },
    "count-officer": { name: "Swyddog cyfrif", may: "Yn bysellu papurau pleidleisio ac yn penderfynu ar y rhai y darllenodd dau arall yn wahanol" },
    moderator: { name: "Cymedrolwr", may: "Yn gofalu am yr hyn y mae trigolion yn ei ysgrifennu" },
    "service-reviewer": { name: "Adolygydd gwasanaeth", may: "Yn gwirio a ellir gwneud cynigion a beth yw eu cost" },
    "council-admin": { name: "Gweinyddwr y cyngor", may: "Yn newid gosodiadau, ardaloedd a phobl" },
    auditor: { name: "Archwilydd", may: "Yn darllen popeth, heb newid dim" },
  },
  title: "Pobl a rolau",
  lead: "Pwy sy’n gweithio i’r cyngor yma, a’r hyn y gall pob un ei wneud.",
  caption: "Pobl a’u rolau",
  who: "Person",
  rolesHeader: "Rolau",
  rolesQuestion: "Beth gânt ei wneud?",
  change: "Newid",
  save: "Cadw’r rolau",
  done: {
    invited: "Mae’r gwahoddiad ar ei ffordd",
    changed: "Mae’r rolau wedi’u cadw",
    removed: "Nid ydynt yn gweithio yma mwyach",
  },
  invite: {
    title: "Gwahodd rhywun",
    email: "Eu cyfeiriad e-bost gwaith",
    emailHint: "Byddwn yn anfon dolen atynt. Maent yn cadarnhau’r cyfeiriad ac yn gosod ail gam cyn gallu gwneud dim.",
    send: "Anfon y gwahoddiad",
  },
  remove: {
    link: "Tynnu’r person hwn",
    title: (p) => `Tynnu ${p.who}?`,
    lead: "Ni allant agor y man gwaith mwyach. Mae’r hyn a wnaethant yn aros yn y trywydd archwilio. Gallwch eu gwahodd eto.",
    yes: "Tynnu",
    no: "Cadw",
  },
  invitation: {
    subject: (p) => `Mae ${p.council} wedi eich gwahodd i’w fan gwaith`,
    body: (p) => `Mae ${p.council} wedi eich gwahodd i weithio iddo ar Folkmoot.

Yr hyn y gallwch ei wneud: ${p.roles}.

Agorwch y ddolen hon a mewngofnodwch gyda’r cyfeiriad e-bost hwn:

${p.link}

Os nad oeddech yn disgwyl hyn, gallwch ei anwybyddu. Does dim yn digwydd nes i chi fewngofnodi.
`,
  },
  faults: {
    "email.required": "Ysgrifennwch eu cyfeiriad e-bost",
    email: "Ysgrifennwch gyfeiriad e-bost yn y ffurf arferol, fel enw@example.gov.uk",
    "choose-role": "Dewiswch o leiaf un rôl",
    "already-officer": "Mae’r person hwn yn gweithio i’r cyngor eisoes. Newidiwch ei rolau yn y rhestr",
    "last-admin": "Dyma unig weinyddwr y cyngor. Gwnewch rywun arall yn weinyddwr yn gyntaf",
  },
};
