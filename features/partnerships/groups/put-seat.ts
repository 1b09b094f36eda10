import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { partners, partnershipGroups, partnershipSeats } from "#db/schema/partnerships/partners.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { SeatRole } from "#domain/partnerships/partner.ts";
import { changePartnership } from "./change-partnership.ts";

export interface PutSeatInput {
  readonly once: string;
  readonly groupId: string;
  /** Null for a seat of the council's own. */
  readonly partnerId: string | null;
  readonly role: SeatRole;
  /** Empty while the seat is vacant. */
  readonly holder: string;
  readonly fromOn: CivilDay;
  readonly toOn: CivilDay | null;
}

/** Adds a seat at a board or group, or changes it. */
export const putSeat = (scope: ActorScope, { once: id, ...seat }: PutSeatInput): Promise<Result<void, "form-expired" | "choose-one" | "ends-before">> =>
  changePartnership(scope, {
    act: "partnership.seat-written",
    id,
    work: async (tx) => {
      if (seat.toOn !== null && seat.toOn < seat.fromOn) return err("ends-before");
      if (!(await isGroup(tx, scope, seat.groupId)) || !(await isPartner(tx, scope, seat.partnerId))) return err("choose-one");
      const put = await tx
        .insert(partnershipSeats)
        .values({ id, councilId: scope.council.id, ...seat })
        .onConflictDoUpdate({ target: partnershipSeats.id, set: seat, setWhere: eq(partnershipSeats.councilId, scope.council.id) })
        .returning({ id: partnershipSeats.id });
      return put.length === 0 ? err("form-expired") : ok();
    },
  });

export async function isGroup(tx: Transaction, scope: ActorScope, groupId: string): Promise<boolean> {
  const [group] = await tx.select({ id: partnershipGroups.id }).from(partnershipGroups).where(and(eq(partnershipGroups.councilId, scope.council.id), eq(partnershipGroups.id, groupId)));
  return group !== undefined;
}

/** Whether it is a partner of the council; null, which means the council itself, is allowed. */
export async function isPartner(tx: Transaction, scope: ActorScope, partnerId: string | null): Promise<boolean> {
  if (partnerId === null) return true;
  const [partner] = await tx.select({ id: partners.id }).from(partners).where(and(eq(partners.councilId, scope.council.id), eq(partners.id, partnerId)));
  return partner !== undefined;
}
