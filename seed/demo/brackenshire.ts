import { drawArea } from "./drawn-areas.ts";

const text = (en: string, cy: string) => ({ en, cy });

/** A made-up council. Its geography is drawn, its postcodes begin with letters Royal Mail does not use. */
export const BRACKENSHIRE = {
  slug: "brackenshire",
  name: text("Brackenshire Council", "Cyngor Brackenshire"),
  contactEmail: "patch@brackenshire.example",
  contactPhone: "01632 960 180",
  colour: "#5e1f58",
  areas: [
    { slug: "alderwick", code: "E05990001", postcodes: "ZZ1", name: text("Alderwick", "Alderwick"), population: 12_900, boundary: drawArea("glmf") },
    { slug: "castle-meadow", code: "E05990002", postcodes: "ZZ2", name: text("Castle Meadow", "Castle Meadow"), population: 15_480, boundary: drawArea("ijkl") },
    { slug: "fellside", code: "E05990003", postcodes: "ZZ3", name: text("Fellside", "Fellside"), population: 7_310, boundary: drawArea("hailg") },
    { slug: "harbour-and-quay", code: "E05990004", postcodes: "ZZ4", name: text("Harbour and Quay", "Harbour and Quay"), population: 18_260, boundary: drawArea("jcdk") },
    { slug: "millbrook", code: "E05990005", postcodes: "ZZ5", name: text("Millbrook", "Millbrook"), population: 16_420, boundary: drawArea("lkdefm") },
    { slug: "northmoor", code: "E05990006", postcodes: "ZZ6", name: text("Northmoor", "Northmoor"), population: 8_940, boundary: drawArea("abcji") },
  ],
} as const;

export interface DemoProject {
  readonly title: { readonly en: string; readonly cy: string };
  readonly summary: { readonly en: string; readonly cy: string };
  readonly proposer: string;
  readonly costPounds: number;
  readonly tile: string;
}

const project = (costPounds: number, tile: string, proposer: string, title: [string, string], summary: [string, string]): DemoProject => ({
  title: text(...title),
  summary: text(...summary),
  proposer,
  costPounds,
  tile,
});

export const MILLBROOK_PROJECTS: readonly DemoProject[] = [
  project(38_000, "waterside", "Friends of Millpond", ["Millpond boardwalk and dipping platform", "Rhodfa a llwyfan trochi Millpond"], ["A level 90-metre boardwalk so wheelchairs and buggies can reach the water, and a platform for school visits.", "Rhodfa wastad 90 metr fel y gall cadeiriau olwyn a bygis gyrraedd y dŵr, a llwyfan ar gyfer ymweliadau ysgol."]),
  project(32_000, "crossing", "Millbrook Primary parents", ["Zebra crossing on Station Road by the school", "Croesfan sebra ar Station Road ger yr ysgol"], ["A raised zebra crossing with lights where 240 children cross each morning.", "Croesfan sebra uwch gyda goleuadau lle mae 240 o blant yn croesi bob bore."]),
  project(14_500, "cafe", "Fix It Millbrook", ["Repair café and tool library", "Caffi trwsio a llyfrgell offer"], ["A Saturday repair café and 300 tools to borrow, for two years, in the old bank.", "Caffi trwsio ar ddydd Sadwrn a 300 o offer i’w benthyg, am ddwy flynedd, yn yr hen fanc."]),
  project(18_000, "bus", "Brackenshire Youth Council", ["Friday late bus and youth shelter", "Bws hwyr nos Wener a lloches ieuenctid"], ["A 10:15pm Friday bus from the leisure centre for a year, and a lit shelter to wait in.", "Bws 10:15pm nos Wener o’r ganolfan hamdden am flwyddyn, a lloches olau i aros ynddi."]),
  project(29_500, "hall", "St Anne’s Community Trust", ["Warm hub at St Anne’s Hall", "Hyb cynnes yn Neuadd St Anne"], ["Insulation and a heat pump so the hall can open as a free warm space five days a week.", "Inswleiddio a phwmp gwres fel y gall y neuadd agor fel lle cynnes am ddim bum niwrnod yr wythnos."]),
  project(21_000, "trees", "Weavers Tenants’ Group", ["60 street trees for the Weavers estate", "60 o goed stryd i ystad Weavers"], ["Sixty young trees on streets with the least shade, with three years of watering.", "Chwe deg o goed ifanc ar y strydoedd â’r lleiaf o gysgod, gyda thair blynedd o ddyfrio."]),
  project(46_000, "skate", "Jubilee Skaters", ["Skate and scooter ramp at Jubilee Rec", "Ramp sglefrio a sgwter ym Mharc Jubilee"], ["A concrete quarter-pipe and bowl designed with local young people.", "Chwarter-pib a phowlen goncrit wedi’u dylunio gyda phobl ifanc leol."]),
  project(9_500, "bench", "Millbrook Over-60s", ["A bench every 200 metres", "Mainc bob 200 metr"], ["Eleven benches with arms along the walk from Mill Lane to the health centre.", "Un ar ddeg o feinciau â breichiau ar hyd y llwybr o Mill Lane i’r ganolfan iechyd."]),
  project(12_000, "cooking", "Millbrook Pantry", ["Cook together: community kitchen classes", "Coginio gyda’n gilydd: dosbarthiadau cegin gymunedol"], ["Forty free evening classes, each ending with a shared meal.", "Deugain o ddosbarthiadau nos am ddim, pob un yn gorffen gyda phryd i’w rannu."]),
  project(16_500, "mural", "Underpass Collective", ["Lights and a mural for the canal underpass", "Goleuadau a murlun i danffordd y gamlas"], ["Bright, low-energy lights and a mural painted with three schools.", "Goleuadau llachar, ynni isel a murlun wedi’i beintio gyda thair ysgol."]),
  project(24_000, "play", "Play For All Millbrook", ["Swings for every child at Jubilee Rec", "Siglenni i bob plentyn ym Mharc Jubilee"], ["Two wheelchair swings, a nest swing and picnic tables with space for wheelchairs.", "Dwy siglen i gadeiriau olwyn, siglen nyth a byrddau picnic gyda lle i gadeiriau olwyn."]),
  project(8_000, "music", "Millbrook Library", ["Borrow a band: an instrument library", "Benthyg band: llyfrgell offerynnau"], ["Guitars, drums and keyboards to borrow for free with a library card.", "Gitarau, drymiau ac allweddellau i’w benthyg am ddim gyda cherdyn llyfrgell."]),
  project(41_000, "paddling", "Brook Paddlers", ["Wheelchair-friendly canoe pontoon", "Pontŵn canŵio hygyrch"], ["A floating pontoon and hoist so everyone can get on the water.", "Pontŵn arnofiol a theclyn codi fel y gall pawb fynd ar y dŵr."]),
  project(27_000, "lights", "Millbrook Traders", ["Market Square winter lights", "Goleuadau gaeaf Sgwâr y Farchnad"], ["Reusable low-energy lights for Market Square and Mill Lane.", "Goleuadau ynni isel y gellir eu hailddefnyddio i Sgwâr y Farchnad a Mill Lane."]),
];

