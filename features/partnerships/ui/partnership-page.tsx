import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { cooperationClock, DAYS_TO_ACKNOWLEDGE, DAYS_TO_ANSWER, type CooperationState } from "#domain/partnerships/cooperation.ts";
import { DUTY_SOURCE } from "#domain/partnerships/partner.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { Details } from "#components/layout/details.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { Said, SaidParagraphs } from "#features/councils/ui/said.tsx";
import type { ActionInView, GroupInView, MeetingInView, PartnerInView, PartnershipInView, RequestInView } from "#features/partnerships/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface PartnershipProps {
  readonly locale: Locale;
  readonly partnership: PartnershipInView;
  readonly today: CivilDay;
  /** Titles and addresses of what requests are about, by the target's id. */
  readonly targets: ReadonlyMap<string, { readonly title: BilingualText; readonly href: string }>;
  /** What an officer may do with one thing; nothing for the public. */
  readonly act?: (what: { readonly form: "partner" | "group" | "seat" | "meeting" | "action" | "answer"; readonly id: string; readonly about: string }) => ReactNode;
}

/** Who works with the council, at which tables, and what they were asked: for everybody to read. */
export function PartnershipPage(props: PartnershipProps) {
  const t = messages(props.locale).partnerships;
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead} />
      <PartnershipBody {...props} />
    </div>
  );
}

export function PartnershipBody(props: PartnershipProps) {
  const { locale, partnership } = props;
  const t = messages(locale).partnerships;
  const { groups, partners, requests } = partnership;
  if (groups.length + partners.length === 0)
    return (
      <EmptyState level={2} title={t.none}>
        {t.noneMore}
      </EmptyState>
    );
  return (
    <>
      {groups.map((group) => (
        <Group key={group.id} {...props} group={group} />
      ))}
      <Section id="partners" title={t.partners}>
        <p>{t.partnersLead({ source: DUTY_SOURCE })}</p>
        <PartnerTable {...props} partners={partners} />
      </Section>
      <Section id="requests" title={t.requests}>
        <p>{t.requestsLead({ acknowledge: format(locale).number(DAYS_TO_ACKNOWLEDGE), answer: format(locale).number(DAYS_TO_ANSWER) })}</p>
        {requests.length === 0 ? <p>{t.noRequests}</p> : <RequestTable {...props} requests={requests} />}
      </Section>
    </>
  );
}

/** The partner's name, or the council's for nobody else. */
function nameOf({ locale, partnership }: PartnershipProps, partnerId: string | null): ReactNode {
  const partner = partnership.partners.find(({ id }) => id === partnerId);
  return partner ? <Said locale={locale} text={partner.name} /> : messages(locale).partnerships.council;
}

function Group({ group, ...props }: PartnershipProps & { readonly group: GroupInView }) {
  const { locale, act } = props;
  const t = messages(locale).partnerships;
  const f = format(locale);
  const title = textIn(group.name, locale).text;
  return (
    <Section id={group.slug} title={<Said locale={locale} text={group.name} />} beside={<Tag kind={group.kind === "board" ? "decided" : "underway"}>{t.groupKinds[group.kind]}</Tag>}>
      <div className="stack">
        <SaidParagraphs locale={locale} text={group.purpose} />
        {act?.({ form: "group", id: group.id, about: title })}
        <DataTable
          caption={`${t.seats}: ${title}`}
          captionLook="hidden"
          stack
          rows={group.seats.filter(({ toOn }) => toOn === null || toOn >= props.today)}
          rowKey={({ id }) => id}
          columns={[
            { key: "role", header: t.seat.role, names: true, cell: ({ role }) => t.seatRoles[role] },
            { key: "holder", header: t.seat.holder, cell: ({ holder }) => holder || t.vacant },
            { key: "from", header: t.seat.from, cell: ({ partnerId }) => nameOf(props, partnerId) },
            { key: "since", header: t.seat.since, cell: ({ fromOn }) => f.date(fromOn) },
            ...(act ? [{ key: "act", header: messages(locale).partnerships.desk.change, hideHeader: true, cell: ({ id, holder, role }: GroupInView["seats"][number]) => act({ form: "seat", id, about: holder || t.seatRoles[role] }) }] : []),
          ]}
        />
        <h3>{t.meetings}</h3>
        {group.meetings.length === 0 ? <p>{t.noMeetings}</p> : group.meetings.map((meeting) => <Meeting key={meeting.id} {...props} meeting={meeting} />)}
      </div>
    </Section>
  );
}

