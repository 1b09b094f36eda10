import { inTransaction } from "#db/client.ts";
import { responseContacts } from "#db/schema/consultations/register.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ResponseContact } from "#domain/consultations/register/correction.ts";
import type { KeyedPaper } from "#domain/consultations/register/keyed-paper.ts";
import type { OfficeChannel } from "#domain/consultations/response.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { getOpenSurvey } from "#features/consultations/surveys/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { now } from "#platform/clock.ts";
import { putScan, type ScanToAdd } from "./add-scan.ts";
import { putResponse } from "./put-response.ts";
import { tellReceived, type ConsultationToEnter } from "./tell-received.ts";

export interface EnterResponseInput {
  readonly once: string;
  readonly channel: OfficeChannel;
  readonly receivedOn: CivilDay;
  readonly paper: KeyedPaper;
  readonly contact: ResponseContact | null;
  /** The letter itself, as a picture or a document. */
  readonly scan?: ScanToAdd | null;
}

/**
 * Writes into the register what reached the council otherwise than by the web, before or after the close. Where an e-mail address was
 * given, whoever sent it is told its reference at once; others are on the list of letters to post. Sent again it is there once.
 */
export function enterResponse(scope: ActorScope, at: ConsultationToEnter, { once, channel, receivedOn, paper, contact, scan }: EnterResponseInput): Promise<Result<{ readonly responseId: string; readonly reference: string }, "nothing-said" | "not-yet">> {
  authorise(scope, "responses.enter", undefined);
  return inTransaction(async (tx) => {
    const { version } = await getOpenSurvey(scope, at.consultationId, tx);
    if (receivedOn > londonDay(now())) return err("not-yet");
    if (Object.keys(paper.answers).length === 0) return err("nothing-said");
    const { reference, made } = await putResponse(tx, scope, { id: once, consultationId: at.consultationId, version, channel, receivedOn, paperNumber: null, paper });
    if (!made) return ok({ responseId: once, reference });
    await record(tx, scope, { act: "response.entered", thing: { kind: "response", id: once }, detail: { consultation: at.consultationId, channel, reference } });
    if (scan) {
      const added = await putScan(tx, scope, once, scan);
      if (!added.ok) throw new Error(`A response just written has ${added.error}`);
    }
    if (contact) {
      await tx.insert(responseContacts).values({ responseId: once, councilId: scope.council.id, ...contact });
      await tellReceived(tx, scope, at, { responseId: once, reference, receivedOn, language: paper.language, contact });
    }
    return ok({ responseId: once, reference });
  });
}
