import type { about as en } from "../en/about.ts";
import type { Translated } from "../../translated.ts";

export const about: Translated<typeof en> = {
  councils: {
    title: "Dweud eich dweud",
    lead: "Dewiswch eich cyngor i weld beth sydd ar agor.",
    none: "Nid oes cyngor yma eto",
    noneMore: "Pwy bynnag sy’n rhedeg y gosodiad hwn sy’n ychwanegu’r un cyntaf.",
    operator: "I bwy bynnag sy’n rhedeg y gosodiad hwn",
  },
  accessibility: {
    title: "Hygyrchedd",
    lead: "Dylai’r wefan hon weithio i bawb. Dywedwch wrthym lle nad yw’n gwneud hynny.",
    parts: [
      ["Beth allwch ei ddisgwyl", "Gallwch ddefnyddio pob tudalen â’r bysellfwrdd yn unig, ar chwyddo 400%, ar sgrin 320 picsel o led, gyda darllenydd sgrin, mewn cyferbyniad uchel a heb sgriptiau. Nid oes dim yn symud ar ei ben ei hun."],
      ["Pa mor dda y mae’n cyrraedd y safon", "Rydym yn adeiladu yn ôl Canllawiau Hygyrchedd Cynnwys y We 2.2 ar lefel AA, ac yn profi’r safle yn eu herbyn â pheiriant bob tro y mae’n newid."],
      ["Beth nad ydym wedi’i wneud eto", "Nid yw pobl sy’n defnyddio darllenwyr sgrin, rheolaeth llais a switshis bob dydd wedi profi’r fersiwn hon eto. Lluniadau yw’r mapiau; mae’r tabl neu’r rhestr wrth eu hymyl yn dweud yr un peth."],
      ["Ffyrdd eraill o gymryd rhan", "Gallwch gymryd rhan ar bapur neu dros y ffôn. Gofynnwch i ni, ac anfonwn yr hyn sydd ei angen arnoch mewn print bras, Hawdd ei Ddeall neu iaith arall."],
    ],
    tell: "Os nad yw rhywbeth yn gweithio i chi",
    tellBody: "Ysgrifennwch atom gan ddweud pa dudalen oedd hi a beth ddigwyddodd. Byddwn yn ateb o fewn pum diwrnod gwaith.",
    enforce: "Os nad yw ein hateb yn helpu, gallwch droi at y Gwasanaeth Cynghori a Chefnogi ar Gydraddoldeb.",
  },
  privacy: {
    title: "Preifatrwydd",
    lead: "Beth a gadwn amdanoch, pam, ac am ba hyd.",
    parts: [
      ["Pan fyddwch ond yn darllen", "Nid ydym yn cadw dim. Nid oes hysbysebion na thracwyr, ac ni lwythir dim oddi wrth gwmnïau eraill."],
      ["Pan fyddwch yn pleidleisio", "Rydym yn defnyddio’ch cyfeiriad e-bost, eich cod post a’ch oedran i wirio y cewch bleidleisio a bod pawb yn pleidleisio unwaith. Rydym yn cadw marc wedi’i sgramblo eich bod wedi pleidleisio, gyda’ch ward a’ch grŵp oedran. Nid ydym yn cadw’ch cod post."],
      ["Eich dewisiadau", "Cedwir eich pleidlais ar wahân i’ch enw, heb amser na chyfeiriad arni. Nid oes dim ar y safle hwn yn dangos i neb arall sut y pleidleisioch."],
      ["Pan fyddwch yn anfon syniad", "Rydym yn cadw’r hyn a ysgrifennoch, yr enw a roesoch a phob fersiwn gynharach. Pan fyddwch yn dileu’ch cyfrif daw eich enw i ffwrdd, gwacéir fersiynau cynharach, a hefyd yr hyn na ddangoswyd erioed. Mae geiriau syniad y gallai pawb ei ddarllen yn aros, gan fod eraill yn ei gefnogi a’r cyngor yn penderfynu amdano."],
      ["Ceisiadau i bleidleisio", "Pan ofynnwch am gael pleidleisio rydym yn cadw eich cyfeiriad e-bost dan sêl, a chodau wedi’u gwneud o’ch porwr, eich cysylltiad a’ch cod post nad ydynt yn dweud dim ynddynt eu hunain, hyd 30 diwrnod ar ôl cau’r bleidlais. Eu pwrpas yw sylwi ar geisiadau ffug. Person sy’n penderfynu, nid peiriant."],
      ["Cwcis", "Rydym yn gosod cwci pan fyddwch yn mewngofnodi, un sy’n dal yr allwedd i’ch pleidlais fel y gallwch ei newid, ac am ddiwrnod un â rhif ar hap pan ofynnwch am gael pleidleisio, fel y sylwir ar lawer o geisiadau o un porwr. Mae angen pob un ar gyfer yr hyn y gofynnoch amdano, felly nid oes baner gwcis."],
      ["Am ba hyd", "Mae marciau pwy sydd wedi pleidleisio’n aros ar gofrestr y bleidlais honno. Mae pleidleisiau heb enwau’n aros wedi’u cyhoeddi. Mae’ch cyfrif yn aros nes i chi ei ddileu, ar ei dudalen ei hun."],
      ["Eich hawliau", "Cewch ofyn am yr hyn a ddaliwn amdanoch, ei gywiro neu ei ddileu, a chwyno wrth y Comisiynydd Gwybodaeth."],
    ],
    own: "Beth mae’r cyngor hwn yn ei ychwanegu",
    ask: "Gofyn am eich data",
  },
  data: {
    title: "Data agored",
    lead: "Gellir lawrlwytho, gwirio ac ailddefnyddio pob canlyniad a ddatganwyd.",
    none: "Nid oes canlyniad wedi’i ddatgan eto. Bydd y lawrlwythiadau’n ymddangos gyda’r un cyntaf.",
    licence: "Am ddim i’w ddefnyddio dan Drwydded Llywodraeth Agored f3.0.",
    files: (p) => `Lawrlwythiadau ${p.title}`,
    moved: "Yr hyn a symudodd, a phwy a gafodd ei gynnwys",
    movedFiles: [
      ["thread/thread.csv", "Yr edau aur (CSV)"],
      ["thread/thread.json", "Yr edau aur (JSON)"],
      ["involving-you/register.csv", "Y gofrestr o’r ddyletswydd i gynnwys, eleni (CSV)"],
      ["priorities/targets.csv", "Pob targed (CSV)"],
      ["priorities/readings.csv", "Pob darlleniad chwarterol (CSV)"],
      ["priorities/priorities.json", "Strategaethau, targedau a darlleniadau (JSON)"],
      ["pooled-budgets/contributions.csv", "Beth mae cyrff yn ei roi mewn cyllidebau cyfun (CSV)"],
      ["pooled-budgets/allocations.csv", "Ar gyfer beth y dyrennir cyllidebau cyfun (CSV)"],
      ["pooled-budgets/cases.csv", "Achosion busnes cyllidebau cyfun (CSV)"],
      ["pooled-budgets/pooled-budgets.json", "Cyllidebau cyfun, y cyfan (JSON)"],
    ],
    geography: "Mae ffiniau wardiau cynghorau go iawn yn cynnwys data Ystadegau Gwladol ac OS © Hawlfraint a hawl cronfa ddata’r Goron.",
  },
};
