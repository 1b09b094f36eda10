import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "#domain/basics/london-time.ts";
import { isWorkingDay } from "#domain/basics/working-days.ts";
import { areConsecutiveWeeks, clocksOf, daysLeft, lastDayListed, lastDayToAskReview, lastDayToDecide, lastDayToDecideNomination, mayDeclineRepeat, moratorium, openSpaceFreeFrom } from "./clock.ts";
import { claimedPence, judgeClaim, judgeClaimReview, lastDayToAskClaimReview, lastDayToClaim, lastDayToDecideClaimReview } from "./compensation.ts";
import { answersOpenTo, judgeLongerTime, lastDayAllowed, otherSideOf, type TimeToDecide } from "./longer-time.ts";
import { judgeInterest, judgeSeparation, JUDGING_PARTS } from "./part.ts";
import { COMMENT_SIGHTS, COMMENT_VIEWS, countComments, judgePeriod } from "./comment.ts";
import { isHeard, judgeTribunalAppeal, listingOutcome, fitsDecision, judgeAppeal, judgeReview, REVIEW_OUTCOMES, type Reviewable } from "./review.ts";
import { blocksBefore, type TransferFacts } from "./readiness.ts";
import { BODY_KINDS, interestsOf, mayApply, missingDocuments, REGIME_IDS, REGIMES } from "./regime.ts";
import { CRITERIA, judgeModeration, type Scores } from "./scoring.ts";
import { TRANSFER_STAGES } from "./stage.ts";
import { isOver, judgeStage, nextStages } from "./transfer.ts";
import { judgeDisposal, MOST_UNDERVALUE_PENCE, undervalueOf, type Disposal } from "./undervalue.ts";

const day = fc.integer({ min: 0, max: 365 * 30 }).map((n) => addDays("2015-01-01", n));
const pence = fc.integer({ min: 0, max: 2_000_000_000 });

describe("undervalue", () => {
  const at = (unrestrictedPence: number, pricePence: number, other: Partial<Disposal> = {}) => judgeDisposal({ unrestrictedPence, pricePence, leaseYears: null, ownConsent: false, consentReference: "", ...other });

  it("of two million pounds is allowed, and one penny more is not without a consent", () => {
    expect(at(200_000_000, 0)).toEqual({ ok: true, value: "general-consent" });
    expect(at(200_000_001, 0)).toEqual({ ok: false, error: "consent-needed" });
    expect(at(200_000_001, 1)).toEqual({ ok: true, value: "general-consent" });
    expect(at(200_000_001, 0, { consentReference: "DLUHC/2026/14" })).toEqual({ ok: true, value: "own-consent" });
    expect(at(200_000_001, 0, { consentReference: "   " })).toEqual({ ok: false, error: "consent-needed" });
  });

  it("of a lease of seven years is free, of eight not", () => {
    expect(at(900_000_000, 100, { leaseYears: 7 })).toEqual({ ok: true, value: "short-lease" });
    expect(at(900_000_000, 100, { leaseYears: 8 })).toEqual({ ok: false, error: "consent-needed" });
  });

  it("of housing or planning land needs its own consent at any price", () => {
    expect(at(100, 100, { ownConsent: true })).toEqual({ ok: false, error: "consent-needed" });
    expect(at(100, 100, { ownConsent: true, leaseYears: 3, consentReference: "X" })).toEqual({ ok: true, value: "own-consent" });
  });

  it("is the value less the price, never less than nothing, and is all that matters for a freehold", () => {
    fc.assert(
      fc.property(pence, pence, (unrestrictedPence, pricePence) => {
        const undervalue = undervalueOf({ unrestrictedPence, pricePence });
        expect(undervalue).toBe(unrestrictedPence > pricePence ? unrestrictedPence - pricePence : 0);
        expect(at(unrestrictedPence, pricePence).ok).toBe(undervalue <= MOST_UNDERVALUE_PENCE);
      }),
    );
  });
});

