import { format } from "#i18n/format.ts";
import type { TileName } from "#components/pictures/tile.tsx";

export interface SampleProject {
  readonly id: string;
  readonly tile: TileName;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  /** Whole pounds. */
  readonly cost: number;
  readonly chosen: boolean;
  readonly votes: number;
  /** What its supporters had left when its turn came, in whole pounds. */
  readonly had: number;
  readonly won: boolean;
}

/** The pot of the made-up area, and how many voted there. */
export const POT = 120_000;
export const VOTERS = 2184;

const english = format("en");

/** A whole number, and an amount in whole pounds, as text. */
export const figure = (amount: number): string => english.number(amount);
export const pounds = (amount: number): string => english.money(amount * 100);

/** Fourteen made-up projects in a shuffled order, with the count of 2,184 made-up ballots by equal shares. */
export const PROJECTS: readonly SampleProject[] = [
  {
    id: "p2",
    tile: "crossing",
    title: "Zebra crossing on Station Road by the school",
    description: "A raised zebra crossing with lights where 240 children cross each morning.",
    group: "Millbrook Primary parents",
    cost: 32000,
    chosen: true,
    votes: 1048,
    had: 78621,
    won: true,
  },
  {
    id: "p1",
    tile: "waterside",
    title: "Millpond boardwalk and dipping platform",
    description: "A level 90-metre boardwalk so wheelchairs and buggies can reach the water, and a platform for school visits.",
    group: "Friends of Millpond",
    cost: 38000,
    chosen: false,
    votes: 807,
    had: 26063,
    won: false,
  },
  {
    id: "p11",
    tile: "play",
    title: "Swings for every child at Jubilee Rec",
    description: "Two wheelchair swings, a nest swing and picnic tables with space for wheelchairs.",
    group: "Play For All Millbrook",
    cost: 24000,
    chosen: true,
    votes: 627,
    had: 31833,
    won: true,
  },
  {
    id: "p7",
    tile: "skate",
    title: "Skate and scooter ramp at Jubilee Rec",
    description: "A concrete quarter-pipe and bowl designed with local young people.",
    group: "Jubilee Skaters",
    cost: 46000,
    chosen: false,
    votes: 484,
    had: 12967,
    won: false,
  },
  {
    id: "p8",
    tile: "bench",
    title: "A bench every 200 metres",
    description: "Eleven benches with arms along the walk from Mill Lane to the health centre.",
    group: "Millbrook Over-60s",
    cost: 9500,
    chosen: true,
    votes: 1175,
    had: 95110,
    won: true,
  },
  {
    id: "p5",
    tile: "hall",
    title: "Warm hub at St Anne’s Hall",
    description: "Insulation and a heat pump so the hall can open as a free warm space five days a week.",
    group: "St Anne’s Community Trust",
    cost: 29500,
    chosen: false,
    votes: 548,
    had: 15193,
    won: false,
  },
  {
    id: "p3",
    tile: "cafe",
    title: "Repair café and tool library",
    description: "A Saturday repair café and 300 tools to borrow, for two years, in the old bank.",
    group: "Fix It Millbrook",
    cost: 14500,
    chosen: false,
    votes: 826,
    had: 47976,
    won: true,
  },
  {
    id: "p10",
    tile: "mural",
    title: "Lights and a mural for the canal underpass",
    description: "Bright, low-energy lights and a mural painted with three schools.",
    group: "Underpass Collective",
    cost: 16500,
    chosen: true,
    votes: 574,
    had: 27611,
    won: true,
  },
  {
    id: "p6",
    tile: "trees",
    title: "60 street trees for the Weavers estate",
    description: "Sixty young trees on streets with the least shade, with three years of watering.",
    group: "Weavers Tenants’ Group",
    cost: 21000,
    chosen: false,
    votes: 482,
    had: 16756,
    won: false,
  },
  {
    id: "p4",
    tile: "bus",
    title: "Friday late bus and youth shelter",
    description: "A 10:15pm Friday bus from the leisure centre for a year, and a lit shelter to wait in.",
    group: "Brackenshire Youth Council",
    cost: 18000,
    chosen: false,
    votes: 312,
    had: 8897,
    won: false,
  },
  {
    id: "p9",
    tile: "cooking",
    title: "Cook together: community kitchen classes",
    description: "Forty free evening classes, each ending with a shared meal.",
    group: "Millbrook Pantry",
    cost: 12000,
    chosen: false,
    votes: 957,
    had: 60405,
    won: true,
  },
  {
    id: "p14",
    tile: "lights",
    title: "Market Square winter lights",
    description: "Reusable low-energy lights for Market Square and Mill Lane.",
    group: "Millbrook Traders",
    cost: 27000,
    chosen: false,
    votes: 735,
    had: 21455,
    won: false,
  },
  {
    id: "p12",
    tile: "music",
    title: "Borrow a band: an instrument library",
    description: "Guitars, drums and keyboards to borrow for free with a library card.",
    group: "Millbrook Library",
    cost: 8000,
    chosen: false,
    votes: 595,
    had: 37458,
    won: true,
  },
  {
    id: "p13",
    tile: "paddling",
    title: "Wheelchair-friendly canoe pontoon",
    description: "A floating pontoon and hoist so everyone can get on the water.",
    group: "Brook Paddlers",
    cost: 41000,
    chosen: false,
    votes: 155,
    had: 8875,
    won: false,
  },
];

/** The order in which the projects were counted. */
export const COUNT_ORDER: readonly string[] = [
  "p8",
  "p2",
  "p9",
  "p3",
  "p12",
  "p11",
  "p10",
  "p6",
  "p14",
  "p1",
  "p5",
  "p4",
  "p7",
  "p13",
];
