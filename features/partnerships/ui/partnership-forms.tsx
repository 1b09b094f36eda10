import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { actsFrom } from "#domain/basics/lifecycle.ts";
import { COOPERATION_ANSWERS, COOPERATION_LIFECYCLE } from "#domain/partnerships/cooperation.ts";
import { GROUP_KINDS, PARTNER_KINDS, SEAT_ROLES } from "#domain/partnerships/partner.ts";
import { FormFields, type FormField } from "#features/councils/ui/form-fields.tsx";
import { dateBoxes, FormFrame, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import type { PartnershipInView } from "#features/partnerships/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export const PARTNERSHIP_FORMS = ["partner", "officer", "remove-officer", "group", "seat", "meeting", "action", "request", "answer"] as const;
export type PartnershipForm = (typeof PARTNERSHIP_FORMS)[number];

export interface PartnershipFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly which: PartnershipForm;
  readonly partnership: PartnershipInView;
  /** Local authorities that were read in; none where the operator has not done so. */
  readonly authorities: readonly { readonly code: string; readonly officialName: string; readonly nation: string; readonly source: string }[];
  readonly targets: readonly { readonly id: string; readonly title: BilingualText }[];
  /** What is changed or answered; null for something new. */
  readonly id: string | null;
  /** Who no longer speaks for a partner. */
  readonly personId: string;
  readonly officers: readonly { readonly partnerId: string; readonly personId: string; readonly email: string; readonly name: string }[];
  readonly form: RefusedForm;
  readonly once: string;
  readonly back: string;
}

