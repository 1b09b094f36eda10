import { plural } from "../../plural.ts";

interface Counted {
  readonly count: number;
  readonly shown: string;
}

/** Words of trying counting rules before a vote. */
export const whatIf = {
  title: "Try the counting rules",
  link: "Try the counting rules on made-up or earlier ballots",
  lead: "See what each rule would do with your projects and pot. Nothing is kept, and nothing here changes the vote.",
  back: "Back to the vote",
  pot: "Pot",
  potChoice: (p: { pot: string; projects: Counted }) => `${p.pot}, ${plural("en", p.projects.count, { one: `${p.projects.shown} project`, other: `${p.projects.shown} projects` })}`,
  budget: "Amount to try",
  budgetHint: "In pounds. It does not change the pot.",
  rules: "Rules to compare",
  rulesHint: (p: { most: string }) => `At most ${p.most}.`,
  ownRule: (p: { rule: string }) => `${p.rule} (the rule of this vote)`,
  source: "Ballots",
  sources: {
    simulated: { text: "Made-up ballots", hint: "Drawn by chance from a number you give. They follow no real person." },
    earlier: { text: "The published ballots of an earlier vote here", hint: "Its first project stands for your first project, and so on." },
    file: { text: "A file", hint: "A .pb file with as many projects as your pot." },
  },
  simulated: "How made-up ballots are made",
  voters: "Voters",
  votersHint: (p: { least: string; most: string }) => `From ${p.least} to ${p.most}.`,
  maxChoices: "Most projects a voter chooses",
  maxChoicesHint: "Leave it empty for five. Each project gets a popularity by chance, each voter a number of choices by chance.",
  seed: "Starting number",
  seedHint: "The same number always gives the same ballots. Try several: what holds for all of them is worth more.",
  earlier: "Earlier vote",
  noEarlier: "No earlier vote with as many projects has published ballots.",
  file: "File of ballots",
  fileHint: "A .pb file, or one packed with gzip (.gz). It is read once and not kept.",
  submit: "Count and compare",
  answer: (p: { voters: Counted }) => plural("en", p.voters.count, { one: `Counted ${p.voters.shown} ballot by each rule`, other: `Counted ${p.voters.shown} ballots by each rule` }),
  noForecast: "This is not a forecast",
  noForecastMore: "These ballots are not those of your voters. They show how the rules differ, not what will win.",
  figures: "Figures by rule",
  projectsWon: "Projects that win",
  winners: "Winners by rule",
  faults: {
    "no-rule": "Choose at least one rule",
    "too-many-rules": "Choose five rules at most",
    "no-projects": "This pot has no projects yet. Add some first",
    "no-file": "Choose a file",
    "file-has-faults": "The file has faults. They are listed below",
    "other-number-of-projects": "The file has another number of projects than this pot",
    "no-earlier-vote": "Choose an earlier vote with as many projects as this pot",
    "took-too-long": "This count took too long. Try fewer rules or voters",
  },
} as const;
