import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { deliveryStanding, underspend } from "#domain/budgeting/delivery.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import type { Delivery, FundedProject } from "#features/budgeting/delivery/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { Words } from "./project-delivery.tsx";
import { StandingTag } from "./standing-tag.tsx";

interface DeskProps {
  readonly locale: Locale;
  /** The desk's address. */
  readonly address: string;
  readonly projects: readonly FundedProject[];
  readonly today: CivilDay;
}

/** Every funded project with what is next, what is late and what was not returned. */
export function DeliveryDesk({ locale, address, projects, today }: DeskProps) {
  const t = messages(locale).delivery;
  const f = format(locale);
  const late = projects.filter(({ milestones, end }) => deliveryStanding(milestones, end, today) === "late");
  const unreturned = projects.reduce((sum, { end, accounts, returnedPence }) => sum + underspend(end, accounts) - returnedPence, 0);
  if (projects.length === 0)
    return (
      <>
        <PageHead title={t.desk.title} lead={t.desk.lead} />
        <EmptyState level={2} title={t.desk.none}>
          {t.desk.noneMore}
        </EmptyState>
      </>
    );
  return (
    <div className="stack-l">
      <PageHead title={t.desk.title} lead={t.desk.lead} />
      {late.length > 0 ? <Notice kind="warn" title={t.desk.late({ count: late.length })} /> : null}
      {unreturned > 0 ? <Notice title={t.desk.unreturned({ amount: f.money(unreturned) })} /> : null}
      <DataTable
        caption={t.desk.title}
        captionLook="hidden"
        stack
        rows={projects}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "project",
            header: t.list.project,
            names: true,
            cell: ({ id, title, vote }) => (
              <>
                <a href={`${address}/${id}`}>
                  <Words locale={locale} text={title} />
                </a>
                <br />
                <span className="small muted">{textIn(vote, locale).text}</span>
              </>
            ),
          },
          { key: "standing", header: t.list.standingColumn, cell: ({ milestones, end }) => <StandingTag locale={locale} standing={deliveryStanding(milestones, end, today)} /> },
          { key: "next", header: t.desk.next, cell: ({ milestones, end }) => nextDay(locale, milestones, end !== null) },
          { key: "award", header: t.list.award, numeric: true, cell: ({ accounts }) => f.money(accounts.awardPence) },
          { key: "paid", header: t.list.paidColumn, numeric: true, cell: ({ accounts }) => f.money(accounts.paidPence) },
        ]}
      />
    </div>
  );
}

function nextDay(locale: Locale, milestones: FundedProject["milestones"], ended: boolean): string {
  const days = milestones.filter(({ doneOn }) => doneOn === null).map(({ plannedFor }) => plannedFor);
  const [first] = [...days].sort();
  return ended || first === undefined ? "" : format(locale).date(first);
}

interface DeliveryPageProps {
  readonly locale: Locale;
  /** This project's address at the desk. */
  readonly address: string;
  readonly publicAddress: string;
  readonly title: string;
  readonly delivery: Delivery;
  readonly today: CivilDay;
  readonly saved: boolean;
  readonly mayEdit: boolean;
}