describe("clocks", () => {
  it("of Scotland: six months after validation, and twenty working days that begin with the notice, over Easter and a proclaimed day", () => {
    expect(lastDayToDecide("2026-08-31")).toBe("2027-02-28");
    expect(lastDayToDecide("2026-03-02")).toBe("2026-09-02");
    // Good Friday is a bank holiday in Scotland, Easter Monday is not.
    expect(lastDayToAskReview("2026-03-23")).toBe("2026-04-20");
    // 15 June 2026 was proclaimed for Scotland.
    expect(lastDayToAskReview("2026-06-01")).toBe("2026-06-29");
  });

  it("of the right to bid: five years, six weeks, six months and eighteen months, the first day counted", () => {
    expect(lastDayListed("2021-06-01")).toBe("2026-05-31");
    expect(moratorium("2026-03-02")).toEqual({ interim: "2026-04-12", full: "2026-09-01", protected: "2027-09-01" });
  });

  it("of a nomination: eight weeks after the council received it, until it is listed or declined", () => {
    expect(lastDayToDecideNomination("2026-03-02")).toBe("2026-04-27");
    const ids = (reached: Parameters<typeof clocksOf>[1]) => clocksOf("right-to-bid", reached, UNDECIDED).map(({ id }) => id);
    expect(ids({ nomination: "2026-03-02" })).toEqual(["decide-nomination"]);
    expect(ids({ nomination: "2026-03-02", listed: "2026-04-01" })).not.toContain("decide-nomination");
    expect(ids({ nomination: "2026-03-02", declined: "2026-04-01" })).toEqual([]);
  });

  const UNDECIDED = { agreedUntil: null, decidedOn: null, review: null, listing: null };

  it("the full moratorium runs only when a body has asked to bid", () => {
    const reached = { nomination: "2025-01-02", listed: "2025-02-03", "sale-notified": "2026-03-02" } as const;
    expect(clocksOf("right-to-bid", reached, UNDECIDED).map(({ id }) => id)).toEqual(["listing", "interim-moratorium", "protected"]);
    expect(clocksOf("right-to-bid", { ...reached, "bid-requested": "2026-03-20" }, UNDECIDED).map(({ id }) => id)).toContain("full-moratorium");
  });

  it("twenty working days are twenty: counted one by one, the last is a working day", () => {
    fc.assert(
      fc.property(day, (from) => {
        const last = lastDayToAskReview(from);
        expect(isWorkingDay(last, "scotland")).toBe(true);
        const counted = Array.from({ length: daysBetween(from, last) + 1 }, (_, n) => addDays(from, n)).filter((each) => isWorkingDay(each, "scotland"));
        expect(counted).toHaveLength(20);
      }),
    );
  });

  it("a longer moratorium never ends before a shorter one", () => {
    fc.assert(
      fc.property(day, (notice) => {
        const { interim, full, protected: no } = moratorium(notice);
        expect(daysBetween(notice, interim)).toBe(41);
        expect(interim < full && full < no).toBe(true);
      }),
    );
  });

  it("say how many days are left, and one that has run out says by how many", () => {
    expect(daysLeft({ lastDay: "2026-05-31" }, "2026-05-31")).toBe(0);
    expect(daysLeft({ lastDay: "2026-05-31" }, "2026-06-03")).toBe(-3);
  });

  it("the same request may be declined for two years and no longer", () => {
    expect(mayDeclineRepeat("2024-03-10", "2026-03-09")).toBe(true);
    expect(mayDeclineRepeat("2024-03-10", "2026-03-10")).toBe(false);
    expect(mayDeclineRepeat("2026-03-10", "2026-03-09")).toBe(false);
  });

  it("open space: notices stand in weeks that follow one another", () => {
    expect(areConsecutiveWeeks("2026-10-01", "2026-10-08")).toBe(true);
    expect(areConsecutiveWeeks("2026-10-04", "2026-10-05")).toBe(true);
    expect(areConsecutiveWeeks("2026-10-01", "2026-10-02")).toBe(false);
    expect(areConsecutiveWeeks("2026-10-01", "2026-10-15")).toBe(false);
    expect(areConsecutiveWeeks("2026-10-08", "2026-10-01")).toBe(false);
    expect(openSpaceFreeFrom("2026-10-08")).toBe("2026-10-15");
  });
});

