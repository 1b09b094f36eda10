import { setTimeout as wait } from "node:timers/promises";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { addDays, londonDay } from "#domain/basics/london-time.ts";
import { defined } from "#domain/basics/assert.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { assignDelivery } from "#features/budgeting/delivery/assign-delivery.ts";
import { enterMoney } from "#features/budgeting/delivery/enter-money.ts";
import { putMilestone } from "#features/budgeting/delivery/put-milestone.ts";
import { writeUpdate } from "#features/budgeting/delivery/write-update.ts";
import { linkThings } from "#features/golden-thread/link-things.ts";
import { closeVoting } from "#features/involvement/following/close-voting.ts";
import { writeFeedback } from "#features/involvement/following/write-feedback.ts";
import { getVoteForOfficers, listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { writeTarget } from "#features/priorities/write-target.ts";
import { declareResult } from "#features/voting/results/declare-result.ts";
import { startCount } from "#features/voting/results/start-count.ts";
import { now } from "#platform/clock.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";
import { afterResult } from "./after-result.ts";
import { enterHall } from "./transfer-assets.ts";

export interface ReportBack {
  readonly officer: ActorScope;
  readonly returning: ActorScope;
  readonly engagementId: string;
  readonly closing: Date;
  /** Carries out the jobs that wait. */
  readonly runJobs: () => Promise<void>;
}

/** Two projects of Millbrook that moved something: a target, and a hall. */
export const LIGHTS = "Lights and a mural for the canal underpass";
export const HALL = "Warm hub at St Anne’s Hall";

const text = (en: string, cy: string) => ({ en, cy });

/** Closes, counts and declares a vote, then says what came of it: a target, an asset transfer, and we asked, you said, we did. */
export async function reportBack({ officer, returning, engagementId, closing, runJobs }: ReportBack): Promise<void> {
  await wait(Math.max(0, closing.getTime() - now().getTime()) + 500);
  await done(closeVoting(returning, { engagementId, earlyBecause: "" }));
  await runJobs();
  for (const { pollId } of (await getVoteForOfficers(officer, engagementId)).programme.pots) {
    await done(startCount(returning, { pollId }));
    await runJobs();
    await done(declareResult(returning, { pollId, name: returning.actor.name }));
  }
  await runJobs();

  const funded = (await getVoteForOfficers(officer, engagementId)).programme.pots.flatMap(({ projects }) => projects).filter(({ state }) => state === "funded");
  const lights = funded.find(({ title }) => title.en === LIGHTS);
  const hall = funded.find(({ title }) => title.en === HALL);
  const targetId = randomId();
  await done(
    writeTarget(officer, {
      once: targetId,
      slug: "safer-greener-places",
      theme: "Priority 3: safer, greener places to meet",
      titleEn: "Adults who feel safe outside after dark",
      titleCy: "Oedolion sy’n teimlo’n ddiogel y tu allan ar ôl iddi nosi",
      narrativeEn: "New lights and better paths are in. The next survey is in spring.",
      narrativeCy: "Mae goleuadau newydd a llwybrau gwell yn eu lle. Mae’r arolwg nesaf yn y gwanwyn.",
      indicatorEn: "Per cent of adults, yearly survey",
      indicatorCy: "Canran yr oedolion, arolwg blynyddol",
      baseline: 64,
      latest: 71,
      target: 80,
      lead: "Community safety team",
      status: "on-track",
    }),
  );
  await done(
    writeTarget(officer, {
      once: randomId(),
      slug: "street-trees",
      theme: "Priority 3: safer, greener places to meet",
      titleEn: "Street trees planted since 2024",
      titleCy: "Coed stryd a blannwyd ers 2024",
      narrativeEn: "The contractor of 2025 stopped trading. A new contract has begun.",
      narrativeCy: "Rhoddodd contractwr 2025 y gorau i fasnachu. Mae contract newydd wedi dechrau.",
      indicatorEn: "Number of trees",
      indicatorCy: "Nifer y coed",
      baseline: 0,
      latest: 212,
      target: 900,
      lead: "Parks team",
      status: "off-track",
    }),
  );
  const [millbrook] = (await listAreaChoices(officer)).filter(({ name }) => name.en === "Millbrook");
  const transferId = await enterHall(officer, defined(millbrook?.id, "Millbrook"));
  if (lights)
    await done(
      linkThings(officer, {
        from: { kind: "project", id: lights.id },
        to: { kind: "target", id: targetId },
        how: text("The votes for lights in the underpass made feeling safe a target, with a number and a date.", "Gwnaeth y pleidleisiau dros oleuadau yn y danffordd deimlo’n ddiogel yn darged, gyda rhif a dyddiad."),
      }),
    );
  if (hall)
    await done(
      linkThings(officer, {
        from: { kind: "project", id: hall.id },
        to: { kind: "asset-transfer", id: transferId },
        how: text("The support it won showed that local people would use and run the hall.", "Dangosodd y gefnogaeth a enillodd y byddai pobl leol yn defnyddio ac yn rhedeg y neuadd."),
      }),
    );
  if (lights) await carryOut(officer, lights.id, closing);
  await afterResult({ officer, engagementId, runJobs });
  await done(
    writeFeedback(officer, {
      engagementId,
      seen: "",
      publish: true,
      texts: {
        asked: text("Which projects should Millbrook’s £120,000 pay for?", "Pa brosiectau y dylai £120,000 Millbrook dalu amdanynt?"),
        said: text(`You chose ${funded.length} projects. More than half of you want the underpass lit.`, `Dewisoch ${funded.length} o brosiectau. Mae mwy na’ch hanner am weld y danffordd wedi’i goleuo.`),
        did: text("Work on all of them has begun. The first will be finished in spring.", "Mae’r gwaith ar bob un wedi dechrau. Bydd y cyntaf wedi’i orffen yn y gwanwyn."),
      },
    }),
  );
}

/** A project half way: steps done and to come, an order, two payments, an update. */
async function carryOut(officer: ActorScope, projectId: string, closing: Date): Promise<void> {
  const from = londonDay(closing);
  const today = londonDay(now());
  const none = text("", "");
  const step = (title: BilingualText, plannedFor: string, doneOn: string | null, note = none) => done(putMilestone(officer, { projectId, once: randomId(), title, note, plannedFor, doneOn }));
  const pay = (kind: "committed" | "paid", what: BilingualText, paidTo: string, amountPence: number) => done(enterMoney(officer, { projectId, once: randomId(), kind, what, paidTo, on: today, amountPence, because: none }));
  await done(assignDelivery(officer, { projectId, doneBy: "Brackenshire Highways", contractor: "Canal Lights Ltd", contactEmail: "highways@brackenshire.example", place: text("Canal Street underpass, Millbrook", "Tanffordd Canal Street, Millbrook") }));
  await step(text("Money released", "Rhyddhawyd yr arian"), from, today);
  await step(text("Design agreed with neighbours", "Cytunwyd ar y dyluniad gyda’r cymdogion"), addDays(from, 1), today, text("31 people came to two evenings.", "Daeth 31 o bobl i ddwy noson."));
  await step(text("Lights put up", "Gosod y goleuadau"), addDays(today, 60), null);
  await step(text("Mural painted with Millbrook School", "Peintio’r murlun gydag Ysgol Millbrook"), addDays(today, 120), null);
  await pay("committed", text("Eighteen lamps and cables", "Deunaw lamp a cheblau"), "Canal Lights Ltd", 610_000);
  await pay("paid", text("Survey of the walls", "Arolwg o’r waliau"), "Brackenshire Highways", 42_000);
  await pay("paid", text("Deposit on the lamps", "Blaendal ar y lampau"), "Canal Lights Ltd", 180_000);
  await done(
    writeUpdate(officer, {
      projectId,
      once: randomId(),
      title: text("The lamps are ordered", "Mae’r lampau wedi’u harchebu"),
      text: text("They will be put up at night, so that the path stays open by day.", "Byddant yn cael eu gosod gyda’r nos, fel bod y llwybr yn aros ar agor yn ystod y dydd."),
      writtenBy: "Brackenshire Highways",
    }),
  );
}
