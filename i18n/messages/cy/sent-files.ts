import { softDay } from "../../welsh-days.ts";
import type { sentFiles as en } from "../en/sent-files.ts";
import { plural } from "../../plural.ts";
import type { Translated } from "../../translated.ts";

export const sentFiles: Translated<typeof en> = {
  title: "Ffeiliau a anfonwyd gan bobl",
  lead: "Caiff lluniau eu gwneud o’r newydd, fel nad ydynt yn dweud dim am le, amser na chamera. Mae dogfennau’n aros mewn cwarantin nes i’r sganiwr eu cael yn lân.",
  noScanner: "Nid oes sganiwr wedi’i osod",
  noScannerMore: "Mae dogfennau’n aros mewn cwarantin, ac ni all neb eu hagor. Mae pwy bynnag sy’n rhedeg y gosodiad hwn yn gosod SCAN_COMMAND.",
  none: "Nid oes neb wedi anfon ffeil",
  noneMore: "Bydd ffeiliau yma unwaith y bydd ymateb sy’n cynnwys un wedi’i anfon.",
  name: "Ffeil",
  question: "Cwestiwn",
  response: "Ymateb",
  sent: "Anfonwyd",
  scan: "Sganiwr",
  again: (p) => plural("cy", p.count, { one: `Ni roddodd ateb, a gofynnir iddo eto ar ${softDay(p.when)}`, two: `Ni roddodd ateb ddwywaith, a gofynnir iddo eto ar ${softDay(p.when)}`, other: `Ni roddodd ateb ${p.count} gwaith, a gofynnir iddo eto ar ${softDay(p.when)}` }),
  pages: "Tudalennau’r ffeiliau",
  page: "Tudalen",
  previous: "Hŷn",
  next: "Mwy newydd",
  states: { waiting: "Mewn cwarantin", clean: "Glân", refused: "Gwrthodwyd, a thaflwyd" },
};
