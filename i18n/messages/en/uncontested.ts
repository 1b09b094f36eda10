import { plural } from "../../plural.ts";

/** Words of contests that end without a poll: nobody stood, or no more people than there are places. */
export const uncontested = {
  title: "Elected without a vote",
  vacantTitle: "Nobody stood here",
  /** Names are joined as a list. */
  elected: (p: { count: number; names: string }) =>
    plural("en", p.count, { one: `${p.names} is elected without a vote: nobody else stood for the places there are.`, other: `${p.names} are elected without a vote: no more people stood than there are places.` }),
  vacant: "Nobody stood, so nobody is elected. A new election fills the place.",
  declared: (p: { when: string; name: string }) => `Declared on ${p.when} by ${p.name}, returning officer.`,
  noVote: "No vote held",
  notice: "Notice to print",
  data: "Who was elected, as open data (CSV)",
  candidate: (p: { when: string }) => `Elected without a vote. No more people stood than there are places, and the returning officer declared it on ${p.when}.`,
  atVote: {
    title: "In some places no vote is held",
    elected: (p: { contest: string; names: string }) => `${p.contest}: no vote is held. Elected without one: ${p.names}.`,
    vacant: (p: { contest: string }) => `${p.contest}: no vote is held. Nobody stood, and a new election fills the place.`,
    yours: (p: { contest: string }) => `No vote is held in ${p.contest}`,
  },
  sheet: {
    title: "Notice of uncontested election",
    vacantTitle: "Notice that nobody stood",
    print: "Print this page, sign it and put it up.",
    places: "Places",
    stood: "People who stood",
    elected: "No more people stand than there are places. No poll is taken. I declare these people elected",
    vacant: "Nobody stands. No poll is taken and nobody is elected. A new election will be held to fill the place.",
    basis: "As at local elections: Local Elections (Principal Areas) (England and Wales) Rules 2006, Schedule 2, rule 14, and Representation of the People Act 1983, section 39.",
    signed: (p: { name: string }) => `Signed: ${p.name}, returning officer`,
  },
  desk: {
    elected: (p: { count: number; places: number; shown: string }) =>
      `${plural("en", p.count, { one: "1 person stands", other: `${p.shown} people stand` })} for ${plural("en", p.places, { one: "1 place", other: `${p.places} places` })}. No vote is needed: declare them elected.`,
    vacant: "Nobody stands. Declare that no vote is held.",
    name: "Your name, as it stands under the declaration",
    declareElected: "Declare elected without a vote",
    declareVacant: "Declare that nobody stood",
    warn: "This is public at once and cannot be taken back. Nobody can be nominated here afterwards.",
    done: "Declared. Everybody can read it now.",
    next: "Draw the order of names where a vote is held, and declare where none is needed.",
  },
  afterPrint: {
    elected: "No more people stand now than there are places. The vote goes on, and those who still stand are elected.",
    vacant: "Nobody stands any more. The vote goes on, and the place stays empty until a new election.",
  },
  faults: {
    "poll-needed": "More people stand than there are places, or offices have ranks: a vote decides",
    "too-early": "Not yet: candidates may still withdraw",
    undecided: "A nomination still waits for a decision",
    "not-draft": "The ballot papers are made already",
  },
} as const;
