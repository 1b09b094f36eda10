import type { DemoVote } from "./hold-vote.ts";

type Story = Omit<DemoVote, "opensAt" | "closesAt" | "pots">;

const text = (en: string, cy: string) => ({ en, cy });

const DECISION = text("Which local projects get money, and so which the council carries out.", "Pa brosiectau lleol sy’n cael arian, ac felly pa rai y mae’r cyngor yn eu cyflawni.");
const AFFECTED = text("Everybody who lives in the area.", "Pawb sy’n byw yn yr ardal.");

export const LAST_YEAR: Story & { readonly voters: number; readonly secondsToVote: number } = {
  slug: "your-patch-2025",
  title: text("Your Patch 2025", "Eich Ardal 2025"),
  topic: "budget-and-spending",
  ballotKind: "approval",
  afterCount: { order: "votes", partFunding: 40 },
  rule: "mes_cost_add1_util",
  texts: {
    summary: text("Millbrook chose what £120,000 was spent on.", "Dewisodd Millbrook ar beth y gwariwyd £120,000."),
    decision: DECISION,
    decidedBy: text("You do. Cabinet carries out what the count says.", "Chi. Mae’r Cabinet yn gweithredu’r hyn y mae’r cyfrif yn ei ddweud."),
    affected: AFFECTED,
  },
  voters: 480,
  secondsToVote: 20,
};

export const THIS_YEAR: Story = {
  slug: "your-patch-2026",
  title: text("Your Patch 2026", "Eich Ardal 2026"),
  topic: "budget-and-spending",
  ballotKind: "knapsack",
  rule: "mes_cost_add1_util",
  texts: {
    summary: text("Choose which local projects get money this year. Anyone aged 11 or over can vote.", "Dewiswch pa brosiectau lleol sy’n cael arian eleni. Gall unrhyw un 11 oed neu’n hŷn bleidleisio."),
    decision: DECISION,
    decidedBy: text("You do. Cabinet agreed on 3 March to carry out what the count says.", "Chi. Cytunodd y Cabinet ar 3 Mawrth i weithredu’r hyn y mae’r cyfrif yn ei ddweud."),
    affected: AFFECTED,
  },
};

export const NEXT_YEAR: Story = {
  slug: "young-patch-2027",
  title: text("Young Patch 2027", "Ardal Ifanc 2027"),
  topic: "children-and-young-people",
  ballotKind: "approval",
  rule: "greedy",
  texts: {
    summary: text("A vote for people aged 11 to 17.", "Pleidlais i bobl rhwng 11 ac 17 oed."),
    decision: text("", ""),
    decidedBy: text("", ""),
    affected: text("", ""),
  },
};

export const VALE_VOTE: Story = {
  slug: "vale-fund-2026",
  title: text("Vale Fund 2026", "Cronfa’r Dyffryn 2026"),
  topic: "culture-and-leisure",
  ballotKind: "approval",
  rule: "greedy",
  texts: {
    summary: text("Six local ideas, one fund of £25,000.", "Chwe syniad lleol, un gronfa o £25,000."),
    decision: DECISION,
    decidedBy: text("You do.", "Chi."),
    affected: AFFECTED,
  },
};

/** The same six ideas by other kinds of ballot: people put them in order, or share out points. */
export const VALE_ORDER: Story = {
  ...VALE_VOTE,
  slug: "vale-order-2026",
  title: text("Vale Favourites 2026", "Ffefrynnau’r Dyffryn 2026"),
  ballotKind: "ranked",
  texts: { ...VALE_VOTE.texts, summary: text("Put six local ideas in the order you like them.", "Rhowch chwe syniad lleol yn y drefn rydych yn eu hoffi.") },
};

export const VALE_POINTS: Story = {
  ...VALE_VOTE,
  slug: "vale-points-2026",
  title: text("Vale Points 2026", "Pwyntiau’r Dyffryn 2026"),
  ballotKind: "cumulative",
  texts: { ...VALE_VOTE.texts, summary: text("Share out ten points among six local ideas.", "Rhannwch ddeg pwynt rhwng chwe syniad lleol.") },
};

/** It collects ideas today and votes in spring. */
export const COMING: Story = {
  slug: "your-patch-2027",
  title: text("Your Patch 2027", "Eich Ardal 2027"),
  topic: "budget-and-spending",
  ballotKind: "approval",
  rule: "mes_cost_add1_util",
  texts: {
    summary: text("Suggest what would make your area better. The best ideas go to a vote in spring.", "Awgrymwch beth fyddai’n gwneud eich ardal yn well. Bydd y syniadau gorau’n mynd i bleidlais yn y gwanwyn."),
    decision: DECISION,
    decidedBy: text("You do. Cabinet carries out what the count says.", "Chi. Mae’r Cabinet yn gweithredu’r hyn y mae’r cyfrif yn ei ddweud."),
    affected: AFFECTED,
  },
};

export const VALE_COMING: Story = { ...COMING, slug: "vale-fund-2027", title: text("Vale Fund 2027", "Cronfa’r Dyffryn 2027"), topic: "culture-and-leisure" };