/** One funded project as officers keep it. */
export function DeliveryPage({ locale, address, publicAddress, title, delivery, today, saved, mayEdit }: DeliveryPageProps) {
  const t = messages(locale).delivery;
  const f = format(locale);
  const { accounts, milestones, money, updates, end } = delivery;
  const open = mayEdit && end === null;
  const add = (form: keyof typeof t.desk.add, look: "line" | undefined = "line") => (
    <ButtonLink look={look} href={`${address}/${form}`}>
      {t.desk.add[form]}
    </ButtonLink>
  );
  const people = [
    { term: t.forms.labels.doneBy, answer: delivery.doneBy },
    { term: t.forms.labels.contractor, answer: delivery.contractor },
    { term: t.forms.labels.contactEmail, answer: delivery.contactEmail },
    { term: t.forms.labels.place, answer: textIn(delivery.place, locale).text },
  ].filter(({ answer }) => answer !== "");
  return (
    <div className="stack-xl">
      <PageHead tag={<StandingTag locale={locale} standing={deliveryStanding(milestones, end, today)} />} title={title}>
        <a href={publicAddress}>{t.desk.asResident}</a>
      </PageHead>
      {saved ? <Notice kind="good" title={t.desk.saved} answers /> : null}
      {end ? <Notice title={t.desk.ended} /> : null}
      <Facts
        surface="card"
        facts={[
          { term: t.desk.accounts.award, figure: f.money(accounts.awardPence) },
          { term: t.desk.accounts.committed, figure: f.money(accounts.committedPence) },
          { term: t.desk.accounts.paid, figure: f.money(accounts.paidPence) },
          { term: t.desk.accounts.left, figure: f.money(accounts.leftPence) },
        ]}
      />
      <Section id="steps" title={t.desk.steps} beside={open ? add("milestone") : undefined}>
        {milestones.length === 0 ? (
          <p>{t.desk.noSteps}</p>
        ) : (
          <DataTable
            caption={t.desk.steps}
            captionLook="hidden"
            stack
            rows={milestones}
            rowKey={({ id }) => id}
            columns={[
              { key: "step", header: t.desk.step, names: true, cell: ({ title: step }) => <Words locale={locale} text={step} /> },
              { key: "planned", header: t.desk.plannedFor, cell: ({ plannedFor }) => f.date(plannedFor) },
              { key: "done", header: t.desk.doneOn, cell: ({ doneOn }) => (doneOn === null ? t.desk.notDone : f.date(doneOn)) },
              ...(open
                ? [
                    {
                      key: "act",
                      header: t.desk.change,
                      hideHeader: true,
                      cell: ({ id, title: step, doneOn }: Delivery["milestones"][number]) => (
                        <span className="row">
                          <a href={`${address}/milestone?step=${id}`}>
                            {t.desk.change}
                            <span className="vh">: {textIn(step, locale).text}</span>
                          </a>
                          {doneOn === null ? (
                            <a href={`${address}/remove?step=${id}`}>
                              {t.desk.remove}
                              <span className="vh">: {textIn(step, locale).text}</span>
                            </a>
                          ) : null}
                        </span>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Section>
      <Section id="money" title={t.desk.money} beside={open ? add("money") : undefined}>
        {money.length === 0 ? (
          <p>{t.desk.noMoney}</p>
        ) : (
          <DataTable
            caption={t.desk.money}
            captionLook="hidden"
            stack
            rows={money}
            rowKey={({ id }) => id}
            columns={[
              { key: "what", header: t.project.what, names: true, cell: ({ what }) => <Words locale={locale} text={what} /> },
              { key: "kind", header: t.desk.kind, cell: ({ kind }) => (kind === "paid" ? t.desk.accounts.paid : t.desk.accounts.committed) },
              { key: "to", header: t.project.paidTo, cell: ({ paidTo }) => paidTo },
              { key: "on", header: t.project.day, cell: ({ on }) => f.date(on) },
              { key: "why", header: t.project.reason, cell: ({ because }) => (textIn(because, locale).text === "" ? "" : <Words locale={locale} text={because} />) },
              { key: "amount", header: t.project.amount, numeric: true, cell: ({ amountPence }) => f.money(amountPence) },
            ]}
          />
        )}
        {open && money.some(({ settled }) => !settled) ? (
          <p>
            <a href={`${address}/take-back`}>{t.desk.takeBack}</a>
          </p>
        ) : null}
      </Section>
      <Section id="people" title={t.desk.people} beside={open ? add("assign") : undefined}>
        {people.length === 0 ? <p>{t.desk.nobody}</p> : <SummaryList rows={people} />}
      </Section>
      <Section id="updates" title={t.desk.updates} beside={mayEdit ? add("update") : undefined}>
        {updates.length === 0 ? <p>{t.desk.noUpdates}</p> : <SummaryList rows={updates.map((update) => ({ term: f.date(update.writtenAt), answer: <Words locale={locale} text={update.title} /> }))} />}
      </Section>
      {open ? <ButtonRow>{add("end")}</ButtonRow> : null}
      {mayEdit && end !== null && underspend(end, accounts) > 0 && delivery.returned === null ? <ButtonRow>{add("return", undefined)}</ButtonRow> : null}
    </div>
  );
}