describe("a longer time to decide", () => {
  const request: TimeToDecide = { regimeId: "scottish-request", validatedOn: "2026-01-05", decided: false, agreedUntil: null, listingReviewOn: null };

  it("is later than the six months, or than the last agreement, and is agreed before they are over", () => {
    expect(lastDayAllowed(request)).toBe("2026-07-05");
    expect(judgeLongerTime(request, "2026-07-05", "2026-03-01")).toEqual({ ok: false, error: "not-longer" });
    expect(judgeLongerTime(request, "2026-07-06", "2026-07-05").ok).toBe(true);
    expect(judgeLongerTime(request, "2026-09-01", "2026-07-06")).toEqual({ ok: false, error: "time-over" });
    const again = { ...request, agreedUntil: "2026-09-01" };
    expect(judgeLongerTime(again, "2026-09-01", "2026-08-01")).toEqual({ ok: false, error: "not-longer" });
    expect(judgeLongerTime(again, "2026-10-01", "2026-08-01").ok).toBe(true);
    expect(judgeLongerTime({ ...request, validatedOn: null }, "2026-10-01", "2026-08-01")).toEqual({ ok: false, error: "not-complete-yet" });
    expect(judgeLongerTime({ ...request, decided: true }, "2026-10-01", "2026-03-01")).toEqual({ ok: false, error: "time-decided" });
  });

  it("is any day ahead where no law sets a time, and never for a nomination", () => {
    const english: TimeToDecide = { ...request, regimeId: "community-transfer", validatedOn: null };
    expect(judgeLongerTime(english, "2026-03-02", "2026-03-01").ok).toBe(true);
    expect(judgeLongerTime(english, "2026-03-01", "2026-03-01")).toEqual({ ok: false, error: "not-longer" });
    expect(judgeLongerTime({ ...english, agreedUntil: "2026-02-01" }, "2026-04-01", "2026-03-01").ok).toBe(true);
    expect(judgeLongerTime({ ...english, regimeId: "right-to-bid" }, "2026-04-01", "2026-03-01")).toEqual({ ok: false, error: "no-longer-time" });
  });

  it("whatever is allowed moves the clock forward", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (validatedOn, later, after) => {
        const until = addDays(validatedOn, later);
        const today = addDays(validatedOn, after);
        if (!judgeLongerTime({ ...request, validatedOn }, until, today).ok) return;
        expect(until > lastDayToDecide(validatedOn) && today <= lastDayToDecide(validatedOn)).toBe(true);
        const [clock] = clocksOf("scottish-request", { request: validatedOn, validated: validatedOn }, { agreedUntil: until, decidedOn: null, review: null, listing: null });
        expect(clock).toEqual({ id: "decide-longer", from: validatedOn, lastDay: until });
      }),
    );
  });

  it("is answered by the other side, and taken back by its own", () => {
    expect(answersOpenTo("council", "organisation")).toEqual(["accepted", "declined"]);
    expect(answersOpenTo("council", "council")).toEqual(["withdrawn"]);
  });
});

describe("bodies", () => {
  it("without a legal form hold no land, but may use it and may nominate with 21 members", () => {
    const group = { kind: "unincorporated", members: 40 } as const;
    expect(mayApply("community-transfer", "ownership", group)).toEqual({ ok: false, error: { code: "body-not-allowed", fewest: 0 } });
    expect(mayApply("community-transfer", "lease", group).ok).toBe(false);
    expect(mayApply("community-transfer", "rights", group).ok).toBe(true);
    expect(mayApply("right-to-bid", "nomination", { ...group, members: 20 })).toEqual({ ok: false, error: { code: "too-few-members", fewest: 21 } });
    expect(mayApply("right-to-bid", "nomination", { ...group, members: 21 }).ok).toBe(true);
    expect(mayApply("right-to-bid", "bid", group).ok).toBe(false);
    expect(mayApply("scottish-request", "ownership", group).ok).toBe(false);
    expect(mayApply("scottish-request", "lease", group).ok).toBe(true);
  });

  it("need ten members to own under the Scottish Act", () => {
    expect(mayApply("scottish-request", "ownership", { kind: "company-limited-by-guarantee", members: 9 })).toEqual({ ok: false, error: { code: "too-few-members", fewest: 10 } });
    expect(mayApply("scottish-request", "ownership", { kind: "company-limited-by-guarantee", members: 10 }).ok).toBe(true);
    expect(mayApply("scottish-request", "ownership", { kind: "community-interest-company", members: 50 }).ok).toBe(false);
  });

  it("with more members are never refused where fewer are not", () => {
    fc.assert(
      fc.property(fc.constantFrom(...REGIME_IDS), fc.constantFrom(...BODY_KINDS), fc.nat(60), fc.nat(60), (regime, kind, members, more) => {
        for (const interest of interestsOf(regime)) if (mayApply(regime, interest, { kind, members }).ok) expect(mayApply(regime, interest, { kind, members: members + more }).ok).toBe(true);
      }),
    );
  });
});

