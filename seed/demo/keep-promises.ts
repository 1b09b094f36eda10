import type { BilingualText } from "#domain/basics/bilingual.ts";
import { defined } from "#domain/basics/assert.ts";
import { addDays, londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { PartnerKind } from "#domain/partnerships/partner.ts";
import { periodEnd } from "#domain/priorities/agreement.ts";
import { frameworkOf, type FrameworkCode } from "#domain/priorities/framework.ts";
import { monthsAfter } from "#domain/priorities/month-after.ts";
import { municipalYear, quarterEnd, quarterOf, quartersOf, returnClosesOn } from "#domain/priorities/quarter.ts";
import type { TargetContent } from "#domain/priorities/target-content.ts";
import { listAreaChoices } from "#features/involvement/drafting/queries.ts";
import { answerRequest } from "#features/partnerships/cooperation/answer-request.ts";
import { sendRequest } from "#features/partnerships/cooperation/send-request.ts";
import { putGroup } from "#features/partnerships/groups/put-group.ts";
import { putAction, putMeeting } from "#features/partnerships/groups/put-meeting.ts";
import { putSeat } from "#features/partnerships/groups/put-seat.ts";
import { addPartnerOfficer } from "#features/partnerships/partners/change-partner-officers.ts";
import { listPartners } from "#features/partnerships/queries.ts";
import { putPartner } from "#features/partnerships/partners/put-partner.ts";
import { putAssessment, putFlag } from "#features/priorities/assessments/put-assessment.ts";
import { decideChange } from "#features/priorities/changes/decide-change.ts";
import { answerChange, proposeChange } from "#features/priorities/changes/propose-change.ts";
import { beginPlan } from "#features/priorities/plans/begin-plan.ts";
import { joinCouncil, signPlan, splitTarget } from "#features/priorities/plans/join-councils.ts";
import { putPlanTarget } from "#features/priorities/plans/put-plan-target.ts";
import { closePlan, closeReview, openReview } from "#features/priorities/plans/review-plan.ts";
import { agreeToDraft, logNegotiation, takeStep } from "#features/priorities/plans/take-step.ts";
import { getTarget } from "#features/priorities/queries.ts";
import { giveReturn } from "#features/priorities/returns/give-return.ts";
import { reopenQuarter } from "#features/priorities/returns/reopen-quarter.ts";
import { putOutcome, putStrategy, putTheme } from "#features/priorities/strategies/put-strategy.ts";
import { now } from "#platform/clock.ts";
import { currentVersion } from "#platform/kept-versions.ts";
import { randomId } from "#platform/random.ts";
import { done } from "#seed/done.ts";

const text = (en: string, cy: string): BilingualText => ({ en, cy });
const none = text("", "");

interface Officers {
  readonly author: ActorScope;
  readonly approver: ActorScope;
}

const versionOf = async (planId: string): Promise<number> => defined(await currentVersion(planId), "a version").number;

async function partner(officer: ActorScope, name: BilingualText, kind: PartnerKind, underDuty: boolean): Promise<string> {
  const there = (await listPartners(officer)).find((each) => each.name.en === name.en);
  if (there) return there.id;
  const once = randomId();
  await done(putPartner(officer, { once, name, kind, underDuty, contactEmail: "", leftOn: null }));
  return once;
}

async function approve({ approver }: Officers, planId: string, framework: FrameworkCode, days: readonly CivilDay[], references: readonly string[]): Promise<void> {
  for (const [at, step] of frameworkOf(framework).approvals.entries())
    await done(takeStep(approver, { planId, version: await versionOf(planId), step, on: defined(days[at] ?? days.at(-1), "a day"), reference: references[at] ?? references.at(-1) ?? "", words: none }));
}

/** What a target begins from, as the story tells it. */
const content = (words: Pick<TargetContent, "titleEn" | "titleCy" | "indicatorEn" | "indicatorCy">, numbers: readonly [baseline: number, ...yearly: number[]], more: Partial<TargetContent>): TargetContent => ({
  ...words,
  kind: "local",
  indicatorNumber: null,
  polarity: "higher",
  baseline: numbers[0],
  baselineOn: null,
  baselineDeferredUntil: null,
  yearly: numbers.slice(1),
  partners: [],
  areaIds: [],
  ...more,
});

/**
 * Brackenshire's partnership, its strategy and the plan that carries it out: readings of each quarter that is over, one target
 * off track and owned up to, a change that waits, an older agreement that ended, and a peer challenge.
 */
export async function keepPromises(officers: Officers, policeOfficer: ActorScope): Promise<void> {
  const { author, approver } = officers;
  const today = londonDay(now());
  const year = municipalYear(quarterOf(today)) - 1;
  const startsOn = `${year}-04-01`;
  const endsOn = periodEnd(startsOn, 3);

  const police = await partner(author, text("Brackenshire Police", "Heddlu Brackenshire"), "police", true);
  const health = await partner(author, text("Brackenshire Health Board", "Bwrdd Iechyd Brackenshire"), "health", true);
  const groups = await partner(author, text("Community groups together", "Grwpiau cymunedol gyda’i gilydd"), "voluntary", false);
  const college = await partner(author, text("Quay College", "Coleg y Cei"), "education", false);
  await done(addPartnerOfficer(author, { partnerId: police, email: policeOfficer.actor.email }));

  const board = randomId();
  const safer = randomId();
  await done(putGroup(author, { once: board, kind: "board", boardId: null, name: text("Partnership board", "Bwrdd y bartneriaeth"), purpose: text("Agrees the plan and looks every quarter at how it is kept.", "Mae’n cytuno ar y cynllun ac yn edrych bob chwarter ar sut y’i cedwir.") }));
  await done(putGroup(author, { once: safer, kind: "thematic-group", boardId: board, name: text("Safer places group", "Grŵp lleoedd mwy diogel"), purpose: text("Owns the targets about safety and meeting places.", "Yn gyfrifol am y targedau am ddiogelwch a mannau cyfarfod.") }));
  const seat = (groupId: string, partnerId: string | null, role: "chair" | "member" | "third-sector" | "theme-lead", holder: string) => done(putSeat(author, { once: randomId(), groupId, partnerId, role, holder, fromOn: startsOn, toOn: null }));
  await seat(board, null, "chair", "Cllr Margaret Efa");
  await seat(board, police, "member", "Ch. Supt. Alun Price");
  await seat(board, health, "member", "Dr Nia Bowen");
  await seat(board, groups, "third-sector", "Rosa Lind");
  await seat(board, college, "member", "");
  await seat(safer, police, "theme-lead", "Insp. Dewi Moss");
  const meeting = randomId();
  await done(
    putMeeting(author, {
      once: meeting,
      groupId: board,
      heldOn: addDays(today, -40),
      place: "Guildhall, Millbrook",
      agenda: text("1. Readings of the quarter\n\n2. Street trees\n\n3. Lights in the underpass", "1. Darlleniadau’r chwarter\n\n2. Coed stryd\n\n3. Goleuadau yn y danffordd"),
      minutes: text("The board asked why street trees are behind and agreed two actions.", "Gofynnodd y bwrdd pam mae’r coed stryd ar ei hôl hi a chytunodd ar ddau gam."),
    }),
  );
  await done(putMeeting(author, { once: randomId(), groupId: board, heldOn: addDays(today, 50), place: "Guildhall, Millbrook", agenda: text("1. The yearly review", "1. Yr adolygiad blynyddol"), minutes: none }));
  await done(putAction(author, { once: randomId(), meetingId: meeting, what: text("Walk the canal path after dark with residents", "Cerdded llwybr y gamlas ar ôl iddi nosi gyda thrigolion"), partnerId: police, dueOn: addDays(today, -5), doneOn: addDays(today, -9), outcome: text("Two lamps were moved.", "Symudwyd dau lamp.") }));
  await done(putAction(author, { once: randomId(), meetingId: meeting, what: text("Find a contractor for 300 trees", "Dod o hyd i gontractwr ar gyfer 300 o goed"), partnerId: null, dueOn: addDays(today, 30), doneOn: null, outcome: none }));

  const strategyId = randomId();
  await done(
    putStrategy(author, {
      once: strategyId,
      title: text("Brackenshire Together", "Brackenshire Gyda’n Gilydd"),
      story: text("Six towns and forty villages between the hills and the sea. In ten years nobody here should have to go far to meet somebody.", "Chwe thref a deugain o bentrefi rhwng y bryniau a’r môr. Ymhen deng mlynedd ni ddylai neb yma orfod mynd ymhell i gwrdd â rhywun."),
      fromYear: year,
      toYear: year + 3,
    }),
  );
  const places = randomId();
  await done(putTheme(author, { once: randomId(), strategyId, title: text("Work within reach", "Gwaith o fewn cyrraedd"), lead: text("A job or training an hour’s bus ride away at most.", "Swydd neu hyfforddiant awr ar y bws ar y mwyaf.") }));
  await done(putTheme(author, { once: randomId(), strategyId, title: text("Growing up well", "Tyfu i fyny’n iach"), lead: text("Every child has somewhere to play and somebody to talk to.", "Mae gan bob plentyn rywle i chwarae a rhywun i siarad ag ef.") }));
  await done(putTheme(author, { once: places, strategyId, title: text("Safer, greener places to meet", "Mannau cyfarfod mwy diogel a gwyrddach"), lead: text("Every village and estate should have a place to meet, indoors and out, that feels safe at any hour.", "Dylai fod gan bob pentref ac ystad le i gwrdd, dan do ac yn yr awyr agored, sy’n teimlo’n ddiogel ar unrhyw awr.") }));
  const safe = randomId();
  const green = randomId();
  await done(putOutcome(author, { once: safe, themeId: places, title: text("People feel safe outside at any hour", "Mae pobl yn teimlo’n ddiogel y tu allan ar unrhyw awr") }));
  await done(putOutcome(author, { once: green, themeId: places, title: text("Every place has shade, play and a door that is open", "Mae cysgod, chwarae a drws agored ym mhob lle") }));

  const begun = await done(beginPlan(author, { once: randomId(), framework: "council-plan", strategyId, title: text(`Brackenshire Together ${year} to ${year + 3}`, `Brackenshire Gyda’n Gilydd ${year} i ${year + 3}`), area: text("All six areas", "Y chwe ardal i gyd"), startsOn, endsOn }));
  const { planId } = begun;
  const lights = await getTarget(author, "safer-greener-places");
  const trees = await getTarget(author, "street-trees");
  const play = randomId();
  const halls = randomId();
  const [millbrook] = (await listAreaChoices(author)).filter(({ name }) => name.en === "Millbrook");
  const words = (target: typeof lights) => ({ titleEn: target.title.en, titleCy: target.title.cy, indicatorEn: target.indicator.en, indicatorCy: target.indicator.cy });
  const put = (once: string, outcomeId: string, its: TargetContent) => done(putPlanTarget(author, { planId, once, outcomeId, content: its }));
  await put(lights.id, safe, content(words(lights), [64, 69, 75, 80], { partners: [{ partnerId: police, part: "lead" }, { partnerId: groups, part: "co-operates" }] }));
  await put(trees.id, green, content(words(trees), [0, 300, 600, 900], { partners: [{ partnerId: groups, part: "co-operates" }] }));
  await put(
    play,
    green,
    content(
      { titleEn: "Children within 10 minutes’ walk of a good play area", titleCy: "Plant o fewn 10 munud ar droed i fan chwarae da", indicatorEn: "Per cent of children under 12", indicatorCy: "Canran y plant dan 12 oed" },
      [74, 80, 85, 90],
      { partners: [{ partnerId: health, part: "co-operates" }], areaIds: [defined(millbrook?.id, "Millbrook")] },
    ),
  );
  await put(
    halls,
    green,
    content(
      { titleEn: "Community buildings run by local people", titleCy: "Adeiladau cymunedol a redir gan bobl leol", indicatorEn: "Number of buildings", indicatorCy: "Nifer yr adeiladau" },
      [8, 10, 12, 14],
      { partners: [{ partnerId: groups, part: "lead" }] },
    ),
  );
  await approve(officers, planId, "council-plan", [addDays(startsOn, -60), addDays(startsOn, -20)], ["Consultation report, 1,902 answers", "Council minute 61"]);

  // Readings of every quarter that is over, the older ones from before Folkmoot.
  const over = quartersOf({ from: startsOn, to: endsOn }).filter((quarter) => quarterEnd(quarter) < today);
  const because = text("Readings from before the council used Folkmoot.", "Darlleniadau o’r cyfnod cyn i’r cyngor ddefnyddio Folkmoot.");
  for (const quarter of over) if (today > returnClosesOn(quarter, 42)) await done(reopenQuarter(approver, { planId, once: randomId(), quarter, until: today, because }));
  const tell = async (targetId: string, first: number, last: number, said: BilingualText, by = author) => {
    for (const [at, quarter] of over.entries()) {
      const value = Math.round(first + ((last - first) * (at + 1)) / over.length);
      await done(giveReturn(by, { targetId, once: randomId(), quarter, value, narrative: at === over.length - 1 ? said : none, evidence: at === over.length - 1 ? "Quarterly report to the partnership board" : "" }));
    }
  };
  await tell(lights.id, 64, 73, text("New lights and better paths are in. The next survey is in spring.", "Mae goleuadau newydd a llwybrau gwell yn eu lle. Mae’r arolwg nesaf yn y gwanwyn."), policeOfficer);
  await tell(trees.id, 0, 212, text(`212 of 900 planted. The contractor of ${year} stopped trading. A new contract has begun. Councillor M. Efa is responsible.`, `Plannwyd 212 o 900. Rhoddodd contractwr ${year} y gorau i fasnachu. Mae contract newydd wedi dechrau. Y Cynghorydd M. Efa sy’n gyfrifol.`));
  await tell(play, 74, 81, text("Two play areas are mended; the third waits for its surface.", "Mae dau fan chwarae wedi’u trwsio; mae’r trydydd yn aros am ei wyneb."));
  await tell(halls, 8, 12, text("Two more halls are run by the people who use them.", "Mae dwy neuadd arall yn cael eu rhedeg gan y bobl sy’n eu defnyddio."));
  await done(
    proposeChange(author, {
      planId,
      once: randomId(),
      kind: "amendment",
      targetId: trees.id,
      proposed: content(words(trees), [0, 250, 500, 700], { partners: [{ partnerId: groups, part: "co-operates" }] }),
      reason: text("Half the sites found unsuitable after a survey of pipes and cables.", "Cafwyd bod hanner y safleoedd yn anaddas ar ôl arolwg o bibellau a cheblau."),
      consulted: "Friends of Brackenshire’s Trees, by letter",
    }),
  );

  await done(openReview(author, { planId, once: randomId(), openedOn: addDays(startsOn, 300) }));
  await done(closeReview(author, { planId, closedOn: addDays(startsOn, 340), findings: text("The targets still fit what residents say. Trees need another contractor.", "Mae’r targedau’n dal i gyd-fynd â’r hyn y mae trigolion yn ei ddweud. Mae angen contractwr arall ar y coed."), refresh: false }));

  const [asked, shared] = [randomId(), randomId()];
  await done(sendRequest(author, { once: shared, partnerId: police, targetId: lights.id, asked: text("Share the figures of calls after dark, by area, each quarter.", "Rhannu ffigurau galwadau ar ôl iddi nosi, fesul ardal, bob chwarter.") }));
  await done(answerRequest(author, { requestId: shared, answer: "acknowledge", words: none }));
  await done(answerRequest(author, { requestId: shared, answer: "agree-with-changes", words: text("Twice a year, because fewer calls could name a person.", "Ddwywaith y flwyddyn, gan y gallai llai o alwadau enwi person.") }));
  await done(sendRequest(author, { once: asked, partnerId: health, targetId: play, asked: text("Lend the walking groups’ rooms for play on wet days.", "Benthyg ystafelloedd y grwpiau cerdded ar gyfer chwarae ar ddiwrnodau gwlyb.") }));

  const assessmentId = randomId();
  await done(
    putAssessment(author, {
      once: assessmentId,
      kind: "peer-challenge",
      year,
      title: text("Peer challenge", "Her cymheiriaid"),
      narrative: text("Four people from other councils spent three days here. They found partners who know one another and residents who are asked early.\n\nThey were less sure that what is promised is always bought in time.", "Treuliodd pedwar o bobl o gynghorau eraill dri diwrnod yma. Cawsant bartneriaid sy’n adnabod ei gilydd a thrigolion sy’n cael eu holi’n gynnar.\n\nRoeddent yn llai sicr bod yr hyn a addewir bob amser yn cael ei brynu mewn pryd."),
      publish: true,
    }),
  );
  const flag = { assessmentId, action: none, actionBy: "", dueOn: null, clearedOn: null };
  await done(putFlag(author, { ...flag, once: randomId(), colour: "green", title: text("Lights chosen by vote", "Goleuadau a ddewiswyd drwy bleidlais"), evidence: text("Residents chose the lights, walked the path and were told what was done.", "Dewisodd trigolion y goleuadau, cerdded y llwybr a chael gwybod beth a wnaed."), targetId: lights.id }));
  await done(
    putFlag(author, {
      ...flag,
      once: randomId(),
      colour: "red",
      title: text("Street trees behind", "Coed stryd ar ei hôl hi"),
      evidence: text("Fewer than a third of the trees due were in the ground.", "Roedd llai na thraean o’r coed disgwyliedig yn y ddaear."),
      action: text("A second contractor, and planting days with schools.", "Ail gontractwr, a diwrnodau plannu gydag ysgolion."),
      actionBy: "Parks team",
      dueOn: addDays(today, 120),
      targetId: trees.id,
    }),
  );
  await rememberAgreement(officers, { police, health });
}

/** The local area agreement of 2008, which ended: approved, changed once with every consent, and closed. */
async function rememberAgreement(officers: Officers, { police, health }: { readonly police: string; readonly health: string }): Promise<void> {
  const { author, approver } = officers;
  const framework = "local-area-agreement-2008" as const;
  const { planId } = await done(beginPlan(author, { once: randomId(), framework, strategyId: null, title: text("Local area agreement 2008 to 2011", "Cytundeb ardal leol 2008 i 2011"), area: text("The whole county", "Y sir gyfan"), startsOn: "2008-04-01", endsOn: "2011-03-31" }));
  const wardens = randomId();
  const walks = randomId();
  const its = content({ titleEn: "Estates with a warden", titleCy: "Ystadau â warden", indicatorEn: "Number of estates", indicatorCy: "Nifer yr ystadau" }, [3, 5, 7, 9], { partners: [{ partnerId: police, part: "lead" }] });
  await done(putPlanTarget(author, { planId, once: wardens, outcomeId: null, content: its }));
  await done(putPlanTarget(author, { planId, once: walks, outcomeId: null, content: content({ titleEn: "People in walking groups", titleCy: "Pobl mewn grwpiau cerdded", indicatorEn: "Number of people", indicatorCy: "Nifer y bobl" }, [120, 200, 300, 400], { partners: [{ partnerId: health, part: "lead" }] }) }));
  for (const partnerId of [police, health]) await done(agreeToDraft(approver, { planId, version: await versionOf(planId), partnerId, on: "2008-05-12", words: "By letter" }));
  await approve(officers, planId, framework, ["2008-04-30", "2008-05-12", "2008-05-20", "2008-05-30", "2008-06-26"], ["Partnership board, paper 4", "Letters of 12 May", "Council minute 18", "Submission to the Government Office", "Letter of the Secretary of State"]);
  await done(logNegotiation(author, { planId, once: randomId(), on: "2008-05-06", between: "Government Office to council", words: text("Asked for a harder number for wardens in the third year; nine was agreed.", "Gofynnwyd am rif anoddach ar gyfer wardeniaid yn y drydedd flwyddyn; cytunwyd ar naw.") }));
  const changeId = randomId();
  await done(proposeChange(author, { planId, once: changeId, kind: "amendment", targetId: wardens, proposed: { ...its, yearly: [5, 7, 8] }, reason: text("One estate was cleared for new homes.", "Cliriwyd un ystad ar gyfer cartrefi newydd."), consulted: "Tenants’ association, meeting of 10 February 2009" }));
  await done(answerChange(author, { changeId, partnerId: police, answer: "consents", on: "2009-02-20", words: "" }));
  await done(decideChange(approver, { changeId, decision: "in-effect", on: "2009-03-02", reference: "Partnership board, minute 9" }));
  await done(closePlan(approver, { planId, on: monthsAfter("2011-03-31", 1) }));
}

/** A plan of two councils that do not touch, kept by the first: its target is split, and what the second signed is void. */
export async function shareAPlan({ author, approver }: Officers, other: ActorScope): Promise<void> {
  const today = londonDay(now());
  const year = municipalYear(quarterOf(today)) + 1;
  const startsOn = `${year}-04-01`;
  const buses = await partner(author, text("Coast Buses", "Bysiau’r Arfordir"), "transport", true);
  const { planId } = await done(beginPlan(author, { once: randomId(), framework: "multi-area-agreement", strategyId: null, title: text("Buses from coast to vale", "Bysiau o’r arfordir i’r fro"), area: text("Harbour and Quay, and the whole of Alaw Vale", "Yr Harbwr a’r Cei, a Bro Alaw i gyd"), startsOn, endsOn: periodEnd(startsOn, 3) }));
  const targetId = randomId();
  const promise = (yearThree: number) =>
    putPlanTarget(author, {
      planId,
      once: targetId,
      outcomeId: null,
      content: content({ titleEn: "Evening buses between coast and vale each week", titleCy: "Bysiau gyda’r nos rhwng yr arfordir a’r fro bob wythnos", indicatorEn: "Number of buses", indicatorCy: "Nifer y bysiau" }, [12, 20, 28, yearThree], { partners: [{ partnerId: buses, part: "lead" }] }),
    });
  await done(promise(40));
  for (const [slug, area] of [[author.council.slug, text("Harbour and Quay", "Yr Harbwr a’r Cei")], [other.council.slug, text("All of it", "I gyd")]] as const) await done(joinCouncil(author, { planId, slug, area }));
  const split = (own: number, its: number) => splitTarget(author, { planId, targetId, parts: [{ memberId: author.council.id, amount: own }, { memberId: other.council.id, amount: its }] });
  await done(split(18, 10));
  await done(takeStep(approver, { planId, version: await versionOf(planId), step: "partner-consultation", on: addDays(today, -20), reference: "Joint board, paper 2", words: none }));
  // Both signed; then the target was lowered, which made both signatures void, and the second council has not signed the new version yet.
  const sign = async (who: ActorScope, signedAs: string) => done(signPlan(who, { planId, version: await versionOf(planId), signedAs }));
  await sign(approver, "Cllr Margaret Efa, leader");
  await sign(other, "Cllr Gwilym Parry, leader");
  await done(promise(36));
  await done(split(15, 9));
  await sign(approver, "Cllr Margaret Efa, leader");
}

/** Alaw Vale's well-being plan: a draft that residents were asked about and partners agree to now. */
export async function draftWellBeingPlan({ author, approver }: Officers): Promise<void> {
  const today = londonDay(now());
  const year = municipalYear(quarterOf(today)) + 1;
  const health = await partner(author, text("Vale Health Board", "Bwrdd Iechyd y Fro"), "health", true);
  const fire = await partner(author, text("North Fire and Rescue", "Tân ac Achub y Gogledd"), "fire-and-rescue", true);
  const startsOn = `${year}-04-01`;
  const { planId } = await done(beginPlan(author, { once: randomId(), framework: "well-being-plan", strategyId: null, title: text(`Well-being plan ${year} to ${year + 5}`, `Cynllun llesiant ${year} i ${year + 5}`), area: none, startsOn, endsOn: periodEnd(startsOn, 5) }));
  await done(putPlanTarget(author, { planId, once: randomId(), outcomeId: null, content: content({ titleEn: "Older people who see somebody every day", titleCy: "Pobl hŷn sy’n gweld rhywun bob dydd", indicatorEn: "Per cent of people over 75", indicatorCy: "Canran y bobl dros 75 oed" }, [58, 60, 63, 66, 68, 70], { partners: [{ partnerId: health, part: "lead" }, { partnerId: fire, part: "co-operates" }] }) }));
  await done(takeStep(approver, { planId, version: await versionOf(planId), step: "public-consultation", on: addDays(today, -12), reference: "Adroddiad yr ymgynghoriad", words: none }));
  await done(agreeToDraft(approver, { planId, version: await versionOf(planId), partnerId: health, on: addDays(today, -3), words: "" }));
}
