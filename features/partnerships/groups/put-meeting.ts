import { and, eq } from "drizzle-orm";
import { partnershipActions, partnershipMeetings } from "#db/schema/partnerships/partners.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { now } from "#platform/clock.ts";
import { changePartnership } from "./change-partnership.ts";
import { isGroup, isPartner } from "./put-seat.ts";

export interface PutMeetingInput {
  readonly once: string;
  readonly groupId: string;
  readonly heldOn: CivilDay;
  readonly place: string;
  readonly agenda: BilingualText;
  /** Empty until they are written. */
  readonly minutes: BilingualText;
}

/** Adds a meeting or changes it. Minutes are of a meeting that was held. */
export const putMeeting = (scope: ActorScope, { once: id, groupId, heldOn, place, agenda, minutes }: PutMeetingInput): Promise<Result<void, "form-expired" | "choose-one" | "minutes-early">> =>
  changePartnership(scope, {
    act: "partnership.meeting-written",
    id,
    work: async (tx) => {
      if (!(await isGroup(tx, scope, groupId))) return err("choose-one");
      if (minutes.en + minutes.cy !== "" && heldOn > londonDay(now())) return err("minutes-early");
      const change = { groupId, heldOn, place, agendaEn: agenda.en, agendaCy: agenda.cy, minutesEn: minutes.en, minutesCy: minutes.cy };
      const put = await tx
        .insert(partnershipMeetings)
        .values({ id, councilId: scope.council.id, ...change })
        .onConflictDoUpdate({ target: partnershipMeetings.id, set: change, setWhere: eq(partnershipMeetings.councilId, scope.council.id) })
        .returning({ id: partnershipMeetings.id });
      return put.length === 0 ? err("form-expired") : ok();
    },
  });

export interface PutActionInput {
  readonly once: string;
  readonly meetingId: string;
  readonly what: BilingualText;
  /** Null where the council itself does it. */
  readonly partnerId: string | null;
  readonly dueOn: CivilDay;
  readonly doneOn: CivilDay | null;
  readonly outcome: BilingualText;
}

/** Adds what a meeting asked somebody to do, or says what came of it. */
export const putAction = (scope: ActorScope, { once: id, meetingId, what, outcome, ...rest }: PutActionInput): Promise<Result<void, "form-expired" | "choose-one" | "done-in-future">> =>
  changePartnership(scope, {
    act: "partnership.action-written",
    id,
    work: async (tx) => {
      if (rest.doneOn !== null && rest.doneOn > londonDay(now())) return err("done-in-future");
      const [meeting] = await tx.select({ id: partnershipMeetings.id }).from(partnershipMeetings).where(and(eq(partnershipMeetings.councilId, scope.council.id), eq(partnershipMeetings.id, meetingId)));
      if (!meeting || !(await isPartner(tx, scope, rest.partnerId))) return err("choose-one");
      const change = { meetingId, whatEn: what.en, whatCy: what.cy, outcomeEn: outcome.en, outcomeCy: outcome.cy, ...rest };
      const put = await tx
        .insert(partnershipActions)
        .values({ id, councilId: scope.council.id, ...change })
        .onConflictDoUpdate({ target: partnershipActions.id, set: change, setWhere: eq(partnershipActions.councilId, scope.council.id) })
        .returning({ id: partnershipActions.id });
      return put.length === 0 ? err("form-expired") : ok();
    },
  });
