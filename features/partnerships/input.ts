import { z } from "zod";
import { civilDate, email, line, oneOf, once, optionalLine, optionalParagraphs, orEmpty, paragraphs } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";
import { COOPERATION_ANSWERS } from "#domain/partnerships/cooperation.ts";
import { GROUP_KINDS, PARTNER_KINDS, SEAT_ROLES } from "#domain/partnerships/partner.ts";

const noneOrId = () => z.union([z.literal("").transform(() => null), z.uuid("choose-one")], "choose-one").default(null);
const optionalEmail = () => z.union([z.literal(""), email()]).default("");

export const partnerInput = withDates(
  ["leftOn"],
  formInput(
    z
      .object({ once: once(), nameEn: optionalLine(160), nameCy: optionalLine(160), kind: oneOf(PARTNER_KINDS), authorityCode: optionalLine(9).transform((code) => (code === "" ? null : code)), underDuty: oneOf(["yes", "no"]), contactEmail: optionalEmail(), leftOn: orEmpty(civilDate()) })
      .transform(({ nameEn, nameCy, underDuty, ...rest }) => ({ ...rest, name: { en: nameEn, cy: nameCy }, underDuty: underDuty === "yes" })),
  ),
);

export const partnerOfficerInput = formInput(z.object({ partnerId: z.uuid("choose-one"), email: email() }));
export const removeOfficerInput = formInput(z.object({ partnerId: z.uuid("choose-one"), personId: z.uuid("choose-one") }));

export const groupInput = formInput(
  z
    .object({ once: once(), kind: oneOf(GROUP_KINDS), boardId: noneOrId(), nameEn: line(120), nameCy: optionalLine(120), purposeEn: paragraphs(1500), purposeCy: optionalParagraphs(1500) })
    .transform(({ nameEn, nameCy, purposeEn, purposeCy, ...rest }) => ({ ...rest, name: { en: nameEn, cy: nameCy }, purpose: { en: purposeEn, cy: purposeCy } })),
);

export const seatInput = withDates(
  ["fromOn", "toOn"],
  formInput(z.object({ once: once(), groupId: z.uuid("choose-one"), partnerId: noneOrId(), role: oneOf(SEAT_ROLES), holder: optionalLine(120), fromOn: civilDate(), toOn: orEmpty(civilDate()) })),
);

export const meetingInput = withDates(
  ["heldOn"],
  formInput(
    z
      .object({ once: once(), groupId: z.uuid("choose-one"), heldOn: civilDate(), place: optionalLine(160), agendaEn: paragraphs(3000), agendaCy: optionalParagraphs(3000), minutesEn: optionalParagraphs(10_000), minutesCy: optionalParagraphs(10_000) })
      .transform(({ agendaEn, agendaCy, minutesEn, minutesCy, ...rest }) => ({ ...rest, agenda: { en: agendaEn, cy: agendaCy }, minutes: { en: minutesEn, cy: minutesCy } })),
  ),
);

export const actionInput = withDates(
  ["dueOn", "doneOn"],
  formInput(
    z
      .object({ once: once(), meetingId: z.uuid("choose-one"), whatEn: line(300), whatCy: optionalLine(300), partnerId: noneOrId(), dueOn: civilDate(), doneOn: orEmpty(civilDate()), outcomeEn: optionalParagraphs(1000), outcomeCy: optionalParagraphs(1000) })
      .transform(({ whatEn, whatCy, outcomeEn, outcomeCy, ...rest }) => ({ ...rest, what: { en: whatEn, cy: whatCy }, outcome: { en: outcomeEn, cy: outcomeCy } })),
  ),
);

export const sendRequestInput = formInput(
  z
    .object({ once: once(), partnerId: z.uuid("choose-one"), targetId: noneOrId(), askedEn: paragraphs(2000), askedCy: optionalParagraphs(2000) })
    .transform(({ askedEn, askedCy, ...rest }) => ({ ...rest, asked: { en: askedEn, cy: askedCy } })),
);

export const answerRequestInput = formInput(
  z
    .object({ requestId: z.uuid("choose-one"), answer: oneOf(COOPERATION_ANSWERS), answerEn: optionalParagraphs(2000), answerCy: optionalParagraphs(2000) })
    .transform(({ answerEn, answerCy, ...rest }) => ({ ...rest, words: { en: answerEn, cy: answerCy } })),
);
