import type { people as en } from "../en/people.ts";
import type { Translated } from "../../translated.ts";

export const people: Translated<typeof en> = {
  roles: {
    "engagement-officer": { name: "Swyddog ymgysylltu", may: "Yn creu ac yn cynnal pleidleisiau ac ymgynghoriadau" },
    approver: { name: "Cymeradwywr", may: "Yn gwirio gwaith pobl eraill cyn ei gyhoeddi" },
    "returning-officer": { name: "Swyddog canlyniadau", may: "Yn cau pleidleisiau, yn eu cyfrif ac yn cyhoeddi’r canlyniad" },
    moderator: { name: "Cymedrolwr", may: "Yn gofalu am yr hyn y mae trigolion yn ei ysgrifennu" },
    "council-admin": { name: "Gweinyddwr y cyngor", may: "Yn newid gosodiadau, ardaloedd a phobl" },
    auditor: { name: "Archwilydd", may: "Yn darllen popeth, heb newid dim" },
  },
};
