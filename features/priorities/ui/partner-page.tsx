import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay, type CivilDay } from "#domain/basics/london-time.ts";
import { actsFrom } from "#domain/basics/lifecycle.ts";
import { COOPERATION_LIFECYCLE } from "#domain/partnerships/cooperation.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { TaskList } from "#components/feedback/task-list.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { FormFields, type FormField } from "#features/councils/ui/form-fields.tsx";
import { dateBoxes, FormFrame, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { Said } from "#features/councils/ui/said.tsx";
import type { PartnerInView, RequestInView } from "#features/partnerships/queries.ts";
import { RequestStanding } from "#features/partnerships/ui/partnership-page.tsx";
import type { ChangeInView, PlanInView } from "#features/priorities/plans/queries.ts";
import { returnAsked } from "#features/priorities/plans/ui/plan-forms.tsx";
import { withSourcesInWords } from "#features/priorities/plans/ui/rule-words.ts";
import type { TargetInView } from "#features/priorities/queries.ts";
import type { partnerTasks } from "#features/priorities/waiting/ui/priority-tasks.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { quarterName, statusOf, TargetStatusTag } from "./targets.tsx";

export interface PartnerPageProps {
  readonly locale: Locale;
  readonly address: string;
  readonly home: string;
  readonly partners: readonly PartnerInView[];
  readonly targets: readonly TargetInView[];
  readonly requests: readonly RequestInView[];
  readonly changes: readonly ChangeInView[];
  /** What is to be done, soonest first. */
  readonly tasks: ReturnType<typeof partnerTasks>;
  readonly today: CivilDay;
  readonly saved: boolean;
}

/** What somebody who speaks for a partner has to do: returns, requests, consents. */
export function PartnerPage({ locale, address, home, partners, targets, requests, changes, tasks, today, saved }: PartnerPageProps) {
  const t = messages(locale).partnerships.own;
  const words = messages(locale);
  const f = format(locale);
  if (partners.length === 0)
    return (
      <>
        <PageHead title={t.title} />
        <EmptyState level={2} title={t.nobody}>
          {t.nobodyMore}
        </EmptyState>
      </>
    );
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead({ partners: f.list(partners.map(({ name }) => textIn(name, locale).text)) })} />
      {saved ? <Notice kind="good" title={t.saved} answers /> : null}
      <Section id="to-do" title={words.workspace.today.toDo}>
        {tasks.length === 0 ? (
          <EmptyState title={words.workspace.today.nothing}>{t.nothingMore}</EmptyState>
        ) : (
          <TaskList
            tasks={tasks.map(({ href, title, note, due }) => ({
              href,
              title,
              note,
              tag: due === null ? null : londonDay(due) < today ? <Tag kind="offTrack">{t.late({ date: f.date(due) })}</Tag> : <Tag kind="notYet">{t.due({ date: f.date(due) })}</Tag>,
            }))}
          />
        )}
      </Section>
      <Section id="targets" title={t.targets}>
        {targets.length === 0 ? (
          <p>{t.noTargets}</p>
        ) : (
          <DataTable
            caption={t.targets}
            captionLook="hidden"
            stack
            rows={targets}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "title",
                header: words.plans.change.target,
                names: true,
                cell: ({ slug, title }) => (
                  <a href={`${home}/priorities/${slug}`}>
                    <Said locale={locale} text={title} />
                  </a>
                ),
              },
              { key: "last", header: words.priorities.returns.quarter, cell: ({ returns }) => (returns.length === 0 ? words.priorities.noReading : quarterName(locale, returns.at(-1)?.quarter ?? "")) },
              { key: "status", header: words.priorities.columns.going, cell: (target) => <TargetStatusTag locale={locale} status={statusOf(target)} /> },
              {
                key: "act",
                header: t.give,
                hideHeader: true,
                cell: ({ id, title, plan }) =>
                  plan?.state === "approved" ? (
                    <a href={`${address}/return?target=${id}`}>
                      {t.give}
                      <span className="vh">: {textIn(title, locale).text}</span>
                    </a>
                  ) : (
                    ""
                  ),
              },
            ]}
          />
        )}
      </Section>
      <Section id="requests" title={t.requests}>
        {requests.length === 0 ? (
          <p>{t.noRequests}</p>
        ) : (
          <DataTable
            caption={t.requests}
            captionLook="hidden"
            stack
            rows={requests}
            rowKey={({ id }) => id}
            columns={[
              { key: "asked", header: words.partnerships.request.asked, names: true, cell: ({ asked }) => <Said locale={locale} text={asked} /> },
              { key: "sent", header: words.partnerships.request.sent, cell: ({ sentOn }) => f.date(sentOn) },
              { key: "state", header: words.partnerships.request.state, cell: (request) => <RequestStanding locale={locale} request={request} today={today} /> },
              {
                key: "act",
                header: t.answer,
                hideHeader: true,
                cell: ({ id, number, answeredOn }) =>
                  answeredOn === null ? (
                    <a href={`${address}/answer?request=${id}`}>
                      {t.answer}
                      <span className="vh">: {f.number(number)}</span>
                    </a>
                  ) : (
                    ""
                  ),
              },
            ]}
          />
        )}
      </Section>
      <Section id="changes" title={t.changes}>
        {changes.length === 0 ? (
          <p>{t.noChanges}</p>
        ) : (
          <DataTable
            caption={t.changes}
            captionLook="hidden"
            stack
            rows={changes}
            rowKey={({ id }) => id}
            columns={[
              { key: "target", header: words.plans.change.target, names: true, cell: ({ title }) => <Said locale={locale} text={title} /> },
              { key: "kind", header: words.plans.change.kind, cell: ({ kind }) => words.plans.occasions[kind] },
              { key: "reason", header: words.plans.change.reason, cell: ({ reason }) => <Said locale={locale} text={reason} /> },
              {
                key: "act",
                header: t.answer,
                hideHeader: true,
                cell: ({ id, title }) => (
                  <a href={`${address}/consent?change=${id}`}>
                    {t.answer}
                    <span className="vh">: {textIn(title, locale).text}</span>
                  </a>
                ),
              },
            ]}
          />
        )}
      </Section>
    </div>
  );
}

