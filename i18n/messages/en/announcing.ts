import { plural } from "../../plural.ts";

interface Counted {
  readonly count: number;
  readonly shown: string;
}

const projects = ({ count, shown }: Counted): string => plural("en", count, { one: `${shown} project`, other: `${shown} projects` });

/** Words of telling people a result: the letter, the press sheet and what stands on other sites. */
export const announcing = {
  title: "Tell people the result",
  lead: "One letter goes to each person who asked to be told and to each person who proposed a project. It cannot be sent twice.",
  recipients: (p: { asked: string; proposers: string }) => `Asked to be told: ${p.asked}. Proposed a project: ${p.proposers}.`,
  secrecy: "The list of people who asked is kept apart from the roll and the ballots. It does not say who voted.",
  note: "Your own words first",
  noteHint: "Such as a thank-you, or what happens next. You may leave it empty.",
  sure: "The letter is right, and can go now",
  send: "Send the letter",
  notYours: "An engagement officer sends the letter once every pot is declared.",
  sending: "The letters are going out",
  done: "Every letter has gone out",
  progress: (p: { queued: string; all: string }) => `${p.queued} of ${p.all} letters.`,
  look: "This page looks again by itself.",
  begun: (p: { when: string }) => `Begun ${p.when}.`,
  toProposers: (p: { number: string }) => `${p.number} to people who proposed a project.`,
  once: "Each person gets it once, also if the machine stops half-way.",
  letter: {
    subject: (p: { vote: string }) => `Results: ${p.vote}`,
    opening: (p: { vote: string; council: string }) => `The votes in ${p.vote} at ${p.council} have been counted and checked.`,
    pot: (p: { pot: string; winners: Counted; spent: string; of: string; ballots: string }) => `${p.pot}: ${projects(p.winners)} for ${p.spent} of ${p.of}. ${p.ballots} people voted.`,
    read: "See what won, why each project won or did not, and check the count yourself:",
  },
  press: {
    title: "Press sheet",
    lead: "The result in both languages, for newspapers and councillors.",
    html: "Read and print the press sheet",
    docx: "Download it as a Word document",
  },
  pressSheet: {
    title: (p: { vote: string }) => `Press sheet: ${p.vote}`,
    dateline: (p: { date: string }) => `For release. Declared on ${p.date}`,
    headline: (p: { council: string; projects: Counted; spent: string }) => `${p.council}: residents choose ${projects(p.projects)} worth ${p.spent}`,
    opening: (p: { vote: string; ballots: string; projects: Counted; spent: string; pot: string }) =>
      `${p.ballots} ballots were cast in ${p.vote}. Residents chose ${projects(p.projects)} for ${p.spent} out of ${p.pot}.`,
    closed: (p: { date: string }) => `Voting closed on ${p.date}.`,
    fair: "The counting rule was fixed and published before anybody voted. The result page says for each project why it won or did not, and what other ways of counting would have chosen.",
    table: (p: { pot: string; spent: string; of: string; ballots: string }) => `${p.pot}: ${p.spent} of ${p.of}, ${p.ballots} ballots`,
    project: "Project",
    votes: "Votes",
    cost: "Cost",
    notes: "Notes for editors",
    secret: "Ballots are secret. Nobody, the council included, can see how one person voted.",
    check: (p: { link: string }) => `Every figure, and the files to count again: ${p.link}`,
    contact: (p: { email: string; phone: string }) => (p.phone === "" ? `Questions: ${p.email}` : `Questions: ${p.email} or ${p.phone}`),
    print: "This prints on A4, one language after the other.",
    docx: "Download it as a Word document",
  },
  embed: {
    title: "On other websites",
    lead: "Copy this into a page of the council’s website, a parish’s or a newspaper’s. It shows the winners and leads here.",
    snippet: (p: { pot: string }) => `Text to copy for ${p.pot}`,
    see: "See what it shows",
    json: "The same as data (JSON)",
    frame: (p: { vote: string; pot: string }) => `Results: ${p.vote}, ${p.pot}`,
    whole: "See the whole result",
  },
  faults: {
    sure: "Tick the box when the letter is right",
    "not-declared": "Some pots are not declared yet",
  },
};
