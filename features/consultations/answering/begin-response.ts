import { database } from "#db/client.ts";
import { responses } from "#db/schema/consultations/responses.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { openingAt, type RecruitmentSource, type RespondentKind } from "#domain/consultations/response.ts";
import type { PublicScope } from "#domain/councils/scope.ts";
import { getOpenSurvey } from "#features/consultations/surveys/queries.ts";
import { now } from "#platform/clock.ts";
import { randomToken } from "#platform/random.ts";
import { hashOfKey } from "./queries.ts";

export interface BeginResponseInput {
  readonly consultationId: string;
  readonly respondent: RespondentKind;
  /** Empty for a person. */
  readonly organisationName: string;
  readonly easyRead: boolean;
  readonly recruitmentSource: RecruitmentSource;
}

/** Begins to answer an open consultation. Gives the secret by which the browser comes back to it; only its hash is kept. */
export async function beginResponse(scope: PublicScope, input: BeginResponseInput): Promise<Result<{ readonly key: string }, "not-open">> {
  const open = await getOpenSurvey(scope, input.consultationId);
  if (openingAt(open, now()) !== "open") return err("not-open");
  const key = randomToken(32);
  await database()
    .insert(responses)
    .values({
      councilId: scope.council.id,
      consultationId: input.consultationId,
      version: open.version,
      channel: "web",
      respondent: input.respondent,
      organisationName: input.respondent === "organisation" ? input.organisationName : "",
      recruitmentSource: input.recruitmentSource,
      language: scope.locale,
      easyRead: input.easyRead,
      startedAt: now(),
      savedAt: now(),
      keyHash: hashOfKey(key),
    });
  return ok({ key });
}
