import type { mapAnswers as en } from "../en/map-answers.ts";
import type { Translated } from "../../translated.ts";
import { plural } from "../../plural.ts";

/** Lleoedd a nodwyd ar fap, wedi’u cyfrif. */
export const mapAnswers: Translated<typeof en> = {
  people: (p) => `Nododd ${plural("cy", p.count, { one: "1 person", two: "2 berson", other: `${p.shown} o bobl` })} rywbeth ar y map.`,
  squares: (p) => `Mae pob sgwâr yn ${p.side} o led; mae person yn cyfrif unwaith ym mhob sgwâr y nododd rywbeth ynddo.`,
  hidden: (p) => `Dangosir sgwariau ${p.side} o led y nododd o leiaf 5 o bobl rywbeth ynddynt.`,
  metres: (p) => `${p.count} metr`,
  kilometres: (p) => `${p.count} km`,
  label: (p) => `Map: ${p.name}. Mae gan y tabl isod yr un sgwariau o dan yr un rhifau.`,
  table: (p) => `${p.name}: y sgwariau a nododd y rhan fwyaf o bobl`,
  number: "Ar y map",
  area: "Ardal",
  outside: "Y tu allan i’r ardaloedd",
  middle: "Canol (lledred, hydred)",
  count: "Pobl",
  more: (p) => plural("cy", p.count, { one: "Mae 1 sgwâr arall ar y map ac yn y ffeil.", two: "Mae 2 sgwâr arall ar y map ac yn y ffeil.", other: `Mae ${p.count} sgwâr arall ar y map ac yn y ffeil.` }),
  marksFile: "Popeth a nodwyd ar fapiau (GeoJSON)",
  squaresFile: "Sgwariau’r mapiau (GeoJSON)",
};
