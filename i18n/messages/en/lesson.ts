import { plural } from "../../plural.ts";

const votes = (shown: string) => (shown === "1" ? "1 vote" : `${shown} votes`);

/** Words of the lesson pack of an election, for readers of 12: how the count works, exercises and their answers. */
export const lesson = {
  title: (p: { election: string }) => `Lesson: how we counted ${p.election}`,
  link: "Lesson pack for schools",
  lead: "Every number here is real. It is how people voted. Work it out again, and see if you agree.",
  print: "Print these pages. The answers are on pages of their own at the end.",
  teacher: {
    title: "For the teacher",
    items: ["Age: 11 to 14.", "Time: one lesson of 50 minutes.", "You need: these pages, a pen and scissors. A calculator helps.", "Pupils learn: how votes become a winner, and how to check a count."],
  },
  decided: {
    title: "What people decided",
    ballots: (p: { count: number; shown: string; people: string }) => plural("en", p.count, { one: `1 person voted. The names of ${p.people} people stood on the ballot.`, other: `${p.shown} people voted. The names of ${p.people} people stood on the ballot.` }),
  },
  candidate: (p: { letter: string }) => `Candidate ${p.letter}`,
  how: {
    title: "How votes become a winner",
    rules: {
      supplementary_vote: [
        "Each voter makes a first choice. They may make a second choice too.",
        "Count all the first choices.",
        "Has one person more than half of them? Then that person wins.",
        "If not, the top two stay in. All the others are out.",
        "Look at the ballots of those who are out. Is the second choice one of the top two? Then that person gets the vote.",
        "Add first and second choices. The one with more votes wins.",
      ],
      irv: [
        "Each voter puts people in order: 1, 2, 3.",
        "Count all the first choices.",
        "Has one person more than half of them? Then that person wins.",
        "If not, the last one is out.",
        "Each of those ballots goes to the next choice on it.",
        "Do it again, until one person has more than half.",
      ],
      scottish_stv: [
        "Each voter puts people in order: 1, 2, 3.",
        "There is a quota. It is the number of votes you need to be elected.",
        "Count all the first choices. Who has the quota is elected.",
        "Has that person more votes than they need? What is left over is the surplus. It goes to the next choice on each ballot, as a part of a vote.",
        "If nobody has the quota, the last one is out. Those ballots go to their next choice.",
        "Do it again, until all the places are filled.",
      ],
      fptp: ["Each voter picks one person.", "Count the votes for each person.", "The one with the most votes wins. It need not be more than half."],
      approval: ["Each voter ticks all the people they like. It can be one, or more.", "Count the ticks for each person.", "The one with the most ticks wins."],
    },
  },
  real: { title: "The real count, step by step" },
  exercises: {
    title: "Now you",
    number: (p: { number: string }) => `Question ${p.number}`,
    answer: "Your answer",
    table: "Votes",
    person: "Person",
    votes: "Votes",
    before: "Before",
    after: "After",
    first: "First choices",
    second: "Second choices",
    gain: "More",
    "add-up": { ask: "Add up these votes. What do you get? How many ballots had a vote on them?", say: (p: { sum: string }) => `You get ${p.sum}. That is how many ballots had a vote on them. No vote was lost.` },
    ticks: {
      ask: (p: { ballots: string }) => `Add up these ticks. There were ${p.ballots} ballots. Why are there more ticks? How many ticks did a ballot have?`,
      say: (p: { sum: string; ballots: string; each: string }) => `There were ${p.sum} ticks. A voter may tick more than one person. ${p.sum} ÷ ${p.ballots} is about ${p.each} ticks on each ballot.`,
    },
    half: {
      ask: (p: { valid: string }) => `There were ${p.valid} votes. What is the smallest number that is more than half? Who had that many first choices?`,
      say: (p: { answer: string; name: string; votes: string; reached: boolean }) => `You need ${p.answer}. ${p.name} had most first choices: ${p.votes}. ${p.reached ? "That is enough to win." : "That is not enough, so the count went on."}`,
    },
    quota: {
      ask: (p: { valid: string; places: string; parts: string }) => `Work out the quota. There were ${p.valid} votes for ${p.places} places. Divide the votes by ${p.parts}. Drop what is left over. Then add 1.`,
      say: (p: { valid: string; parts: string; part: string; answer: string }) => `${p.valid} ÷ ${p.parts} is ${p.part} and a bit. Drop the bit and add 1: the quota is ${p.answer}. So many can reach it, and no more than there are places.`,
    },
    surplus: {
      ask: (p: { name: string; votes: string; quota: string }) => `${p.name} had ${votes(p.votes)}. The quota was ${p.quota}. How many did ${p.name} not need? Share them out over all those ballots: what is each ballot worth now?`,
      say: (p: { name: string; votes: string; quota: string; answer: string; value: string }) => `${p.votes} − ${p.quota} = ${p.answer}. Then ${p.answer} ÷ ${p.votes} = ${p.value}. So each ballot goes on as ${p.value} of a vote.`,
    },
    follow: {
      ask: (p: { name: string; votes: string }) => `${p.name} went out with ${votes(p.votes)}. Where did those votes go? Work out what each person gained.`,
      say: (p: { gone: string }) => (p.gone === "0" ? "Look at the last column of the table. All the votes went to somebody." : `Look at the last column of the table. ${votes(p.gone)} went to nobody: those ballots had no next choice, or a small bit was dropped.`),
    },
    finalists: {
      ask: "These people stayed in. Add their first and second choices. Who won?",
      say: (p: { name: string; unused: string }) => `${p.name} has most. ${p.unused === "0" ? "Each second choice helped somebody." : `${p.unused} ballots had no second choice for any of them, so they helped nobody.`}`,
    },
    "nothing-lost": {
      ask: (p: { held: string; gone: string }) => `At the end all the people together had ${p.held} votes. ${p.gone} went to nobody. Add the two. What do you see?`,
      say: (p: { valid: string }) => `You get ${p.valid}. That is how many people voted. Votes move, but none is lost or made.`,
    },
    margin: {
      ask: (p: { first: string; votes: string; second: string; others: string }) => `${p.first} had ${votes(p.votes)}. ${p.second} had ${votes(p.others)}. How big is the gap?`,
      say: (p: { votes: string; others: string; answer: string }) => `${p.votes} − ${p.others} = ${p.answer}.`,
    },
    share: {
      ask: (p: { name: string; votes: string; ballots: string }) => `${p.name} was on ${p.votes} of ${p.ballots} ballots. What is that out of 100?`,
      say: (p: { votes: string; ballots: string; answer: string }) => `${p.votes} ÷ ${p.ballots} × 100 is about ${p.answer} out of 100.`,
    },
    "first-choices": {
      ask: "Look at first choices only. Who would have won with those? Is it the same as the real result?",
      say: (p: { leaders: string; winners: string; same: boolean }) => (p.same ? `First choices only: ${p.leaders}. The real result is the same.` : `First choices only: ${p.leaders}. But the real result was ${p.winners}. Next choices made the difference.`),
    },
  },
  handmade: {
    title: "Count it by hand",
    lead: "A school wants to plant a fruit tree. Here are 15 ballots. Write each on a slip of paper. Then put them in piles and count them by the rule above.",
    leadTwo: "A school wants to plant two fruit trees. Here are 15 ballots. Write each on a slip of paper. Then put them in piles and count them by the rule above.",
    leadOne: "With this rule only the first choice counts.",
    leadTicks: "With this rule both count as ticks.",
    fruits: { apple: "Apple", pear: "Pear", plum: "Plum", cherry: "Cherry" },
    ballots: "Ballots",
    how: "How many",
    firstChoice: "First choice",
    secondChoice: "Second choice",
    other: "Same ballots, other rules",
    otherLead: "Count the same 15 ballots by a rule that you do not use here. Do you get the same tree?",
    rule: "Rule",
    wins: "Wins",
    surprise: "The ballots are the same, but the winner is not. The rule matters. So it must be fixed before people vote.",
  },
  talk: {
    title: "Talk about it",
    items: ["Is this rule fair? Who may think it is not?", "Why does nobody see how you voted?", "What could go wrong with a count? How would you find out?", "You lost. What would help you trust the result?"],
  },
  words: {
    title: "Words",
    terms: [
      ["Ballot", "The paper or page you vote on."],
      ["Count", "Adding up the votes by the rule."],
      ["Elected", "Chosen by the voters."],
      ["Tie", "Two people with the same votes. Lots are drawn, and people watch."],
    ],
    quota: ["Quota", "The votes you need to be elected."],
    surplus: ["Surplus", "Votes a person has but does not need."],
  },
  answers: { title: "Answers", handmade: "The fruit trees" },
  check: { title: "Check it for real", text: "All the ballots are on the results page, with no names of voters. Any computer can count them again.", link: "Go to the result" },
} as const;
