import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, typed, type RefusedForm } from "#domain/basics/fault.ts";
import { actsFrom } from "#domain/basics/lifecycle.ts";
import { IDEA_STATES, ideaLifecycle } from "#domain/budgeting/idea-lifecycle.ts";
import { MODERATION_REASONS, sightLifecycle } from "#domain/budgeting/idea-moderation.ts";
import type { IdeaForm } from "#domain/budgeting/idea-form.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Radios } from "#components/forms/choices.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Grid } from "#components/layout/columns.tsx";
import { Details } from "#components/layout/details.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { Section } from "#components/layout/section.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { Photo } from "#components/pictures/photo.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { FormFaults, fieldError } from "#features/accounts/ui/form-faults.tsx";
import type { IdeaCallInView } from "#features/budgeting/idea-calls/queries.ts";
import type { IdeaAtDesk, IdeaInView, LoggedModeration, SimilarIdea, WantedAtDesk } from "#features/budgeting/ideas/queries.ts";
import { MOST_PARTS } from "#features/budgeting/ideas/input.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { answersInWords, categoryName, STATE_TAGS } from "./idea-words.ts";
import { queryOf } from "./ideas-list.tsx";

export interface IdeaDeskProps {
  readonly locale: Locale;
  /** The address of this desk. */
  readonly desk: string;
  /** Where residents see the ideas. */
  readonly publicAddress: string;
  readonly call: IdeaCallInView;
  readonly list: { readonly ideas: readonly IdeaAtDesk[]; readonly count: number; readonly waiting: number; readonly inAll: number };
  readonly wanted: WantedAtDesk;
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
  readonly onPage: number;
  readonly may: { readonly ask: boolean };
  readonly saved: boolean;
  readonly refused: RefusedForm;
}

/** Everything residents sent for one vote, and what waits for a moderator. */
export function IdeaDesk({ locale, desk, publicAddress, call, list, wanted, areas, onPage, may, saved, refused }: IdeaDeskProps) {
  const t = messages(locale).ideas;
  const f = format(locale);
  const open = call.openedAt !== null && call.closedAt === null;
  const view = wanted.waiting ? { waiting: "yes" } : {};
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={refused} own={t.faults} />
      {saved ? <Notice kind="good" title={t.desk.saved} answers /> : null}
      <Facts
        surface="card"
        columns={3}
        facts={[
          { term: t.desk.title, figure: t.desk.standing[call.standing], note: call.openedAt === null ? null : <a href={publicAddress}>{t.desk.public}</a> },
          { term: t.desk.inAll, figure: f.number(list.inAll) },
          { term: t.page.waitingTitle, figure: f.number(list.waiting), note: <a href={`${desk}/log.csv`}>{t.desk.log}</a> },
        ]}
      />
      {call.version === 0 ? <Notice title={t.desk.notYet}>{t.desk.notYetText}</Notice> : null}
      {may.ask ? (
        <Form>
          <ButtonRow>
            {call.version === 0 ? null : (
              <Button name="call" value={open ? "close" : "open"} look={open ? "line" : "main"}>
                {open ? t.desk.close : call.openedAt === null ? t.desk.open : t.desk.reopen}
              </Button>
            )}
            <ButtonLink href={`${desk}/form`} look={call.version === 0 ? "main" : "line"}>
              {call.version === 0 ? t.desk.setUp : t.desk.form}
            </ButtonLink>
          </ButtonRow>
        </Form>
      ) : null}
      <Section id="ideas" title={t.count({ count: list.count })} beside={<a href={wanted.waiting ? desk : `${desk}?waiting=yes`}>{wanted.waiting ? t.desk.all : t.desk.onlyWaiting}</a>}>
        <div className="stack">
          <Filters label={t.find} action={desk} submit={t.show} hidden={view} many>
            <TextField name="words" type="search" label={t.words} value={wanted.words} />
            <SelectField name="area" width="full" label={t.area} value={wanted.area} options={[{ value: "", text: t.anyArea }, ...areas.map(({ id, name }) => ({ value: id, text: textIn(name, locale).text }))]} />
            <SelectField name="state" width="full" label={t.state} value={wanted.state} options={[{ value: "", text: t.anyState }, ...IDEA_STATES.map((value) => ({ value, text: t.states[value] })), { value: "all", text: t.allStates }]} />
            <SelectField name="sort" width="full" label={t.sort} value={wanted.sort} options={(["newest", "supports"] as const).map((value) => ({ value, text: t.sorts[value] }))} />
          </Filters>
          {list.ideas.length === 0 ? (
            <EmptyState level={3} title={wanted.waiting ? t.desk.noneWaiting : t.none} />
          ) : (
            <DataTable
              caption={t.desk.title}
              captionLook="hidden"
              stack
              rows={list.ideas}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "idea",
                  header: t.desk.idea,
                  names: true,
                  cell: ({ number, title, category, area }) => {
                    const shown = textIn(title, locale);
                    return (
                      <>
                        <a href={`${desk}/${number}`} lang={shown.lang === locale ? undefined : shown.lang}>
                          {number}. {shown.text}
                        </a>
                        <br />
                        <span className="small muted">{[categoryName(call.form, category, locale), area ? textIn(area, locale).text : ""].filter(Boolean).join(", ")}</span>
                      </>
                    );
                  },
                },
                { key: "state", header: t.desk.stands, cell: ({ state }) => <Tag kind={STATE_TAGS[state]}>{t.states[state]}</Tag> },
                {
                  key: "sight",
                  header: t.desk.sight,
                  cell: ({ sight, reports, appealed }) => (
                    <>
                      {t.desk.sights[sight]}
                      {reports > 0 ? (
                        <>
                          {" "}
                          <Tag kind="atRisk">{t.desk.reports({ count: reports })}</Tag>
                        </>
                      ) : null}
                      {appealed ? (
                        <>
                          {" "}
                          <Tag kind="atRisk">{t.desk.appealed}</Tag>
                        </>
                      ) : null}
                    </>
                  ),
                },
                { key: "supports", header: t.desk.supports, numeric: true, cell: ({ supports }) => f.number(supports) },
                { key: "sent", header: t.atDesk.when, cell: ({ sentAt }) => f.date(sentAt) },
              ]}
            />
          )}
          <Pagination label={t.pages.label} pageWord={t.pages.word} previous={t.pages.previous} next={t.pages.next} current={wanted.page} pages={Math.ceil(list.count / onPage)} href={(page) => `${desk}${queryOf({ ...wanted, page }, view)}`} />
        </div>
      </Section>
    </div>
  );
}