function Meeting({ meeting, ...props }: PartnershipProps & { readonly meeting: MeetingInView }) {
  const { locale, act, today } = props;
  const t = messages(locale).partnerships;
  const f = format(locale);
  const day = f.date(meeting.heldOn);
  return (
    <div className="stack-s">
      <p>
        <strong>{f.longDate(meeting.heldOn)}</strong>
        {meeting.place === "" ? "" : `, ${meeting.place}`} {act?.({ form: "meeting", id: meeting.id, about: day })}
      </p>
      <Details summary={`${t.agenda}, ${day}`}>
        <SaidParagraphs locale={locale} text={meeting.agenda} />
      </Details>
      {meeting.minutes.en + meeting.minutes.cy === "" ? (
        meeting.heldOn < today ? (
          <p className="small muted">{t.minutesLater}</p>
        ) : null
      ) : (
        <Details summary={`${t.minutes}, ${day}`}>
          <SaidParagraphs locale={locale} text={meeting.minutes} />
        </Details>
      )}
      {meeting.actions.length === 0 ? null : (
        <DataTable
          caption={`${t.actions}, ${day}`}
          stack
          rows={meeting.actions}
          rowKey={({ id }) => id}
          columns={[
            { key: "what", header: t.action.what, names: true, cell: ({ what }) => <Said locale={locale} text={what} /> },
            { key: "who", header: t.action.who, cell: ({ partnerId }) => nameOf(props, partnerId) },
            { key: "due", header: t.action.due, cell: ({ dueOn }) => f.date(dueOn) },
            { key: "state", header: t.action.state, cell: (action) => <ActionTag locale={locale} action={action} today={today} /> },
            ...(act ? [{ key: "act", header: t.desk.change, hideHeader: true, cell: ({ id, what }: ActionInView) => act({ form: "action", id, about: textIn(what, locale).text }) }] : []),
          ]}
        />
      )}
    </div>
  );
}

function ActionTag({ locale, action, today }: { readonly locale: Locale; readonly action: ActionInView; readonly today: CivilDay }) {
  const t = messages(locale).partnerships;
  if (action.doneOn !== null)
    return (
      <>
        <Tag kind="done">{t.actionDone({ date: format(locale).date(action.doneOn) })}</Tag>
        {action.outcome.en + action.outcome.cy === "" ? null : (
          <span className="block small muted">
            <Said locale={locale} text={action.outcome} />
          </span>
        )}
      </>
    );
  return action.dueOn < today ? <Tag kind="offTrack">{t.actionLate}</Tag> : <Tag kind="upcoming">{t.actionOpen}</Tag>;
}

function PartnerTable({ locale, partners, act }: PartnershipProps & { readonly partners: readonly PartnerInView[] }) {
  const t = messages(locale).partnerships;
  return (
    <DataTable
      caption={t.partners}
      captionLook="hidden"
      stack
      rows={partners}
      rowKey={({ id }) => id}
      columns={[
        { key: "name", header: t.partner.name, names: true, cell: ({ name, leftOn }) => (
          <>
            <Said locale={locale} text={name} />
            {leftOn === null ? null : <span className="block small muted">{t.left({ date: format(locale).date(leftOn) })}</span>}
          </>
        ) },
        { key: "kind", header: t.partner.kind, cell: ({ kind }) => t.kinds[kind] },
        { key: "duty", header: t.partner.duty, cell: ({ underDuty }) => (underDuty ? <Tag kind="decided">{t.underDuty}</Tag> : <Tag kind="notYet">{t.byChoice}</Tag>) },
        ...(act ? [{ key: "act", header: t.desk.change, hideHeader: true, cell: ({ id, name }: PartnerInView) => act({ form: "partner", id, about: textIn(name, locale).text }) }] : []),
      ]}
    />
  );
}

const STATE_TAGS: Record<CooperationState, TagKind> = { sent: "upcoming", acknowledged: "underway", agreed: "good", "agreed-with-changes": "good", declined: "offTrack" };

/** How a request stands, and whose turn it is until when. */
export function RequestStanding({ locale, request, today }: { readonly locale: Locale; readonly request: RequestInView; readonly today: CivilDay }) {
  const t = messages(locale).partnerships;
  const f = format(locale);
  const { waitsFor, dueOn, late } = cooperationClock(request.state, request.sentOn, today);
  return (
    <>
      <Tag kind={STATE_TAGS[request.state]}>{t.states[request.state]}</Tag>
      <span className="block small muted">
        {waitsFor === null || dueOn === null
          ? request.answeredOn === null
            ? ""
            : t.answered({ date: f.date(request.answeredOn) })
          : late
            ? t.overdue({ date: f.date(dueOn) })
            : t.waits[waitsFor]({ date: f.date(dueOn) })}
      </span>
      {request.answer.en + request.answer.cy === "" ? null : (
        <span className="block small">
          <Said locale={locale} text={request.answer} />
        </span>
      )}
    </>
  );
}

export function RequestTable({ requests, ...props }: PartnershipProps & { readonly requests: readonly RequestInView[] }) {
  const { locale, act, targets, today } = props;
  const t = messages(locale).partnerships;
  return (
    <DataTable
      caption={t.requests}
      captionLook="hidden"
      stack
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        { key: "number", header: t.request.number, cell: ({ number }) => format(locale).number(number) },
        { key: "partner", header: t.request.partner, names: true, cell: ({ partnerId }) => nameOf(props, partnerId) },
        {
          key: "asked",
          header: t.request.asked,
          cell: ({ asked, targetId }) => {
            const target = targetId === null ? undefined : targets.get(targetId);
            return (
              <>
                <Said locale={locale} text={asked} />
                {target ? (
                  <span className="block small">
                    {t.about}{" "}
                    <a href={target.href}>
                      <Said locale={locale} text={target.title} />
                    </a>
                  </span>
                ) : null}
              </>
            );
          },
        },
        { key: "sent", header: t.request.sent, cell: ({ sentOn }) => format(locale).date(sentOn) },
        { key: "state", header: t.request.state, cell: (request) => <RequestStanding locale={locale} request={request} today={today} /> },
        ...(act ? [{ key: "act", header: t.desk.answer, hideHeader: true, cell: ({ id, number, answeredOn }: RequestInView) => (answeredOn === null ? act({ form: "answer", id, about: String(number) }) : "") }] : []),
      ]}
    />
  );
}