describe("stages", () => {
  it("are those of the regime, in its order", () => {
    expect(nextStages("community-transfer", "expression-of-interest")).toEqual(["full-application", "declined", "withdrawn"]);
    expect(nextStages("community-transfer", "assessment")).toEqual(["views", "decision", "declined", "withdrawn"]);
    expect(nextStages("right-to-bid", "sale-notified")).toEqual(["bid-requested", "moratorium-over"]);
    expect(nextStages("scottish-request", "request")).toEqual(["validated", "declined", "withdrawn"]);
  });

  it("never come twice however an application goes, and nothing follows an end", () => {
    fc.assert(
      fc.property(fc.constantFrom(...REGIME_IDS), fc.array(fc.nat(3), { maxLength: 20 }), (regime, choices) => {
        let stage = REGIMES[regime].path[0] as (typeof TRANSFER_STAGES)[number];
        const seen = [stage];
        for (const choice of choices) {
          const next = nextStages(regime, stage);
          if (next.length === 0) break;
          stage = next[choice % next.length] as typeof stage;
          seen.push(stage);
        }
        expect(new Set(seen).size).toBe(seen.length);
        if (isOver(stage)) expect(nextStages(regime, stage)).toEqual([]);
      }),
    );
  });

  it("have dates that go forward and not ahead", () => {
    const last = { stage: "expression-of-interest", reachedOn: "2026-05-11" } as const;
    const judge = (stage: (typeof TRANSFER_STAGES)[number], reachedOn: string) => judgeStage("community-transfer", last, { stage, reachedOn }, "2026-06-01");
    expect(judge("full-application", "2026-05-11").ok).toBe(true);
    expect(judge("full-application", "2026-05-10")).toEqual({ ok: false, error: "date-before-last" });
    expect(judge("full-application", "2026-06-02")).toEqual({ ok: false, error: "date-ahead" });
    expect(judge("completion", "2026-05-12")).toEqual({ ok: false, error: "stage-out-of-order" });
  });
});

describe("what holds an application up", () => {
  const whole: TransferFacts = {
    regimeId: "community-transfer",
    shown: true,
    commentsUntil: null,
    commentsWaiting: 0,
    documents: REGIMES["community-transfer"].documents,
    identityChecked: true,
    declaredInterests: true,
    sheets: 2,
    moderated: true,
    engagements: 1,
    openSpace: false,
    secondNoticeOn: null,
    ownersTold: true,
    handedOver: false,
    outcome: "agreed",
    termsAgreed: true,
  };

  it("is nothing where all is there", () => {
    for (const stage of TRANSFER_STAGES) expect(blocksBefore(stage, whole, "2026-10-01")).toEqual([]);
  });

  it("names what is missing", () => {
    expect(blocksBefore("assessment", { ...whole, documents: ["constitution"], declaredInterests: false }, "2026-10-01")).toEqual(["documents-missing", "declaration-missing"]);
    expect(missingDocuments("community-transfer", ["constitution"])).not.toContain("constitution");
    expect(blocksBefore("decision", { ...whole, sheets: 1, moderated: false, identityChecked: false }, "2026-10-01")).toEqual(["scores-missing", "identity-unchecked"]);
    expect(blocksBefore("views", { ...whole, engagements: 0 }, "2026-10-01")).toEqual(["engagement-missing"]);
    expect(blocksBefore("heads-of-terms", { ...whole, outcome: "refused" }, "2026-10-01")).toEqual(["not-decided"]);
    expect(blocksBefore("completion", { ...whole, termsAgreed: false }, "2026-10-01")).toEqual(["terms-not-agreed"]);
    expect(blocksBefore("listed", { ...whole, regimeId: "right-to-bid", documents: REGIMES["right-to-bid"].documents, ownersTold: false }, "2026-10-01")).toEqual(["owners-not-told"]);
    expect(blocksBefore("decision", { ...whole, regimeId: "scottish-request", commentsUntil: "2026-09-30", ownersTold: false }, "2026-10-01")).toEqual(["owners-not-told"]);
    expect(blocksBefore("decision", { ...whole, ownersTold: false }, "2026-10-01")).toEqual([]);
    expect(blocksBefore("completion", { ...whole, handedOver: true }, "2026-10-01")).toEqual(["handed-over-already"]);
    expect(blocksBefore("full-application", { ...whole, shown: false }, "2026-10-01")).toEqual(["not-looked-at"]);
    expect(blocksBefore("views", { ...whole, engagements: 0, commentsUntil: "2026-11-01" }, "2026-10-01")).toEqual([]);
    expect(blocksBefore("decision", { ...whole, commentsUntil: "2026-10-01", commentsWaiting: 1 }, "2026-10-01")).toEqual(["comments-open", "comments-waiting"]);
    expect(blocksBefore("decision", { ...whole, commentsUntil: "2026-09-30" }, "2026-10-01")).toEqual([]);
    expect(blocksBefore("decision", { ...whole, regimeId: "scottish-request" }, "2026-10-01")).toEqual(["comments-missing"]);
    expect(blocksBefore("withdrawn", { ...whole, shown: false }, "2026-10-01")).toEqual([]);
  });

  it("open space waits for the second week of its notice", () => {
    const green = { ...whole, openSpace: true, secondNoticeOn: "2026-10-08" };
    expect(blocksBefore("decision", green, "2026-10-14")).toEqual(["open-space-notice"]);
    expect(blocksBefore("decision", green, "2026-10-15")).toEqual([]);
    expect(blocksBefore("decision", { ...green, secondNoticeOn: null }, "2027-10-15")).toEqual(["open-space-notice"]);
  });
});

