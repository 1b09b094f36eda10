import { format } from "../../format.ts";
import type { faults as en } from "../en/faults.ts";
import type { Translated } from "../../translated.ts";

export const faults: Translated<typeof en> = {
  required: "Llenwch hwn",
  "too-long": (p) => `Defnyddiwch ${p.max === undefined ? "lai o" : format("cy").number(p.max)} nod neu lai`,
  unprintable: "Tynnwch nodau na ellir eu hargraffu",
  "one-line": "Ysgrifennwch hwn ar un llinell",
  "whole-number": "Ysgrifennwch rif cyfan, fel 12",
  "too-small": (p) => `Rhaid i’r rhif fod yn ${p.min ?? 0} neu’n fwy`,
  "too-large": (p) => `Rhaid i’r rhif fod yn ${p.max ?? 0} neu’n llai`,
  pounds: "Ysgrifennwch swm mewn punnoedd, fel 24,000 neu 31.30",
  email: "Ysgrifennwch gyfeiriad e-bost yn y ffurf arferol, fel enw@example.com",
  postcode: "Ysgrifennwch god post llawn, fel SN9 4QT",
  slug: "Defnyddiwch lythrennau bach, digidau a chysylltnodau yn unig, fel eich-ardal-2026",
  "choose-one": "Dewiswch un o’r atebion",
  "form-expired": "Mae’r ffurflen hon wedi dyddio. Agorwch y dudalen eto a’i hanfon oddi yno",
  reading: "Ysgrifennwch rif, fel 64 neu 71.5",
  "in-plan": "Mae’r targed hwn mewn cynllun. Newidiwch ef yno",
  "slug-taken": "Mae’r cyfeiriad hwn wedi’i gymryd. Dewiswch un arall",
  "unknown-area": "Dewiswch ardal o fewn y cyngor hwn",
  "stage-passed": "Mae’r trosglwyddiad eisoes wedi pasio’r cam hwn",
  date: "Ysgrifennwch ddyddiad sydd yn y calendr, fel 18 10 2026",
  "not-understood": "Nid oeddem yn deall hyn. Ysgrifennwch ef mewn ffordd arall",
};
