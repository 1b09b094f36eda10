import type { consultationReport as en } from "../en/consultation-report.ts";
import type { Translated } from "../../translated.ts";
import { plural } from "../../plural.ts";

export const consultationReport: Translated<typeof en> = {
  title: (p) => `${p.title}: adroddiad`,
  lead: (p) => plural("cy", p.count, { one: `${p.shown} ymateb, a ddaeth ar ${p.first}.`, other: `${p.shown} o ymatebion, a ddaeth rhwng ${p.first} a ${p.last}.` }),
  nobody: "Nid oes neb wedi ateb.",
  print: "Mae’r dudalen hon yn argraffu fel adroddiad. Mae niferoedd bach wedi’u cuddio ynddo, pwy bynnag sy’n ei ddarllen.",
  docx: "Yr adroddiad fel dogfen (Word)",
  codebook: "Llyfr codau (CSV)",
  open: "Data agored (CSV)",
  link: "Darllen yr adroddiad",
  contents: "Yn yr adroddiad hwn",
  about: "Beth a ofynnwyd, a pham",
  when: "Ar agor",
  basis: "Sail gyfreithiol",
  versions: (p) => `Gofynnwyd yr arolwg mewn ${p.count} fersiwn. Rhestrir uchod yr hyn a newidiwyd.`,
  who: "Pwy atebodd",
  chosen: "Dewisodd pobl ateb. Nid ydynt yn sampl ar hap, ac nid oes unrhyw ffigur yma’n dweud beth mae pawb yn ei feddwl.",
  ofPeople: "Cyfran y bobl sy’n byw yma",
  answers: "Yr hyn a atebwyd",
  sources: "Preswylwyr, paneli ac eraill, ar wahân",
  sourcesLead: "Mae’r rhai a recriwtiwyd i banel, a’r rhai sy’n byw yn rhywle arall, mewn colofnau eu hunain.",
  groups: "Grwpiau cydraddoldeb",
  groupsLead: "Wedi’u rhoi o wirfodd ar ôl anfon yr atebion, a’u cadw ar wahân iddynt. Ni roddodd pawb nhw.",
  compared: "Cymariaethau",
  findings: "Yr hyn a gododd yng ngeiriau pobl eu hunain",
  decision: "Yr hyn a benderfynwyd",
  decidedOn: (p) => `Cyhoeddwyd y penderfyniad ar ${p.date}.`,
  method: "Sut i ddarllen hyn",
  methodNotes: [
    "Mae ymateb yn cyfrif unwaith am bob cwestiwn a atebwyd. Mae cyfrannau o’r rhai a atebodd y cwestiwn.",
    "Lle rhoddodd llai na 5 o bobl ateb, ni ddangosir y nifer. Weithiau cuddir un arall fel na ellir cyfrifo’r cyntaf.",
    "Darllenodd swyddogion yr atebion yng ngeiriau pobl eu hunain a’u didoli’n themâu; gall un ateb fod â sawl un.",
    "Cedwir atebion cydraddoldeb ar wahân i ymatebion. Dim ond â chwestiynau a osodwyd ar gyfer hyn cyn i neb ateb y cânt eu cymharu.",
    "Mae’r llyfr codau’n dweud ystyr pob colofn o’r data agored.",
  ],
};
