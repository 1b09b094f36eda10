import type { assessments as en } from "../en/assessments.ts";
import type { Translated } from "../../translated.ts";

export const assessments: Translated<typeof en> = {
  title: "Sut mae eraill yn ein gweld",
  lead: "Beth a ganfu arolygwyr, cymheiriaid a’r partneriaid eu hunain. Straeon a baneri, dim sgoriau.",
  none: "Does neb wedi asesu’r ardal eto.",
  kinds: { "comprehensive-area-assessment": "Asesiad ardal cynhwysfawr", "peer-challenge": "Her cymheiriaid", "self-assessment": "Hunanasesiad" },
  draft: "Heb ei gyhoeddi eto",
  flags: "Baneri",
  noFlags: "Dim baneri.",
  green: "Baner werdd: eithriadol, gwerth ei chopïo",
  red: "Baner goch: pryder am yr hyn a ddaw ohono",
  evidence: "Tystiolaeth",
  action: (p) => `Beth a wneir, gan ${p.by}, erbyn ${p.date}`,
  cleared: (p) => `Cliriwyd ${p.date}`,
  linked: "Cysylltiedig â’r targed",
  found: "Beth a ganfuwyd",
  desk: { title: "Asesiadau", lead: "Asesiadau ardal, heriau cymheiriaid a hunanasesiadau.", add: "Ychwanegu asesiad", addFlag: "Codi baner", change: "Newid", saved: "Wedi’i gadw." },
  forms: {
    assessment: { title: "Asesiad", lead: "Dim ond swyddogion sy’n ei weld nes iddo gael ei gyhoeddi.", button: "Cadw’r asesiad" },
    flag: { title: "Baner", lead: "Mae gan bob un ei thystiolaeth. Mae un goch yn dweud beth a wneir, gan bwy ac erbyn pryd.", button: "Cadw’r faner" },
    colours: { green: "Gwyrdd: eithriadol", red: "Coch: pryder" },
    publishes: { yes: "Ei gyhoeddi", no: "Ei gadw i swyddogion" },
    noTarget: "Dim targed",
    labels: { kind: "Math", year: "Blwyddyn", title: "Teitl", narrative: "Beth a ganfuwyd", publish: "Pwy gaiff ei weld", colour: "Lliw", evidence: "Tystiolaeth", action: "Beth a wneir", actionBy: "Gan bwy", dueOn: "Erbyn pryd", clearedOn: "Cliriwyd ar", targetId: "Targed" },
  },
  faults: { "red-without-action": "Mae baner goch yn dweud beth a wneir, gan bwy ac erbyn pryd", "in-future": "Ni all y diwrnod fod yn y dyfodol", "unknown-target": "Dewiswch darged o’r cyngor hwn" },
};
