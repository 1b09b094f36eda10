import { plural } from "../../plural.ts";
import type { lesson as en } from "../en/lesson.ts";
import type { Translated } from "../../translated.ts";

const votes = (shown: string) => (shown === "1" ? "1 bleidlais" : `${shown} pleidlais`);

export const lesson: Translated<typeof en> = {
  title: (p) => `Gwers: sut y cyfrifon ni ${p.election}`,
  link: "Pecyn gwers i ysgolion",
  lead: "Mae pob rhif yma yn un go iawn. Dyma sut y pleidleisiodd pobl. Cyfrifwch nhw eto, i weld a ydych yn cytuno.",
  print: "Argraffwch y tudalennau hyn. Mae’r atebion ar dudalennau ar wahân ar y diwedd.",
  teacher: {
    title: "I’r athro",
    items: ["Oed: 11 i 14.", "Amser: un wers o 50 munud.", "Bydd angen: y tudalennau hyn, pen a siswrn. Mae cyfrifiannell yn helpu.", "Bydd disgyblion yn dysgu: sut mae pleidleisiau’n dod yn enillydd, a sut i wirio cyfrif."],
  },
  decided: {
    title: "Beth benderfynodd pobl",
    ballots: (p) => plural("cy", p.count, { one: `Pleidleisiodd 1 person. Roedd enwau ${p.people} o bobl ar y papur.`, other: `Pleidleisiodd ${p.shown} o bobl. Roedd enwau ${p.people} o bobl ar y papur.` }),
  },
  candidate: (p) => `Ymgeisydd ${p.letter}`,
  how: {
    title: "Sut mae pleidleisiau’n dod yn enillydd",
    rules: {
      supplementary_vote: [
        "Mae pob pleidleisiwr yn rhoi dewis cyntaf. Cânt roi ail ddewis hefyd.",
        "Cyfrwch yr holl ddewisiadau cyntaf.",
        "A oes gan un person fwy na’u hanner? Yna mae’r person hwnnw’n ennill.",
        "Os nad oes, mae’r ddau uchaf yn aros. Mae’r lleill i gyd allan.",
        "Edrychwch ar bapurau’r rhai sydd allan. Ai un o’r ddau uchaf yw’r ail ddewis? Yna’r person hwnnw sy’n cael y bleidlais.",
        "Adiwch y dewis cyntaf a’r ail ddewis. Yr un â mwy o bleidleisiau sy’n ennill.",
      ],
      irv: [
        "Mae pob pleidleisiwr yn rhoi pobl mewn trefn: 1, 2, 3.",
        "Cyfrwch yr holl ddewisiadau cyntaf.",
        "A oes gan un person fwy na’u hanner? Yna mae’r person hwnnw’n ennill.",
        "Os nad oes, mae’r olaf allan.",
        "Mae pob un o’r papurau hynny’n mynd at y dewis nesaf sydd arno.",
        "Gwnewch hynny eto, nes bod gan un person fwy na’r hanner.",
      ],
      scottish_stv: [
        "Mae pob pleidleisiwr yn rhoi pobl mewn trefn: 1, 2, 3.",
        "Mae cwota. Dyma nifer y pleidleisiau sydd ei angen i gael eich ethol.",
        "Cyfrwch yr holl ddewisiadau cyntaf. Mae’r sawl sydd â’r cwota wedi’i ethol.",
        "A oes gan y person hwnnw fwy o bleidleisiau nag sydd eu hangen? Y gwarged yw’r hyn sydd dros ben. Mae’n mynd at y dewis nesaf ar bob papur, fel rhan o bleidlais.",
        "Os nad oes gan neb y cwota, mae’r olaf allan. Mae’r papurau hynny’n mynd at eu dewis nesaf.",
        "Gwnewch hynny eto, nes bod pob lle wedi’i lenwi.",
      ],
      fptp: ["Mae pob pleidleisiwr yn dewis un person.", "Cyfrwch y pleidleisiau i bob person.", "Yr un â’r mwyaf o bleidleisiau sy’n ennill. Nid oes rhaid iddo fod yn fwy na’r hanner."],
      approval: ["Mae pob pleidleisiwr yn ticio pawb y mae’n eu hoffi. Un, neu fwy.", "Cyfrwch y ticiau i bob person.", "Yr un â’r mwyaf o diciau sy’n ennill."],
    },
  },
  real: { title: "Y cyfrif go iawn, gam wrth gam" },
  exercises: {
    title: "Eich tro chi",
    number: (p) => `Cwestiwn ${p.number}`,
    answer: "Eich ateb",
    table: "Pleidleisiau",
    person: "Person",
    votes: "Pleidleisiau",
    before: "Cyn",
    after: "Wedyn",
    first: "Dewis cyntaf",
    second: "Ail ddewis",
    gain: "Mwy",
    "add-up": { ask: "Adiwch y pleidleisiau hyn. Beth gewch chi? Ar faint o bapurau roedd pleidlais?", say: (p) => `Cewch ${p.sum}. Dyna faint o bapurau oedd â phleidlais arnynt. Ni chollwyd yr un bleidlais.` },
    ticks: {
      ask: (p) => `Adiwch y ticiau hyn. Roedd ${p.ballots} papur. Pam mae mwy o diciau? Faint o diciau oedd ar bapur?`,
      say: (p) => `Roedd ${p.sum} tic. Caiff pleidleisiwr dicio mwy nag un person. Mae ${p.sum} ÷ ${p.ballots} tua ${p.each} tic ar bob papur.`,
    },
    half: {
      ask: (p) => `Roedd ${p.valid} pleidlais. Beth yw’r rhif lleiaf sy’n fwy na’r hanner? Pwy gafodd gymaint â hynny o ddewisiadau cyntaf?`,
      say: (p) => `Mae angen ${p.answer}. ${p.name} gafodd y mwyaf o ddewisiadau cyntaf: ${p.votes}. ${p.reached ? "Mae hynny’n ddigon i ennill." : "Nid yw hynny’n ddigon, felly aeth y cyfrif yn ei flaen."}`,
    },
    quota: {
      ask: (p) => `Cyfrifwch y cwota. Roedd ${p.valid} pleidlais am ${p.places} lle. Rhannwch y pleidleisiau â ${p.parts}. Gollyngwch yr hyn sydd dros ben. Yna adiwch 1.`,
      say: (p) => `Mae ${p.valid} ÷ ${p.parts} yn ${p.part} a thipyn. Gollyngwch y tipyn ac adiwch 1: ${p.answer} yw’r cwota. Ni all mwy o bobl nag sydd o leoedd ei gyrraedd.`,
    },
    surplus: {
      ask: (p) => `Cafodd ${p.name} ${votes(p.votes)}. ${p.quota} oedd y cwota. Faint nad oedd eu hangen ar ${p.name}? Rhannwch nhw dros yr holl bapurau hynny: faint yw gwerth pob papur nawr?`,
      say: (p) => `${p.votes} − ${p.quota} = ${p.answer}. Yna ${p.answer} ÷ ${p.votes} = ${p.value}. Felly mae pob papur yn mynd yn ei flaen fel ${p.value} o bleidlais.`,
    },
    follow: {
      ask: (p) => `Aeth ${p.name} allan gyda ${votes(p.votes)}. I ble yr aeth y pleidleisiau hynny? Cyfrifwch faint a enillodd pob person.`,
      say: (p) => (p.gone === "0" ? "Edrychwch ar golofn olaf y tabl. Aeth pob pleidlais at rywun." : `Edrychwch ar golofn olaf y tabl. Aeth ${votes(p.gone)} at neb: nid oedd dewis nesaf ar y papurau hynny, neu gollyngwyd tipyn bach.`),
    },
    finalists: {
      ask: "Arhosodd y bobl hyn i mewn. Adiwch eu dewis cyntaf a’u hail ddewis. Pwy enillodd?",
      say: (p) => `${p.name} sydd â’r mwyaf. ${p.unused === "0" ? "Helpodd pob ail ddewis rywun." : `Nid oedd ail ddewis am yr un ohonynt ar ${p.unused} papur, felly ni wnaethant helpu neb.`}`,
    },
    "nothing-lost": {
      ask: (p) => `Ar y diwedd roedd gan bawb gyda’i gilydd ${p.held} pleidlais. Aeth ${p.gone} at neb. Adiwch y ddau. Beth welwch chi?`,
      say: (p) => `Cewch ${p.valid}. Dyna faint o bobl a bleidleisiodd. Mae pleidleisiau’n symud, ond ni chaiff yr un ei cholli na’i chreu.`,
    },
    margin: {
      ask: (p) => `Cafodd ${p.first} ${votes(p.votes)}. Cafodd ${p.second} ${votes(p.others)}. Pa mor fawr yw’r bwlch?`,
      say: (p) => `${p.votes} − ${p.others} = ${p.answer}.`,
    },
    share: {
      ask: (p) => `Roedd ${p.name} ar ${p.votes} o ${p.ballots} papur. Faint yw hynny o bob 100?`,
      say: (p) => `Mae ${p.votes} ÷ ${p.ballots} × 100 tua ${p.answer} o bob 100.`,
    },
    "first-choices": {
      ask: "Edrychwch ar y dewisiadau cyntaf yn unig. Pwy fyddai wedi ennill gyda’r rheini? Ai’r un yw’r canlyniad go iawn?",
      say: (p) => (p.same ? `Dewisiadau cyntaf yn unig: ${p.leaders}. Yr un yw’r canlyniad go iawn.` : `Dewisiadau cyntaf yn unig: ${p.leaders}. Ond ${p.winners} oedd y canlyniad go iawn. Y dewisiadau nesaf a wnaeth y gwahaniaeth.`),
    },
  },
  handmade: {
    title: "Cyfrwch â llaw",
    lead: "Mae ysgol am blannu coeden ffrwythau. Dyma 15 papur. Ysgrifennwch bob un ar ddarn o bapur. Yna rhowch nhw mewn pentyrrau a’u cyfrif yn ôl y rheol uchod.",
    leadTwo: "Mae ysgol am blannu dwy goeden ffrwythau. Dyma 15 papur. Ysgrifennwch bob un ar ddarn o bapur. Yna rhowch nhw mewn pentyrrau a’u cyfrif yn ôl y rheol uchod.",
    leadOne: "Gyda’r rheol hon dim ond y dewis cyntaf sy’n cyfrif.",
    leadTicks: "Gyda’r rheol hon mae’r ddau’n cyfrif fel ticiau.",
    fruits: { apple: "Afal", pear: "Gellygen", plum: "Eirinen", cherry: "Ceiriosen" },
    ballots: "Papurau",
    how: "Faint",
    firstChoice: "Dewis cyntaf",
    secondChoice: "Ail ddewis",
    other: "Yr un papurau, rheolau eraill",
    otherLead: "Cyfrwch yr un 15 papur yn ôl rheol nad ydych yn ei defnyddio yma. A gewch chi’r un goeden?",
    rule: "Rheol",
    wins: "Yn ennill",
    surprise: "Yr un yw’r papurau, ond nid yr un yw’r enillydd. Mae’r rheol yn bwysig. Felly rhaid ei phennu cyn i bobl bleidleisio.",
  },
  talk: {
    title: "Trafodwch",
    items: ["A yw’r rheol hon yn deg? Pwy allai feddwl nad yw hi?", "Pam nad oes neb yn gweld sut y pleidleisioch chi?", "Beth allai fynd o’i le mewn cyfrif? Sut y byddech yn dod i wybod?", "Colloch chi. Beth fyddai’n eich helpu i ymddiried yn y canlyniad?"],
  },
  words: {
    title: "Geiriau",
    terms: [
      ["Papur pleidleisio", "Y papur neu’r dudalen yr ydych yn pleidleisio arni."],
      ["Cyfrif", "Adio’r pleidleisiau yn ôl y rheol."],
      ["Etholwyd", "Wedi’i ddewis gan y pleidleiswyr."],
      ["Cyfartal", "Dau berson â’r un nifer o bleidleisiau. Tynnir coelbren, ac mae pobl yn gwylio."],
    ],
    quota: ["Cwota", "Y pleidleisiau sydd eu hangen i gael eich ethol."],
    surplus: ["Gwarged", "Pleidleisiau sydd gan berson ond nad oes eu hangen."],
  },
  answers: { title: "Atebion", handmade: "Y coed ffrwythau" },
  check: { title: "Gwiriwch ef go iawn", text: "Mae’r holl bapurau ar dudalen y canlyniadau, heb enwau pleidleiswyr. Gall unrhyw gyfrifiadur eu cyfrif eto.", link: "Ewch i’r canlyniad" },
};
