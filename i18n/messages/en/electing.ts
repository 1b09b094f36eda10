import { plural } from "../../plural.ts";

/** What waits at elections, on the workspace's first page. */
export const electing = {
  "give-notice": (p: { count: number; title: string }) => `Read the rules and give notice: ${p.title}`,
  "check-nominations": (p: { count: number; title: string }) => `${plural("en", p.count, { one: "Check 1 nomination", other: `Check ${p.count} nominations` })}: ${p.title}`,
  "declare-without-poll": (p: { count: number; title: string }) => `${plural("en", p.count, { one: "Declare 1 contest without a vote", other: `Declare ${p.count} contests without a vote` })}: ${p.title}`,
  "draw-lot": (p: { count: number; title: string }) => `Draw the order of names by lot: ${p.title}`,
  "make-papers": (p: { count: number; title: string }) => `Make the ballot papers: ${p.title}`,
  close: (p: { count: number; title: string }) => `Close the voting: ${p.title}`,
  count: (p: { count: number; title: string }) => `Count the ballots: ${p.title}`,
  declare: (p: { count: number; title: string }) => `Declare who is elected: ${p.title}`,
  "read-questions": (p: { count: number; title: string }) => `${plural("en", p.count, { one: "Read 1 question or answer", other: `Read ${p.count} questions and answers` })}: ${p.title}`,
  "replace-slips": (p: { count: number; title: string }) => `${plural("en", p.count, { one: "Make missing slips of 1 pack void", other: `Make missing slips of ${p.count} packs void` })}: ${p.title}`,
  notes: {
    "give-notice": "From then on everybody sees it, and its rules stay.",
    "check-nominations": "Accepted, rejected with a reason, or given back while there is time.",
    "declare-without-poll": "No more people stand than there are places. The papers of the others wait for it.",
    "draw-lot": "The time to withdraw is over. You need a witness.",
    "make-papers": "The order is drawn. After this nothing of the papers changes.",
    close: "Its time is over.",
    count: "Voting is closed.",
    declare: "The count is finished.",
    "read-questions": "Nobody else sees them before you have. Within two working days.",
    "replace-slips": "A school counted fewer slips than were sent. They can still be voted with.",
  },
} as const;