export const FELLSIDE_PROJECTS: readonly DemoProject[] = [
  project(22_000, "footpath", "Fellside Walkers", ["Mend the old quarry path", "Trwsio hen lwybr y chwarel"], ["New steps, drains and a handrail on the path children use to school.", "Grisiau, draeniau a chanllaw newydd ar y llwybr y mae plant yn ei ddefnyddio i’r ysgol."]),
  project(18_500, "allotment", "Upper Fell Growers", ["Raised beds and a shed for growers", "Gwelyau uwch a sied i dyfwyr"], ["Twenty raised beds, six at wheelchair height, on the empty depot site.", "Ugain o welyau uwch, chwech ar uchder cadair olwyn, ar safle gwag y depo."]),
  project(31_000, "sun-power", "Fellside Energy", ["Solar roof for the community hall", "To solar i’r neuadd gymunedol"], ["Panels and a battery that cut the hall’s bills by half.", "Paneli a batri sy’n haneru biliau’r neuadd."]),
  project(9_000, "later-life", "Fell Neighbours", ["Lunch club minibus runs", "Teithiau bws mini i’r clwb cinio"], ["A weekly minibus to the lunch club for a year, for people who cannot walk up the hill.", "Bws mini wythnosol i’r clwb cinio am flwyddyn, i bobl na allant gerdded i fyny’r allt."]),
  project(12_500, "football", "Fellside Juniors", ["Floodlights for the five-a-side pitch", "Llifoleuadau i’r cae pump bob ochr"], ["Four low-energy lights so that teams can train after school in winter.", "Pedwar golau ynni isel fel y gall timau hyfforddi ar ôl ysgol yn y gaeaf."]),
];

export const NORTHMOOR_PROJECTS: readonly DemoProject[] = [
  project(26_000, "wildlife", "Moor Watch", ["Bring back the bog: peat repair", "Adfer y gors: trwsio mawn"], ["Block 40 drains on the common so that it holds water and birds return.", "Cau 40 o ddraeniau ar y comin fel ei fod yn dal dŵr ac adar yn dychwelyd."]),
  project(15_000, "books", "Northmoor School", ["A library van stop and book swap", "Arhosfan fan lyfrgell a chyfnewid llyfrau"], ["A covered stop with shelves at the crossroads, looked after by the school.", "Arhosfan dan do gyda silffoedd wrth y groesffordd, dan ofal yr ysgol."]),
  project(34_000, "cycling", "Moor Riders", ["Safe cycle track to the station", "Trac beicio diogel i’r orsaf"], ["Half a mile of track away from the lorries on the A-road.", "Hanner milltir o drac i ffwrdd o’r lorïau ar y ffordd fawr."]),
  project(11_000, "health", "Northmoor Surgery Friends", ["Defibrillators and first-aid evenings", "Diffibrilwyr a nosweithiau cymorth cyntaf"], ["Four defibrillators and ten evenings where everyone learns to use them.", "Pedwar diffibriliwr a deg noson lle mae pawb yn dysgu eu defnyddio."]),
];