describe("who judges", () => {
  const people = ["a", "b", "c"] as const;
  const judges = fc.record({ scorers: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 2 }), settledBy: fc.option(fc.constantFrom(...people)), decidedBy: fc.option(fc.constantFrom(...people)), reviewedBy: fc.option(fc.constantFrom(...people)), listedBy: fc.subarray([...people]) });

  it("does one of scoring, settling, deciding and reviewing", () => {
    fc.assert(
      fc.property(judges, fc.constantFrom(...people), fc.constantFrom(...JUDGING_PARTS), (done, person, part) => {
        const others = [...(part === "score" ? [] : done.scorers), part === "settle" ? null : done.settledBy, part === "decide" ? null : done.decidedBy, part === "review" ? null : done.reviewedBy, ...(part === "review" ? done.listedBy : [])];
        expect(judgeSeparation(part, person, done).ok).toBe(!others.includes(person));
      }),
    );
  });

  it("has said that they have no interest", () => {
    expect(judgeInterest("a", { interested: {} })).toEqual({ ok: false, error: "interest-unsaid" });
    expect(judgeInterest("a", { interested: { a: true } })).toEqual({ ok: false, error: "interest-declared" });
    expect(judgeInterest("a", { interested: { a: false, b: true } }).ok).toBe(true);
  });
});