interface Asked {
  readonly fields: readonly FormField[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly stands: Readonly<Record<string, string>>;
}

/** One form of the partnership on a page of its own. */
export function PartnershipFormPage(props: PartnershipFormProps) {
  const { locale, welsh, which, form, once, id, back } = props;
  const t = messages(locale).partnerships;
  const { fields, hidden, stands } = asked(props);
  const labels: Record<string, string> = { ...t.forms.labels };
  const kit: FormKit = { locale, welsh, form, stands, labels, faultWords: t.faults };
  const words = t.forms[which];
  return (
    <FormFrame kit={kit} title={words.title} about={aboutWhom(props)} lead={words.lead} button={words.button} back={{ href: back, text: t.forms.back }} hidden={{ once: typed(form, "once", id ?? once), ...hidden }}>
      {which === "answer" ? <RequestToAnswer {...props} /> : null}
      <FormFields kit={kit} fields={fields} />
    </FormFrame>
  );
}

/** The partner whose request is answered, or who no longer speaks for which partner: no field says so. */
function aboutWhom({ locale, which, partnership, officers, id, personId, form }: PartnershipFormProps): string | undefined {
  const nameOf = (partnerId: string | undefined) => textIn(partnership.partners.find((each) => each.id === partnerId)?.name ?? { en: "", cy: "" }, locale).text;
  if (which === "answer") return nameOf(requestOf({ partnership, id, form })?.partnerId);
  if (which !== "remove-officer") return undefined;
  const officer = officers.find((each) => each.partnerId === typed(form, "partnerId", id ?? "") && each.personId === typed(form, "personId", personId));
  return officer && `${officer.name || officer.email}, ${nameOf(officer.partnerId)}`;
}

const requestOf = ({ partnership, id, form }: Pick<PartnershipFormProps, "partnership" | "id" | "form">) => partnership.requests.find((each) => each.id === (id ?? typed(form, "requestId")));

/** What was asked, above its answer. */
function RequestToAnswer(props: PartnershipFormProps) {
  const { locale, targets } = props;
  const t = messages(locale).partnerships;
  const request = requestOf(props);
  if (request === undefined) return null;
  const target = targets.find(({ id }) => id === request.targetId);
  return (
    <SummaryList
      rows={[
        { term: t.request.number, answer: format(locale).number(request.number) },
        { term: t.request.asked, answer: textIn(request.asked, locale).text },
        ...(target ? [{ term: t.about, answer: textIn(target.title, locale).text }] : []),
        { term: t.request.sent, answer: format(locale).date(request.sentOn) },
      ]}
    />
  );
}

const both = (name: string, text: BilingualText | undefined): Record<string, string> => ({ [`${name}En`]: text?.en ?? "", [`${name}Cy`]: text?.cy ?? "" });

function asked({ locale, which, partnership, targets, authorities, id, personId, form }: PartnershipFormProps): Asked {
  const t = messages(locale).partnerships;
  const { partners, groups } = partnership;
  const partnerOptions = partners.filter(({ leftOn }) => leftOn === null).map((each) => ({ value: each.id, text: textIn(each.name, locale).text }));
  const withCouncil = [{ value: "", text: t.council }, ...partnerOptions];
  const groupOptions = groups.map((each) => ({ value: each.id, text: textIn(each.name, locale).text }));
  switch (which) {
    case "partner": {
      const there = partners.find((each) => each.id === id);
      return {
        hidden: {},
        stands: there ? { ...both("name", there.name), kind: there.kind, authorityCode: there.authorityCode ?? "", underDuty: there.underDuty ? "yes" : "no", contactEmail: there.contactEmail, ...dateBoxes("leftOn", there.leftOn) } : { underDuty: "no" },
        fields: [
          { kind: "both-lines", name: "name" },
          { kind: "select", name: "kind", options: PARTNER_KINDS.map((value) => ({ value, text: t.kinds[value] })) },
          ...(authorities.length === 0
            ? []
            : [
                {
                  kind: "select" as const,
                  name: "authorityCode",
                  hint: t.forms.authorityHint({ sources: [...new Set(authorities.map(({ source }) => source))].join("; ") }),
                  options: [{ value: "", text: t.forms.labels.noAuthority }, ...authorities.map(({ code, officialName, nation }) => ({ value: code, text: `${officialName} (${nation})` }))],
                },
              ]),
          { kind: "choose", name: "underDuty", choices: [{ value: "yes", text: t.forms.yes }, { value: "no", text: t.forms.no }] },
          { kind: "line", name: "contactEmail", width: "medium" },
          ...(there ? [{ kind: "date" as const, name: "leftOn" }] : []),
        ],
      };
    }
    case "officer":
      return { hidden: {}, stands: { partnerId: id ?? "" }, fields: [{ kind: "select", name: "partnerId", options: partnerOptions }, { kind: "line", name: "email", width: "medium" }] };
    case "remove-officer":
      return { hidden: { partnerId: typed(form, "partnerId", id ?? ""), personId: typed(form, "personId", personId) }, stands: {}, fields: [] };
    case "group": {
      const there = groups.find((each) => each.id === id);
      return {
        hidden: {},
        stands: there ? { ...both("name", there.name), ...both("purpose", there.purpose), kind: there.kind, boardId: there.boardId ?? "" } : { kind: "board" },
        fields: [
          { kind: "both-lines", name: "name" },
          { kind: "choose", name: "kind", choices: GROUP_KINDS.map((value) => ({ value, text: t.groupKinds[value] })) },
          { kind: "select", name: "boardId", options: [{ value: "", text: t.forms.noBoard }, ...groups.filter((each) => each.kind === "board" && each.id !== id).map((each) => ({ value: each.id, text: textIn(each.name, locale).text }))] },
          { kind: "both-paragraphs", name: "purpose" },
        ],
      };
    }
    case "seat": {
      const group = groups.find(({ seats }) => seats.some((each) => each.id === id));
      const there = group?.seats.find((each) => each.id === id);
      return {
        hidden: {},
        stands: there && group ? { groupId: group.id, partnerId: there.partnerId ?? "", role: there.role, holder: there.holder, ...dateBoxes("fromOn", there.fromOn), ...dateBoxes("toOn", there.toOn) } : {},
        fields: [
          { kind: "select", name: "groupId", options: groupOptions },
          { kind: "select", name: "partnerId", options: withCouncil },
          { kind: "select", name: "role", options: SEAT_ROLES.map((value) => ({ value, text: t.seatRoles[value] })) },
          { kind: "line", name: "holder", width: "medium" },
          { kind: "date", name: "fromOn" },
          { kind: "date", name: "toOn" },
        ],
      };
    }
    case "meeting": {
      const there = groups.flatMap(({ meetings }) => meetings).find((each) => each.id === id);
      return {
        hidden: {},
        stands: there ? { groupId: there.groupId, place: there.place, ...both("agenda", there.agenda), ...both("minutes", there.minutes), ...dateBoxes("heldOn", there.heldOn) } : {},
        fields: [
          { kind: "select", name: "groupId", options: groupOptions },
          { kind: "date", name: "heldOn" },
          { kind: "line", name: "place", width: "medium" },
          { kind: "both-paragraphs", name: "agenda" },
          { kind: "both-paragraphs", name: "minutes", rows: 8 },
        ],
      };
    }
    case "action": {
      const meetings = groups.flatMap((group) => group.meetings.map((meeting) => ({ ...meeting, group })));
      const meeting = meetings.find(({ actions }) => actions.some((each) => each.id === id));
      const there = meeting?.actions.find((each) => each.id === id);
      return {
        hidden: {},
        stands: there && meeting ? { meetingId: meeting.id, partnerId: there.partnerId ?? "", ...both("what", there.what), ...both("outcome", there.outcome), ...dateBoxes("dueOn", there.dueOn), ...dateBoxes("doneOn", there.doneOn) } : {},
        fields: [
          { kind: "select", name: "meetingId", options: meetings.map((each) => ({ value: each.id, text: `${textIn(each.group.name, locale).text}, ${format(locale).date(each.heldOn)}` })) },
          { kind: "both-lines", name: "what" },
          { kind: "select", name: "partnerId", options: withCouncil },
          { kind: "date", name: "dueOn" },
          { kind: "date", name: "doneOn" },
          { kind: "both-paragraphs", name: "outcome", rows: 3 },
        ],
      };
    }
    case "request":
      return {
        hidden: {},
        stands: {},
        fields: [
          { kind: "select", name: "partnerId", options: partnerOptions },
          { kind: "select", name: "targetId", options: [{ value: "", text: t.forms.noTarget }, ...targets.map((each) => ({ value: each.id, text: textIn(each.title, locale).text }))] },
          { kind: "both-paragraphs", name: "asked" },
        ],
      };
    case "answer": {
      const state = requestOf({ partnership, id, form })?.state;
      const next = state === undefined ? COOPERATION_ANSWERS : actsFrom(COOPERATION_LIFECYCLE, state);
      return {
        hidden: { requestId: typed(form, "requestId", id ?? "") },
        stands: { answer: next[0] ?? "" },
        fields: [
          { kind: "choose", name: "answer", choices: next.map((value) => ({ value, text: t.forms.answers[value] })) },
          { kind: "both-paragraphs", name: "answer" },
        ],
      };
    }
  }
}
