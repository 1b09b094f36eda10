import { drawArea } from "./drawn-areas.ts";
import type { DemoProject } from "./brackenshire.ts";

const text = (en: string, cy: string) => ({ en, cy });

/** A second made-up council, so that one installation is seen to hold several, each in its own colour. */
export const ALAW_VALE = {
  slug: "alaw-vale",
  name: text("Alaw Vale Council", "Cyngor Dyffryn Alaw"),
  contactEmail: "help@alaw-vale.example",
  contactPhone: "01632 960 240",
  colour: "#0b5a4d",
  areas: [
    { slug: "pentre-alaw", code: "W05990001", postcodes: "ZZ7", name: text("Pentre Alaw", "Pentre Alaw"), population: 6_210, boundary: drawArea("hailg") },
    { slug: "upper-vale", code: "W05990002", postcodes: "ZZ8", name: text("Upper Vale", "Cwm Uchaf"), population: 4_870, boundary: drawArea("abcji") },
    { slug: "river-mouth", code: "W05990003", postcodes: "ZZ9", name: text("River Mouth", "Aber yr Afon"), population: 8_350, boundary: drawArea("lkdefm") },
  ],
} as const;

export const ALAW_VALE_PROJECTS: readonly DemoProject[] = [
  { title: text("Welsh-language film nights", "Nosweithiau ffilm Cymraeg"), summary: text("A projector, a screen and twelve free showings in the village halls.", "Taflunydd, sgrin a deuddeg dangosiad am ddim yn neuaddau’r pentrefi."), proposer: "Clwb Ffilm Alaw", costPounds: 6_000, tile: "screen" },
  { title: text("Riverside clean-up and litter traps", "Glanhau’r afon a dal sbwriel"), summary: text("Two traps, waders and tools for volunteers along three miles of river.", "Dau ddaliwr, esgidiau dŵr ac offer i wirfoddolwyr ar hyd tair milltir o afon."), proposer: "Cyfeillion yr Afon", costPounds: 9_500, tile: "litter" },
  { title: text("Bee meadow by the old station", "Dôl wenyn ger yr hen orsaf"), summary: text("Wild flowers on waste ground, cut once a year by hand.", "Blodau gwyllt ar dir diffaith, wedi’u torri unwaith y flwyddyn â llaw."), proposer: "Gwenyn Alaw", costPounds: 4_200, tile: "bees" },
  { title: text("Outdoor stage for the eisteddfod", "Llwyfan awyr agored i’r eisteddfod"), summary: text("A wooden stage with a roof, free for every school and group.", "Llwyfan pren â tho, am ddim i bob ysgol a grŵp."), proposer: "Pwyllgor yr Eisteddfod", costPounds: 17_000, tile: "theatre" },
  { title: text("Young farmers’ workshop", "Gweithdy’r ffermwyr ifanc"), summary: text("Tools and training to mend machines together.", "Offer a hyfforddiant i drwsio peiriannau gyda’n gilydd."), proposer: "CFfI Dyffryn Alaw", costPounds: 11_000, tile: "work" },
  { title: text("Benches and shade at the play park", "Meinciau a chysgod yn y parc chwarae"), summary: text("Six benches and four trees where parents wait.", "Chwe mainc a phedair coeden lle mae rhieni’n aros."), proposer: "Rhieni Pentre", costPounds: 7_300, tile: "bench" },
];