describe("the owner’s review of a listing", () => {
  const listed = (givenOn: string | null, allowedUntil: string | null = null): Reviewable => ({ regimeId: "right-to-bid", decision: null, validatedOn: null, agreedUntil: null, concluded: false, listing: { listedOn: "2026-03-02", notice: givenOn === null ? null : { givenOn, allowedUntil } } });

  it("is asked for in eight weeks that begin with the written notice, and no day later", () => {
    expect(judgeReview(listed("2026-03-04"), "2026-03-01")).toEqual({ ok: false, error: "review-too-early" });
    expect(judgeReview(listed("2026-03-04"), "2026-03-02")).toEqual({ ok: true, value: "listed" });
    expect(judgeReview(listed("2026-03-04"), "2026-04-28")).toEqual({ ok: true, value: "listed" });
    expect(judgeReview(listed("2026-03-04"), "2026-04-29")).toEqual({ ok: false, error: "listing-too-late" });
  });

  it("is asked for as long as the council allowed in writing, and while no notice was given", () => {
    expect(judgeReview(listed("2026-03-04", "2026-05-31"), "2026-05-31").ok).toBe(true);
    expect(judgeReview(listed("2026-03-04", "2026-05-31"), "2026-06-01")).toEqual({ ok: false, error: "listing-too-late" });
    expect(judgeReview(listed(null), "2027-03-01").ok).toBe(true);
    expect(judgeReview(listed(null), "2031-03-02")).toEqual({ ok: false, error: "listing-too-late" });
    expect(judgeReview({ ...listed(null), listing: null }, "2026-03-04")).toEqual({ ok: false, error: "not-listed" });
  });

  it("runs for eight weeks that begin with the request, or as agreed, and an appeal follows within 28 days of the notice", () => {
    const reached = { nomination: "2026-01-05", listed: "2026-03-02" } as const;
    const of = (more: Partial<Parameters<typeof clocksOf>[2]>) => clocksOf("right-to-bid", reached, { agreedUntil: null, decidedOn: null, review: null, listing: { givenOn: "2026-03-04", allowedUntil: null }, ...more }).filter(({ id }) => id !== "listing");
    expect(of({})).toEqual([{ id: "listing-review", from: "2026-03-04", lastDay: "2026-04-28" }]);
    expect(of({ review: { askedOn: "2026-04-01", decidedOn: null, appealed: false } })).toEqual([{ id: "decide-listing-review", from: "2026-04-01", lastDay: "2026-05-26" }]);
    expect(of({ agreedUntil: "2026-06-30", review: { askedOn: "2026-04-01", decidedOn: null, appealed: false } })).toEqual([{ id: "decide-listing-review", from: "2026-04-01", lastDay: "2026-06-30" }]);
    expect(of({ review: { askedOn: "2026-04-01", decidedOn: "2026-05-20", appealed: false } })).toEqual([{ id: "tribunal-appeal", from: "2026-05-20", lastDay: "2026-06-17" }]);
    expect(clocksOf("right-to-bid", { ...reached, declined: "2026-05-20" }, { agreedUntil: null, decidedOn: null, review: { askedOn: "2026-04-01", decidedOn: "2026-05-20", appealed: false }, listing: null })).toEqual([]);
  });

  it("takes longer where the owner agrees before it is over", () => {
    const time: TimeToDecide = { regimeId: "right-to-bid", validatedOn: null, decided: false, agreedUntil: null, listingReviewOn: "2026-04-01" };
    expect(judgeLongerTime(time, "2026-05-26", "2026-05-01")).toEqual({ ok: false, error: "not-longer" });
    expect(judgeLongerTime(time, "2026-05-27", "2026-05-26").ok).toBe(true);
    expect(judgeLongerTime(time, "2026-06-30", "2026-05-27")).toEqual({ ok: false, error: "time-over" });
    expect(judgeLongerTime({ ...time, listingReviewOn: null }, "2026-06-30", "2026-05-01")).toEqual({ ok: false, error: "no-longer-time" });
    expect(otherSideOf("right-to-bid")).toBe("owner");
  });

  it("keeps or takes off, after a hearing where one was asked for", () => {
    expect(fitsDecision(listingOutcome("agreed"), "agreed", "agreed") && fitsDecision(listingOutcome("refused"), "refused", "agreed")).toBe(true);
    expect([isHeard("hearing", []), isHeard("hearing", ["site-visit"]), isHeard("hearing", ["hearing"]), isHeard("any", [])]).toEqual([false, false, true, true]);
  });

  it("is followed by an appeal only where the land stays listed, up to the 28th day after the notice", () => {
    expect(judgeTribunalAppeal({ decidedOn: null, result: null, admittedLate: false }, "2026-06-17")).toEqual({ ok: false, error: "no-review-decision" });
    expect(judgeTribunalAppeal({ decidedOn: "2026-05-20", result: "refused", admittedLate: false }, "2026-05-21")).toEqual({ ok: false, error: "taken-off" });
    expect(judgeTribunalAppeal({ decidedOn: "2026-05-20", result: "agreed", admittedLate: false }, "2026-05-19")).toEqual({ ok: false, error: "appeal-too-early" });
    expect(judgeTribunalAppeal({ decidedOn: "2026-05-20", result: "agreed", admittedLate: false }, "2026-06-17").ok).toBe(true);
    expect(judgeTribunalAppeal({ decidedOn: "2026-05-20", result: "agreed", admittedLate: false }, "2026-06-18")).toEqual({ ok: false, error: "tribunal-too-late" });
    expect(judgeTribunalAppeal({ decidedOn: "2026-05-20", result: "agreed", admittedLate: true }, "2026-06-18").ok).toBe(true);
    expect(judgeTribunalAppeal({ decidedOn: "2026-05-20", result: "refused", admittedLate: true }, "2026-06-18")).toEqual({ ok: false, error: "taken-off" });
  });
});

