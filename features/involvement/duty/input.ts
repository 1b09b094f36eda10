import { z } from "zod";
import { civilDate, line, once, oneOf, optionalLine, optionalParagraphs, orEmpty, wholeNumber } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { isUuid } from "#domain/basics/uuid.ts";
import { DUTY_GROUPS, DUTY_SUBJECTS, dutyYearOf } from "#domain/involvement/duty.ts";
import { LEVELS } from "#domain/involvement/engagement.ts";
import type { WantedDuty } from "./queries.ts";
import type { RecordToSign, WhichRecord } from "./sign-record.ts";
import type { StatementToSign } from "./sign-statement.ts";

/** That no involvement is appropriate, as a form says it. */
export const NO_LEVEL = "none";

const keys = z.array(z.uuid("choose-one")).transform((all) => [...new Set(all)]);

const record = z
  .object({
    once: once().optional(),
    number: z.string().regex(/^\d{1,9}$/, "form-expired").transform(Number).optional(),
    after: z.string().regex(/^\d{1,9}$/, "form-expired").transform(Number).optional(),
    because: optionalLine(300),
    subject: oneOf(DUTY_SUBJECTS),
    titleEn: line(160),
    titleCy: optionalLine(160),
    serviceEn: line(80),
    serviceCy: optionalLine(80),
    affectedEn: optionalParagraphs(1000),
    affectedCy: optionalParagraphs(1000),
    groups: z.array(z.enum(DUTY_GROUPS, "choose-one")).min(1, "choose-some"),
    areaIds: keys,
    level: oneOf([...LEVELS, NO_LEVEL]),
    reasonEn: optionalParagraphs(2000),
    reasonCy: optionalParagraphs(2000),
    statute: z.string().max(60, "choose-one").default(""),
    statutoryBasis: optionalLine(300),
    decidedByEn: optionalLine(200),
    decidedByCy: optionalLine(200),
    decidesOn: orEmpty(civilDate()),
    engagementIds: keys,
    signedName: line(120),
    signedPost: line(120),
  })
  .transform((typed, context): { readonly which: WhichRecord; readonly given: RecordToSign } => {
    if (typed.once === undefined && (typed.number === undefined || typed.after === undefined)) {
      context.addIssue({ code: "custom", message: "form-expired" });
      return z.NEVER;
    }
    return {
      which: typed.once === undefined ? { number: typed.number ?? 0, after: typed.after ?? 0, because: typed.because } : { once: typed.once },
      given: {
        subject: typed.subject,
        title: { en: typed.titleEn, cy: typed.titleCy },
        service: { en: typed.serviceEn, cy: typed.serviceCy },
        affected: { en: typed.affectedEn, cy: typed.affectedCy },
        groups: DUTY_GROUPS.filter((group) => typed.groups.includes(group)),
        areaIds: typed.areaIds,
        level: typed.level === NO_LEVEL ? null : typed.level,
        reason: { en: typed.reasonEn, cy: typed.reasonCy },
        statute: typed.statute,
        statutoryBasis: typed.statutoryBasis,
        decidedBy: { en: typed.decidedByEn, cy: typed.decidedByCy },
        decidesOn: typed.decidesOn,
        engagementIds: typed.engagementIds,
        signedName: typed.signedName,
        signedPost: typed.signedPost,
      },
    };
  });
export const recordInput = withDates(["decidesOn"], formInput(record, ["groups", "areaIds", "engagementIds"]));

const statement = z
  .object({
    year: wholeNumber(1999, 2200),
    after: z.string().regex(/^\d{1,9}$/, "form-expired").transform(Number),
    forewordEn: optionalParagraphs(5000),
    forewordCy: optionalParagraphs(5000),
    shortfallEn: optionalParagraphs(3000),
    shortfallCy: optionalParagraphs(3000),
    leaderName: line(120),
    leaderPostEn: optionalLine(120),
    leaderPostCy: optionalLine(120),
    officerName: line(120),
    officerPostEn: optionalLine(120),
    officerPostCy: optionalLine(120),
  })
  .transform((typed): StatementToSign => ({
    year: typed.year,
    after: typed.after,
    foreword: { en: typed.forewordEn, cy: typed.forewordCy },
    shortfall: { en: typed.shortfallEn, cy: typed.shortfallCy },
    leaderName: typed.leaderName,
    leaderPost: { en: typed.leaderPostEn, cy: typed.leaderPostCy },
    officerName: typed.officerName,
    officerPost: { en: typed.officerPostEn, cy: typed.officerPostCy },
  }));
export const statementInput = formInput(statement);

/** What an address wants to see of the register; anything that is not there is everything, and no year is the one that runs. */
export function wantedDuty(query: URLSearchParams, now: Date): WantedDuty {
  const year = /^\d{4}$/.exec(query.get("year") ?? "")?.[0];
  const of = <T extends string>(name: string, all: readonly T[]): T | null => all.find((each) => each === query.get(name)) ?? null;
  const area = query.get("ward") ?? "";
  return {
    year: year === undefined ? dutyYearOf(londonDay(now)) : Number(year),
    service: (query.get("service") ?? "").slice(0, 80) || null,
    areaId: isUuid(area) ? area : null,
    group: of("group", DUTY_GROUPS),
    level: of("level", [...LEVELS, NO_LEVEL]),
  };
}
