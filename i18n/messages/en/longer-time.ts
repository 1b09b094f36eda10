/** A longer time to decide about an asset transfer, agreed between the council and the organisation. */
export const longerTime = {
  title: "Longer time to decide",
  agreed: (p: { until: string; date: string }) => `On ${p.date} the council and the organisation agreed that it is decided by ${p.until}.`,
  proposed: {
    council: (p: { until: string; date: string }) => `The council proposed on ${p.date} to decide by ${p.until}`,
    organisation: (p: { until: string; date: string }) => `The organisation proposed on ${p.date} that it is decided by ${p.until}`,
    owner: (p: { until: string; date: string }) => `The owner proposed on ${p.date} that the review is over by ${p.until}`,
  },
  waits: "Waits for an answer",
  answers: {
    accepted: (p: { date: string }) => `Agreed on ${p.date}`,
    declined: (p: { date: string }) => `Not agreed, ${p.date}`,
    withdrawn: (p: { date: string }) => `Taken back on ${p.date}`,
  },
  choices: { accepted: "Agree to it", declined: "Do not agree", withdrawn: "Take it back" },
  fields: { until: "Last day for the decision", why: "Why it takes longer", answer: "Your answer", letter: "Where their letter is" },
  hints: {
    until: { byLaw: "A later day than this one. It must be agreed before this one is over", elsewhere: "A later day than this one" },
    why: "The other side reads it; it is not public",
    letter: "Only if you note what the organisation wrote: a reference or a file",
  },
  forms: {
    "longer-time": { title: "Propose a longer time to decide", lead: "It counts when the other side has agreed. Until then the day stays as it is.", button: "Propose it" },
    "take-back": { title: "Take back a longer time", lead: "You proposed it, and the other side has not answered yet. You can take it back until they do.", button: "Take it back" },
    "answer-time": { title: "Answer about a longer time", lead: "What is agreed stands on the public page, and the clock runs to that day.", button: "Send the answer" },
  },
  done: "It is sent.",
  mail: {
    proposed: "The council proposes a longer time to decide. It counts only if you agree. Please answer on your page:",
    accepted: "The council agrees to the longer time to decide that you proposed.",
    declined: "The council does not agree to the longer time to decide that you proposed.",
    withdrawn: "The council has taken back what it proposed about a longer time to decide.",
  },
  faults: {
    "no-longer-time": "For a nomination the law sets eight weeks, and nobody can make them longer (SI 2012/2421, regulation 7)",
    "time-decided": "It is decided, or a review was asked for",
    "not-complete-yet": "The time begins when the request is complete",
    "time-over": "The time to decide is over. A longer one is agreed before it ends",
    "not-longer": "Choose a later day than the one that stands now",
    "proposal-waits": "A proposal waits for an answer already",
    "not-yours-to-answer": "The other side answers this",
    "time-answered": "It is answered already",
    "letter-missing": "Say where the organisation’s letter is",
  },
};