describe("compensation for listing", () => {
  const part = (endedOn: string, amountPence = 120_000) => ({ part: "delay" as const, amountPence, endedOn });
  const claim = (endedOn: string) => ({ listedOn: "2026-03-02", publicBody: false, parts: [part(endedOn)] });

  it("is claimed up to the 91st day after the loss ended, for a loss while the land was listed", () => {
    expect(lastDayToClaim("2026-03-02")).toBe("2026-06-01");
    expect(judgeClaim(claim("2026-03-02"), "2026-06-01").ok).toBe(true);
    expect(judgeClaim(claim("2026-03-02"), "2026-06-02")).toEqual({ ok: false, error: { code: "claim-too-late", part: "delay" } });
    expect(judgeClaim(claim("2026-03-01"), "2026-03-05")).toEqual({ ok: false, error: { code: "loss-before-listing", part: "delay" } });
    expect(judgeClaim(claim("2026-03-06"), "2026-03-05")).toEqual({ ok: false, error: { code: "loss-ahead", part: "delay" } });
  });

  it("is not for public bodies, for nothing, or for land that was never listed", () => {
    expect(judgeClaim({ ...claim("2026-03-02"), publicBody: true }, "2026-03-05")).toMatchObject({ error: { code: "public-body" } });
    expect(judgeClaim({ ...claim("2026-03-02"), parts: [] }, "2026-03-05")).toMatchObject({ error: { code: "no-parts" } });
    expect(judgeClaim({ ...claim("2026-03-02"), listedOn: null }, "2026-03-05")).toMatchObject({ error: { code: "not-listed" } });
  });

  it("one part that is too late makes the claim too late, and the sum is of whole pence", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ late: fc.integer({ min: 0, max: 120 }), pence: fc.integer({ min: 1, max: 10_000_000 }) }), { minLength: 1, maxLength: 3 }), (losses) => {
        const parts = losses.map(({ late, pence }) => part(addDays("2026-09-01", -late), pence));
        expect(judgeClaim({ listedOn: "2026-01-01", publicBody: false, parts }, "2026-09-01").ok).toBe(losses.every(({ late }) => late <= 91));
        expect(claimedPence(parts)).toBe(losses.reduce((sum, { pence }) => sum + pence, 0));
      }),
    );
  });

  it("is reviewed in eight weeks, asked for in eight that begin with the decision, later only if allowed", () => {
    expect([lastDayToAskClaimReview("2026-03-04"), lastDayToDecideClaimReview("2026-04-01")]).toEqual(["2026-04-28", "2026-05-26"]);
    expect(judgeClaimReview({ decidedOn: null, allowedLate: false }, "2026-04-28")).toEqual({ ok: false, error: "not-decided" });
    expect(judgeClaimReview({ decidedOn: "2026-03-04", allowedLate: false }, "2026-03-03")).toEqual({ ok: false, error: "before-decision" });
    expect(judgeClaimReview({ decidedOn: "2026-03-04", allowedLate: false }, "2026-04-28").ok).toBe(true);
    expect(judgeClaimReview({ decidedOn: "2026-03-04", allowedLate: false }, "2026-04-29")).toEqual({ ok: false, error: "claim-review-too-late" });
    expect(judgeClaimReview({ decidedOn: "2026-03-04", allowedLate: true }, "2026-04-29").ok).toBe(true);
  });
});

