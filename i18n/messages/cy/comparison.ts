import type { Translated } from "../../translated.ts";
import type { comparison as en } from "../en/comparison.ts";

/** Geiriau’r gymhariaeth o bob rheol gyfrif ar bapurau un bleidlais. */
export const comparison: Translated<typeof en> = {
  title: "Yn ôl pob rheol sy’n addas i’r papurau hyn",
  lead: (p) =>
    p.same.count === 0
      ? `Cyfrifwyd yr un papurau yn ôl ${p.all} o reolau eraill. Byddai pob un ohonynt wedi dewis yn wahanol.`
      : p.same.count === 1
        ? `Cyfrifwyd yr un papurau yn ôl ${p.all} o reolau eraill. Byddai un ohonynt wedi dewis yr un prosiectau.`
        : `Cyfrifwyd yr un papurau yn ôl ${p.all} o reolau eraill. Byddai ${p.same.shown} ohonynt wedi dewis yr un prosiectau.`,
  allSame: (p) => `Cyfrifwyd yr un papurau yn ôl ${p.all} o reolau eraill. Byddai pob un ohonynt wedi dewis yr un prosiectau.`,
  always: (p) => `Dewisir gan bob rheol: ${p.projects}.`,
  alwaysNone: "Nid oes yr un prosiect yn cael ei ddewis gan bob rheol.",
  sometimes: (p) => `Dewisir gan rai rheolau yn unig: ${p.projects}.`,
  table: "Beth fyddai pob rheol wedi’i ddewis",
  rules: "Rheolau",
  winners: "Prosiectau",
  spent: "Arian a wariwyd",
  without: "Pleidleiswyr heb yr un enillydd",
  difference: "Ochr yn ochr â’r canlyniad",
  result: "Y canlyniad",
  gains: (p) => `Yn dewis hefyd: ${p.projects}.`,
  loses: (p) => `Yn gadael allan: ${p.projects}.`,
  ties: "Lle daeth rheol ar draws prosiectau cyfartal na allai dim ond coelbren eu gwahanu, y coelbrennau a dynnwyd ar gyfer y canlyniad a benderfynodd, neu fel arall drefn y rhestr.",
  byArea: {
    title: "Arian a phleidleiswyr fesul ardal",
    plotCaption: "Cyfran o’r arian, ac oddi tani gyfran o’r pleidleiswyr",
    shareOfSpend: "O’r arian",
    shareOfVoters: "O’r pleidleiswyr",
    plot: "Y ddwy gyfran fel bariau",
    table: "Gwariant a chyrhaeddiad fesul ardal",
    voters: "Pleidleiswyr",
    spent: "Arian a wariwyd",
    covered: "Pleidleiswyr ag o leiaf un enillydd",
  },
  unfit: "Rheolau nad ydynt yn addas, a pham",
  reasons: {
    "needs-threshold": (p) => `${p.rules}: mae arni angen lleiafswm o bleidleisiau, ac ni chytunwyd ar un ar gyfer y bleidlais hon.`,
    "fills-places": (p) => `${p.rules}: mae’r rheolau hyn yn llenwi lleoedd mewn swydd. Ni wyddant am gostau nac am gronfa o arian.`,
    "too-many-sets": (p) => `${p.rules}: mae miliynau o setiau o brosiectau bron cystal â’r gorau. Byddai gwahaniaethu rhyngddynt yn cymryd gormod o amser.`,
  },
};