export interface IdeaAtDeskProps {
  readonly locale: Locale;
  readonly desk: string;
  readonly publicAddress: string;
  readonly idea: IdeaInView;
  readonly form: IdeaForm;
  readonly log: readonly LoggedModeration[];
  readonly similar: readonly SimilarIdea[];
  /** Votes an idea can be copied to. */
  readonly copyTo: readonly { readonly programmeId: string; readonly title: BilingualText }[];
  readonly once: string;
  /** Where it is tied to what it moved; null where this officer may not. */
  readonly tie: string | null;
  readonly may: { readonly move: boolean; readonly join: boolean; readonly moderate: boolean; readonly answerAppeal: boolean };
  readonly welsh: boolean;
  /** Which of the forms was refused, and how. */
  readonly refused: { readonly act: string; readonly form: RefusedForm } | null;
  readonly saved: boolean;
}

/** One idea as officers see it: everything about it, and what can be done with it. */
export function IdeaAtDeskPage(props: IdeaAtDeskProps) {
  const { locale, publicAddress, idea, form, log, similar, refused, saved, desk, tie } = props;
  const t = messages(locale).ideas;
  const f = format(locale);
  const title = textIn(idea.title, locale);
  const text = textIn(idea.text, locale);
  const place = [idea.place, idea.area ? textIn(idea.area, locale).text : ""].filter(Boolean).join(", ");
  return (
    <div className="stack-xl">
      <FormFaults locale={locale} form={refused === null ? EMPTY_FORM : { ...refused.form, faults: refused.form.faults.map((fault) => ({ ...fault, field: fault.field === "" ? "" : `${refused.act}-${fault.field}` })) }} own={t.faults} />
      {saved ? <Notice kind="good" title={t.desk.saved} answers /> : null}
      <section aria-labelledby="the-idea" className="card stack">
        <div className="row">
          <Tag kind={STATE_TAGS[idea.state]}>{t.states[idea.state]}</Tag>
          <span className="small">
            {t.desk.sight}: {t.desk.sights[idea.sight]}
          </span>
          {idea.sight === "shown" ? <a href={`${publicAddress}/${idea.number}`}>{t.desk.public}</a> : null}
          {idea.sight === "shown" && tie !== null ? <a href={tie}>{messages(locale).goldenThread.manage.tieIdea}</a> : null}
        </div>
        <h2 id="the-idea" lang={title.lang === locale ? undefined : title.lang}>
          {idea.number}. {title.text}
        </h2>
        <div className="prose" lang={text.lang === locale ? undefined : text.lang}>
          {text.text.split(/\n+/).map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
        </div>
        {idea.photo ? <Photo id={idea.photo.id} width={idea.photo.width} height={idea.photo.height} alt={textIn(idea.photo.alt, locale).text} sizes="320px" /> : null}
        <SummaryList
          rows={[
            { term: t.desk.by, answer: [idea.authorName || t.anonymous, ...idea.coAuthors].join(", ") },
            { term: t.desk.supports, answer: f.number(idea.supports) },
            { term: t.page.where, answer: place },
            { term: t.category, answer: categoryName(form, idea.category, locale) },
            { term: t.page.cost, answer: idea.costPence === null ? "" : f.money(idea.costPence) },
            ...answersInWords(form, idea.answers, locale, true),
            { term: t.desk.versions, answer: idea.version === 1 ? "" : f.number(idea.version - 1) },
            { term: t.page.reason, answer: textIn(idea.reason, locale).text },
          ].filter(({ answer }) => answer !== "")}
        />
        {idea.mergedInto ? (
          <p>
            {t.related["merged-to"]} <a href={`${desk}/${idea.mergedInto.number}`}>{`${idea.mergedInto.number}. ${textIn(idea.mergedInto.title, locale).text}`}</a>
          </p>
        ) : null}
        {similar.length > 0 ? (
          <Details summary={`${t.atDesk.similar} (${similar.length})`}>
            <ul>
              {similar.map((each) => (
                <li key={each.number}>
                  <a href={`${desk}/${each.number}`}>{`${each.number}. ${textIn(each.title, locale).text}`}</a> ({t.supports({ count: each.supports })})
                </li>
              ))}
            </ul>
          </Details>
        ) : null}
      </section>
      <Acts {...props} />
      <Section id="log" title={t.atDesk.log}>
        {log.length === 0 ? (
          <p>{t.atDesk.noLog}</p>
        ) : (
          <DataTable
            caption={t.atDesk.log}
            captionLook="hidden"
            stack
            rows={log}
            rowKey={({ at, act }) => `${at.toISOString()}${act}`}
            columns={[
              { key: "what", header: t.atDesk.what, names: true, cell: ({ act }) => t.atDesk.logged[act] },
              { key: "when", header: t.atDesk.when, cell: ({ at }) => f.dateAndTime(at) },
              { key: "who", header: t.atDesk.who, cell: ({ by }) => by || t.atDesk.somebody },
              { key: "why", header: t.atDesk.reason, cell: ({ reason, note }) => [MODERATION_REASONS.includes(reason as never) ? t.reasons[reason as (typeof MODERATION_REASONS)[number]] : "", note].filter(Boolean).join(". ") },
            ]}
          />
        )}
      </Section>
    </div>
  );
}

function Acts({ locale, idea, copyTo, once, may, welsh, refused }: IdeaAtDeskProps) {
  const t = messages(locale).ideas;
  const formOf = (act: string): RefusedForm => (refused?.act === act ? refused.form : EMPTY_FORM);
  const languages = welsh ? (["En", "Cy"] as const) : (["En"] as const);
  const moves = actsFrom(ideaLifecycle, idea.state).filter((act): act is keyof typeof t.atDesk.acts => act in t.atDesk.acts);
  const sights = actsFrom(sightLifecycle, idea.sight).filter((act): act is "show" | "hold" | "remove" => act !== "uphold-appeal");
  const joins = actsFrom(ideaLifecycle, idea.state);
  const openAppeal = idea.removal !== null && idea.removal.appeal !== null && idea.removal.answer === null;

  const field = (act: string, name: string) => ({ name, id: `${act}-${name}`, value: typed(formOf(act), name), error: fieldError(locale, formOf(act), name, t.faults) });
  const reasonFields = (act: string) => (
    <Grid columns={welsh ? 2 : 1}>
      {languages.map((language) => (
        <div key={language}>
          <TextAreaField {...field(act, `reason${language}`)} label={!welsh ? t.atDesk.reason : language === "En" ? messages(locale).drafting.english({ label: t.atDesk.reason }) : messages(locale).drafting.welsh({ label: t.atDesk.reason })} rows={3} lang={language === "En" ? "en" : "cy"} />
        </div>
      ))}
    </Grid>
  );
  const part = (act: string, title: string, lead: string, button: string, children: ReactNode, open = false) => (
    <Details key={act} summary={title} open={open || refused?.act === act}>
      <p>{lead}</p>
      <Form hidden={{ do: act, ...(act === "copy" ? { once } : {}) }}>
        <div className="stack">{children}</div>
        <ButtonRow>
          <Button>{button}</Button>
        </ButtonRow>
      </Form>
    </Details>
  );
  return (
    <div className="stack">
      {openAppeal && idea.removal ? (
        may.answerAppeal ? (
          part(
            "appeal",
            t.atDesk.appeal,
            t.atDesk.appealLead,
            t.atDesk.appealButton,
            <>
              <blockquote className="panel">{idea.removal.appeal}</blockquote>
              <Radios {...field("appeal", "decision")} legend={t.atDesk.act} choices={(["uphold", "refuse"] as const).map((value) => ({ value, text: t.atDesk.answers[value] }))} />
              <TextAreaField {...field("appeal", "answer")} label={t.atDesk.answer} rows={3} />
            </>,
            true,
          )
        ) : (
          <Notice title={t.atDesk.appeal}>{t.atDesk.ownAppeal}</Notice>
        )
      ) : null}
      {may.moderate
        ? part(
            "moderate",
            t.atDesk.moderate,
            t.atDesk.moderateLead,
            t.atDesk.moderateButton,
            <>
              <Radios {...field("moderate", "act")} legend={t.atDesk.act} choices={[...sights, "dismiss" as const].map((value) => ({ value, text: t.atDesk.moderateActs[value] }))} />
              <SelectField {...field("moderate", "reason")} label={t.atDesk.rule} width="full" options={[{ value: "", text: t.atDesk.noRule }, ...MODERATION_REASONS.map((value) => ({ value, text: t.reasons[value] }))]} />
              <TextAreaField {...field("moderate", "note")} label={t.atDesk.note} rows={3} />
            </>,
            idea.sight === "waiting" || idea.sight === "held",
          )
        : null}
      {may.move && moves.length > 0
        ? part(
            "move",
            t.atDesk.move,
            t.atDesk.moveLead,
            t.atDesk.moveButton,
            <>
              <Radios {...field("move", "act")} legend={t.atDesk.act} choices={moves.map((value) => ({ value, text: t.atDesk.acts[value] }))} />
              {reasonFields("move")}
            </>,
          )
        : null}
      {may.join && joins.includes("merge")
        ? part(
            "merge",
            t.atDesk.merge,
            t.atDesk.mergeLead,
            t.atDesk.mergeButton,
            <>
              <TextField {...field("merge", "numbers")} label={t.atDesk.numbers} hint={t.atDesk.numbersHint} width="medium" inputMode="text" />
              {reasonFields("merge")}
            </>,
          )
        : null}
      {may.join && joins.includes("split") && idea.sight === "shown"
        ? part(
            "split",
            t.atDesk.split,
            t.atDesk.splitLead,
            t.atDesk.splitButton,
            <>
              {Array.from({ length: MOST_PARTS }, (_, at) => (
                <div key={at} className="stack-s">
                  <TextField {...field("split", `title${at + 1}`)} label={t.atDesk.partTitle({ part: at + 1 })} lang={idea.writtenIn} />
                  <TextAreaField {...field("split", `text${at + 1}`)} label={t.atDesk.partText({ part: at + 1 })} rows={3} lang={idea.writtenIn} />
                </div>
              ))}
              {reasonFields("split")}
            </>,
          )
        : null}
      {may.join && idea.sight === "shown" && copyTo.length > 0
        ? part(
            "copy",
            t.atDesk.copy,
            t.atDesk.copyLead,
            t.atDesk.copyButton,
            <SelectField {...field("copy", "programmeId")} label={t.atDesk.copyTo} width="full" options={copyTo.map(({ programmeId, title }) => ({ value: programmeId, text: textIn(title, locale).text }))} />,
          )
        : null}
    </div>
  );
}
