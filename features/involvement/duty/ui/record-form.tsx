import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { DUTY_GROUPS, DUTY_SUBJECTS } from "#domain/involvement/duty.ts";
import { LEVELS } from "#domain/involvement/engagement.ts";
import { Checkboxes } from "#components/forms/choices.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import { BothLines, BothParagraphs, Choose, dateBoxes, DateBoxes, FormFrame, Line, Select } from "#features/councils/ui/form-kit.tsx";
import type { RecordVersion } from "#features/involvement/duty/queries.ts";
import type { StatuteInView } from "#features/involvement/statutes/queries.ts";
import { messages } from "#i18n/messages.ts";

export interface RecordFormProps {
  readonly locale: Locale;
  /** The council's own address. */
  readonly home: string;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  /** What stands, for a new version; null for a new record. */
  readonly record: RecordVersion | null;
  readonly once: string;
  /** What a new record begins with, where it is for an engagement. */
  readonly begins?: Partial<Pick<RecordVersion, "title" | "affected" | "decidedBy" | "level" | "statute" | "areaIds" | "engagementIds">> | undefined;
  readonly signs: string;
  readonly statutes: readonly StatuteInView[];
  readonly wards: readonly { readonly id: string; readonly name: BilingualText }[];
  readonly engagements: readonly { readonly id: string; readonly title: BilingualText }[];
}

/** Signs a duty record, or the next version of one. */
export function RecordForm({ locale, home, welsh, form, record, once, begins = {}, signs, statutes, wards, engagements }: RecordFormProps) {
  const words = messages(locale).duty;
  const t = words.desk.form;
  const from = { ...record, ...begins };
  const level = from.level === undefined ? "consult" : (from.level ?? "none");
  const name = (text: BilingualText) => textIn(text, locale).text;
  const kit = {
    locale,
    welsh,
    form,
    stands: {
      subject: record?.subject ?? "decision",
      titleEn: from.title?.en ?? "",
      titleCy: from.title?.cy ?? "",
      serviceEn: record?.serviceName.en ?? "",
      serviceCy: record?.serviceName.cy ?? "",
      affectedEn: from.affected?.en ?? "",
      affectedCy: from.affected?.cy ?? "",
      level,
      reasonEn: record?.reason.en ?? "",
      reasonCy: record?.reason.cy ?? "",
      statute: from.statute ?? "",
      statutoryBasis: record?.statutoryBasis ?? "",
      decidedByEn: from.decidedBy?.en ?? "",
      decidedByCy: from.decidedBy?.cy ?? "",
      because: "",
      signedName: signs,
      signedPost: record?.signedPost ?? "",
      ...dateBoxes("decidesOn", record?.decidesOn ?? null),
    },
    labels: {
      subject: t.subject,
      title: t.title,
      service: t.service,
      affected: t.affected,
      groups: t.groups,
      areaIds: t.areas,
      level: t.level,
      reason: t.reason,
      statute: t.statute,
      statutoryBasis: t.statutoryBasis,
      decidedBy: t.decidedBy,
      decidesOn: t.decidesOn,
      engagementIds: t.engagements,
      because: t.because,
      signedName: t.signedName,
      signedPost: t.signedPost,
    },
    faultWords: words.faults,
  };
  const ticked = (field: "groups" | "areaIds" | "engagementIds", stands: readonly string[]) => (form.faults.length > 0 ? (form.values[field] ?? []) : stands);
  const error = (field: string) => fieldError(locale, form, field, words.faults);
  const after = form.faults.some(({ code }) => code === "changed-meanwhile") ? String(record?.version ?? 0) : typed(form, "after", String(record?.version ?? 0));
  return (
    <FormFrame
      kit={kit}
      title={record ? t.titleAgain({ number: record.number }) : t.titleNew}
      lead={t.lead}
      hidden={record ? { number: String(record.number), after } : { once }}
      button={t.sign}
      back={{ href: `${home}/manage/duty`, text: t.back }}
    >
      <Choose kit={kit} name="subject" choices={DUTY_SUBJECTS.map((value) => ({ value, text: words.subjects[value] }))} />
      <BothLines kit={kit} name="title" />
      <BothLines kit={kit} name="service" hint={t.serviceHint} />
      <BothParagraphs kit={kit} name="affected" rows={2} />
      <Checkboxes compact name="groups" legend={t.groups} error={error("groups")} values={ticked("groups", record?.groups ?? [])} choices={DUTY_GROUPS.map((value) => ({ value, text: words.groups[value] }))} />
      {wards.length === 0 ? null : (
        <Checkboxes compact name="areaIds" legend={t.areas} hint={t.areasHint} error={error("areaIds")} values={ticked("areaIds", from.areaIds ?? [])} choices={wards.map((ward) => ({ value: ward.id, text: name(ward.name) }))} />
      )}
      <Choose kit={kit} name="level" choices={[...LEVELS.map((value) => ({ value, text: words.levels[value] })), { value: "none", text: t.noLevel, hint: t.noLevelHint }]} />
      <BothParagraphs kit={kit} name="reason" rows={3} />
      <Select kit={kit} name="statute" options={[{ value: "", text: t.noStatute }, ...statutes.map(({ code, title }) => ({ value: code, text: name(title) }))]} />
      <Line kit={kit} name="statutoryBasis" hint={t.statutoryBasisHint} />
      <BothLines kit={kit} name="decidedBy" />
      <DateBoxes kit={kit} name="decidesOn" hint={t.dateHint} />
      {engagements.length === 0 ? null : (
        <Checkboxes
          compact
          name="engagementIds"
          legend={t.engagements}
          hint={t.engagementsHint}
          error={error("engagementIds")}
          values={ticked("engagementIds", from.engagementIds ?? [])}
          choices={engagements.map(({ id, title }) => ({ value: id, text: name(title) }))}
        />
      )}
      {record ? <Line kit={kit} name="because" /> : null}
      <Line kit={kit} name="signedName" width="medium" />
      <Line kit={kit} name="signedPost" width="medium" />
    </FormFrame>
  );
}
