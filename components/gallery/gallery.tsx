import type { ReactNode } from "react";
import { ApprovalBallotSample, BallotOverSample, BallotSample, ballotStylesheet, CheckSample } from "./ballots.tsx";
import type { GALLERY_PAGES } from "./gallery-pages.ts";
import { HubSample } from "./hub.tsx";
import { PartsSample } from "./parts.tsx";
import { HubMapSample, MessagesSample, PrioritiesSample, RankingSample, rankingStylesheet } from "./priorities.tsx";
import { LogSample, ReceiptSample, WelshReceiptSample } from "./receipts.tsx";
import { ResultsSample } from "./results.tsx";
import { VoteSample } from "./vote.tsx";
import { ProgrammeSample, TodaySample } from "./workspace.tsx";

export interface GalleryPage {
  readonly title: string;
  readonly lang?: "en" | "cy";
  readonly bodyClass?: string;
  readonly scripts?: readonly string[];
  /** A stylesheet of the page's own, served beside it. */
  readonly stylesheet?: () => string;
  readonly show: () => ReactNode;
}

const PAGES: Readonly<Record<(typeof GALLERY_PAGES)[number], GalleryPage>> = {
  parts: { title: "Component sheet", show: PartsSample },
  hub: { title: "Take part", show: HubSample },
  "hub-map": { title: "Take part: map", show: HubMapSample },
  vote: { title: "Your Patch 2026", show: VoteSample },
  ballot: { title: "Choose your projects", stylesheet: ballotStylesheet, scripts: ["meter"], show: BallotSample },
  "ballot-over": { title: "Error: choose your projects", stylesheet: ballotStylesheet, scripts: ["meter"], show: BallotOverSample },
  "ballot-approval": { title: "Which projects do you support?", show: ApprovalBallotSample },
  check: { title: "Check your choices", show: CheckSample },
  receipt: { title: "Your ballot is in", show: ReceiptSample },
  "receipt-cy": { title: "Mae’ch pleidlais wedi’i chofnodi", lang: "cy", show: WelshReceiptSample },
  log: { title: "Public ballot log", show: LogSample },
  results: { title: "Millbrook chose 7 projects", show: ResultsSample },
  ranking: { title: "Rank the candidates", stylesheet: rankingStylesheet, show: RankingSample },
  priorities: { title: "Safer, greener places to meet", show: PrioritiesSample },
  messages: { title: "Messages", show: MessagesSample },
  today: { title: "Today", bodyClass: "ws", show: TodaySample },
  programme: { title: "Your Patch 2026", bodyClass: "ws", show: ProgrammeSample },
};

/** Every component in every state, on pages like those it is made for. By the last part of the address. */
export const GALLERY: Readonly<Record<string, GalleryPage>> = PAGES;