describe("a review in Scotland", () => {
  const refused = (decidedOn: string): Reviewable => ({ regimeId: "scottish-request", decision: { outcome: "refused", decidedOn }, validatedOn: "2026-01-05", agreedUntil: null, concluded: false, listing: null });

  it("is asked for within 20 working days that begin with the notice, over Easter", () => {
    // Good Friday, 3 April 2026, is a holiday in Scotland; Easter Monday is not.
    expect(judgeReview(refused("2026-03-23"), "2026-03-22")).toEqual({ ok: false, error: "review-too-early" });
    expect(judgeReview(refused("2026-03-23"), "2026-03-23")).toEqual({ ok: true, value: "refused" });
    expect(judgeReview(refused("2026-03-23"), "2026-04-20")).toEqual({ ok: true, value: "refused" });
    expect(judgeReview(refused("2026-03-23"), "2026-04-21")).toEqual({ ok: false, error: "review-too-late" });
  });

  it("is asked for where nothing was decided in six months, from the day after they end", () => {
    const waiting: Reviewable = { ...refused("2026-01-01"), decision: null };
    expect(judgeReview(waiting, "2026-07-05")).toEqual({ ok: false, error: "review-too-early" });
    expect(judgeReview(waiting, "2026-07-06")).toEqual({ ok: true, value: "undecided" });
    expect(judgeReview({ ...waiting, validatedOn: null }, "2026-07-06").ok).toBe(false);
    expect(judgeReview({ ...waiting, concluded: true }, "2026-07-06")).toEqual({ ok: false, error: "review-elsewhere" });
  });

  it("waits for the end of a longer time that both sides agreed on", () => {
    const waiting: Reviewable = { ...refused("2026-01-01"), decision: null, agreedUntil: "2026-09-30" };
    expect(judgeReview(waiting, "2026-09-30")).toEqual({ ok: false, error: "review-too-early" });
    expect(judgeReview(waiting, "2026-10-01")).toEqual({ ok: true, value: "undecided" });
    // 20 working days that begin with the day the longer time ends.
    expect(judgeReview(waiting, "2026-10-27").ok).toBe(true);
    expect(judgeReview(waiting, "2026-10-28")).toEqual({ ok: false, error: "review-too-late" });
  });

  it("fits what was decided before", () => {
    fc.assert(
      fc.property(fc.constantFrom(...REVIEW_OUTCOMES), fc.constantFrom("agreed" as const, "refused" as const), fc.constantFrom("agreed" as const, "refused" as const, null), (outcome, result, before) => {
        if (fitsDecision(outcome, result, before) && outcome === "confirmed") expect(result).toBe(before);
        if (fitsDecision(outcome, result, before) && outcome === "substituted") expect(result).not.toBe(before);
        if (before === null) expect(fitsDecision(outcome, result, before)).toBe(outcome === "substituted");
      }),
    );
  });

  it("is followed by an appeal within 20 working days", () => {
    const decided = { decidedOn: "2026-03-23", undecidedFrom: "2026-09-01" };
    expect(judgeAppeal(decided, "2026-04-20").ok).toBe(true);
    expect(judgeAppeal(decided, "2026-04-21")).toEqual({ ok: false, error: "appeal-too-late" });
    expect(judgeAppeal({ ...decided, decidedOn: null }, "2026-04-20")).toEqual({ ok: false, error: "no-review-decision" });
    expect(judgeAppeal({ ...decided, decidedOn: null }, "2026-09-02").ok).toBe(true);
  });
});

describe("comments", () => {
  it("are taken for 20 working days at least after the notice in Scotland, over the holidays of the winter", () => {
    // Published on Friday 18 December 2026; 25 and 28 December, 1 and 4 January are holidays.
    expect(judgePeriod("scottish-request", "2026-12-18", "2027-01-20")).toEqual({ ok: false, error: { code: "comments-too-short", earliestOn: "2027-01-21" } });
    expect(judgePeriod("scottish-request", "2026-12-18", "2027-01-21").ok).toBe(true);
    expect(judgePeriod("community-transfer", "2026-12-18", "2026-12-18").ok).toBe(true);
    expect(judgePeriod("community-transfer", "2026-12-18", "2026-12-17")).toMatchObject({ error: { code: "closes-before-opens" } });
  });

  it("are each counted once: shown by what they say, the others apart", () => {
    const group = fc.record({ view: fc.constantFrom(...COMMENT_VIEWS), sight: fc.constantFrom(...COMMENT_SIGHTS), byOrganisation: fc.boolean(), comments: fc.nat(1_000) });
    fc.assert(
      fc.property(fc.array(group), (groups) => {
        const counts = countComments(groups);
        expect(counts.for + counts.against + counts.neither + counts.removed + counts.waiting).toBe(groups.reduce((sum, { comments }) => sum + comments, 0));
        expect(counts.organisations).toBeLessThanOrEqual(counts.for + counts.against + counts.neither);
      }),
    );
  });
});

describe("moderation", () => {
  const scores = fc.tuple(...CRITERIA.map(() => fc.nat(10))).map((points) => Object.fromEntries(CRITERIA.map((criterion, index) => [criterion, points[index] ?? 0])) as Scores);

  it("takes what both scorers gave, and nothing outside", () => {
    fc.assert(
      fc.property(scores, scores, (one, other) => {
        expect(judgeModeration(one, other, one).ok).toBe(true);
        expect(judgeModeration(one, other, other).ok).toBe(true);
        const above = { ...one, plan: Math.max(one.plan, other.plan) + 1 };
        expect(judgeModeration(one, other, above)).toEqual({ ok: false, error: ["plan"] });
      }),
    );
  });
});