export const PARTNER_FORMS = ["return", "answer", "consent"] as const;
export type PartnerForm = (typeof PARTNER_FORMS)[number];

export interface PartnerFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly which: PartnerForm;
  readonly plan: PlanInView | null;
  readonly targetId: string;
  readonly targetTitle: BilingualText | null;
  readonly request: RequestInView | null;
  readonly change: ChangeInView | null;
  /** The partners the person speaks for. */
  readonly partners: readonly PartnerInView[];
  readonly today: CivilDay;
  readonly form: RefusedForm;
  readonly once: string;
  readonly back: string;
}

/** One form of a partner's on a page of its own. */
export function PartnerFormPage({ locale, welsh, which, plan, targetId, targetTitle, request, change, partners, today, form, once, back }: PartnerFormProps) {
  const p = messages(locale).partnerships;
  const t = messages(locale).plans;
  const frame = (words: { readonly title: string; readonly lead: string; readonly button: string }, parts: { readonly hidden?: Readonly<Record<string, string>>; readonly stands?: Readonly<Record<string, string>>; readonly fields: readonly FormField[] }, labels: Readonly<Record<string, string>>, faultWords: FormKit["faultWords"]) => {
    const kit: FormKit = { locale, welsh, form: withSourcesInWords(locale, form), stands: parts.stands ?? {}, labels, ...(faultWords && { faultWords }) };
    const about = which === "return" ? targetTitle : which === "consent" ? (change?.title ?? null) : null;
    return (
      <FormFrame kit={kit} title={words.title} about={about === null ? undefined : textIn(about, locale).text} lead={words.lead} button={words.button} back={{ href: back, text: p.forms.back }} hidden={{ once: typed(form, "once", once), ...parts.hidden }}>
        <FormFields kit={kit} fields={parts.fields} />
      </FormFrame>
    );
  };
  if (which === "return" && plan !== null) return frame(t.forms.return, returnAsked({ locale, plan, today, targetId }), t.forms.labels, t.faults);
  if (which === "answer" && request !== null) {
    const next = actsFrom(COOPERATION_LIFECYCLE, request.state);
    return frame(
      { ...p.forms.answer, lead: textIn(request.asked, locale).text },
      { hidden: { requestId: request.id }, stands: { answer: next[0] ?? "" }, fields: [{ kind: "choose", name: "answer", choices: next.map((value) => ({ value, text: p.forms.answers[value] })) }, { kind: "both-paragraphs", name: "answer" }] },
      p.forms.labels,
      p.faults,
    );
  }
  const waiting = (change?.concerned ?? []).filter(({ partnerId, answer }) => answer === null && partners.some(({ id }) => id === partnerId));
  return frame(
    { ...t.forms.answer, lead: textIn(change?.reason ?? { en: "", cy: "" }, locale).text },
    {
      hidden: { changeId: change?.id ?? "" },
      stands: { answer: "consents", ...dateBoxes("on", today) },
      fields: [
        { kind: "select", name: "partnerId", options: waiting.map(({ partnerId, name }) => ({ value: partnerId, text: textIn(name, locale).text })) },
        { kind: "choose", name: "answer", choices: (["consents", "refuses"] as const).map((value) => ({ value, text: t.forms.answers[value] })) },
        { kind: "date", name: "on" },
        { kind: "line", name: "said" },
      ],
    },
    t.forms.labels,
    t.faults,
  );
}
