import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { isLate, underspend } from "#domain/budgeting/delivery.ts";
import { Bar } from "#components/charts/bar.tsx";
import { Card } from "#components/layout/card.tsx";
import { Section } from "#components/layout/section.tsx";
import { Thread, type ThreadStop } from "#components/layout/thread.tsx";
import { Photo } from "#components/pictures/photo.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import type { Delivery, MilestoneInView } from "#features/budgeting/delivery/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface DeliveryProps {
  readonly locale: Locale;
  readonly delivery: Delivery;
}

/** A text with its language where that is not the page's. */
export function Words({ locale, text }: { readonly locale: Locale; readonly text: BilingualText }) {
  const shown = textIn(text, locale);
  return shown.lang === locale ? shown.text : <span lang={shown.lang}>{shown.text}</span>;
}

/** Where a funded project has got to, what was spent on it, and what residents were told. */
export function ProjectDelivery({ locale, delivery, today, votedOn }: DeliveryProps & { readonly today: CivilDay; readonly votedOn: Date | null }) {
  const t = messages(locale).delivery.project;
  const f = format(locale);
  const { end, reason, milestones, updates, returned, accounts } = delivery;
  const leftOver = underspend(end, accounts);
  return (
    <>
      <Section id="progress" title={t.where}>
        <div className="stack">
          <Thread words={{ done: t.doneStop, now: t.nowStop }} stops={[...(votedOn ? [{ state: "done" as const, title: t.votedFor, note: f.date(votedOn) }] : []), ...stopsOf(locale, milestones, end === null, today)]} />
          {milestones.length === 0 && end === null ? <p>{t.noPlan}</p> : null}
          {end ? <p>{end.kind === "finished" ? t.finishedOn({ date: f.date(end.on) }) : t.stoppedOn({ date: f.date(end.on) })}</p> : null}
          {textIn(reason, locale).text === "" ? null : (
            <p>
              <strong>{t.reason}:</strong> <Words locale={locale} text={reason} />
            </p>
          )}
          {returned ? <p>{t.returned({ amount: f.money(returned.amountPence), pot: textIn(returned.toPot, locale).text })}</p> : leftOver > 0 ? <p>{t.left({ amount: f.money(leftOver) })}</p> : null}
        </div>
      </Section>
      <Spending locale={locale} delivery={delivery} />
      {updates.length === 0 ? null : (
        <Section id="updates" title={t.updates}>
          <div className="stack-l">
            {updates.map(({ id, title, text, writtenBy, writtenAt, photo }) => (
              <article key={id} className="stack-s">
                <h3>
                  <Words locale={locale} text={title} />
                </h3>
                <p className="small muted">{t.by({ date: f.date(writtenAt), who: writtenBy })}</p>
                {photo ? <Photo {...photo} alt={textIn(photo.alt, locale).text} lang={textIn(photo.alt, locale).lang === locale ? undefined : textIn(photo.alt, locale).lang} /> : null}
                <div className="prose" lang={textIn(text, locale).lang === locale ? undefined : textIn(text, locale).lang}>
                  {textIn(text, locale)
                    .text.split(/\n{2,}/)
                    .map((paragraph, index) => (
                      <p key={index}>{paragraph}</p>
                    ))}
                </div>
              </article>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}

/** Steps done, the one that is next, and those after it, each with its day. */
function stopsOf(locale: Locale, milestones: readonly MilestoneInView[], underWay: boolean, today: CivilDay): ThreadStop[] {
  const t = messages(locale).delivery.project;
  const f = format(locale);
  const next = underWay ? milestones.find(({ doneOn }) => doneOn === null) : undefined;
  return [...milestones]
    .sort((a, b) => Number(a.doneOn === null) - Number(b.doneOn === null))
    .map((milestone) => {
      const { title, note, plannedFor, firstPlannedFor, doneOn } = milestone;
      const when = doneOn !== null ? f.date(doneOn) : underWay && isLate(milestone, today) ? t.lateSince({ date: f.date(plannedFor) }) : t.planned({ date: f.date(plannedFor) });
      const moved = firstPlannedFor === plannedFor ? "" : ` (${t.wasPlanned({ date: f.date(firstPlannedFor) })})`;
      const words = textIn(note, locale).text;
      return {
        state: doneOn !== null ? "done" : milestone === next ? "now" : "later",
        title: <Words locale={locale} text={title} />,
        note: (
          <>
            {words === "" ? null : (
              <>
                <Words locale={locale} text={note} />{" "}
              </>
            )}
            {when}
            {moved}
          </>
        ),
      };
    });
}

function Spending({ locale, delivery }: DeliveryProps) {
  const t = messages(locale).delivery.project;
  const f = format(locale);
  const { awardPence, committedPence, paidPence, leftPence } = delivery.accounts;
  const payments = delivery.money.filter(({ kind }) => kind === "paid");
  return (
    <Section id="spent" title={t.spent}>
      <div className="stack">
        <p>
          <strong>{t.spentOf({ paid: f.money(paidPence), award: f.money(awardPence) })}</strong>
        </p>
        <Bar percent={(paidPence / awardPence) * 100} height="tall" />
        {committedPence === 0 ? null : <p>{t.ordered({ amount: f.money(committedPence) })}</p>}
        {leftPence < 0 ? <p>{t.over({ amount: f.money(-leftPence) })}</p> : null}
        {payments.length === 0 ? (
          <p>{t.nothingPaid}</p>
        ) : (
          <DataTable
            caption={t.spent}
            captionLook="hidden"
            stack
            rows={payments}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "what",
                header: t.what,
                names: true,
                foot: t.total,
                cell: ({ what, because, amountPence }) => (
                  <>
                    <Words locale={locale} text={what} />
                    {amountPence < 0 ? ` (${t.takenBack})` : null}
                    {textIn(because, locale).text === "" ? null : (
                      <span className="small muted">
                        {" "}
                        <Words locale={locale} text={because} />
                      </span>
                    )}
                  </>
                ),
              },
              { key: "paidTo", header: t.paidTo, cell: ({ paidTo }) => paidTo },
              { key: "on", header: t.day, cell: ({ on }) => f.date(on) },
              { key: "amount", header: t.amount, numeric: true, foot: f.money(paidPence), cell: ({ amountPence }) => f.money(amountPence) },
            ]}
          />
        )}
      </div>
    </Section>
  );
}

/** Who carries a project out, where, and whom to ask. */
export function WhoDelivers({ locale, delivery }: DeliveryProps) {
  const t = messages(locale).delivery.project;
  const { doneBy, contractor, contactEmail, place } = delivery;
  if (doneBy === "") return null;
  return (
    <Card title={t.who}>
      <p>{contractor === "" ? doneBy : t.withContractor({ who: doneBy, contractor })}</p>
      {textIn(place, locale).text === "" ? null : (
        <p>
          {t.place}: <Words locale={locale} text={place} />
        </p>
      )}
      {contactEmail === "" ? null : (
        <p>
          <a href={`mailto:${contactEmail}`}>{t.ask}</a>
        </p>
      )}
    </Card>
  );
}
