import { plural } from "../../plural.ts";

/** Places that people marked on a map, counted. */
export const mapAnswers = {
  people: (p: { count: number; shown: string }) => `${plural("en", p.count, { one: "1 person marked", other: `${p.shown} people marked` })} something on the map.`,
  squares: (p: { side: string }) => `Each square is ${p.side} wide; a person counts once in each square they marked something in.`,
  hidden: (p: { side: string }) => `Shown are squares ${p.side} wide in which at least 5 people marked something.`,
  metres: (p: { count: string }) => `${p.count} metres`,
  kilometres: (p: { count: string }) => `${p.count} km`,
  label: (p: { name: string }) => `Map: ${p.name}. The table below has the same squares under the same numbers.`,
  table: (p: { name: string }) => `${p.name}: squares that most people marked`,
  number: "On the map",
  area: "Area",
  outside: "Outside the areas",
  middle: "Middle (latitude, longitude)",
  count: "People",
  more: (p: { count: number }) => plural("en", p.count, { one: "1 more square is on the map and in the file.", other: `${p.count} more squares are on the map and in the file.` }),
  marksFile: "Everything marked on maps (GeoJSON)",
  squaresFile: "Squares of the maps (GeoJSON)",
};
