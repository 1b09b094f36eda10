import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import { STATES_TO_EDIT, STATES_TO_SUPPORT, type IdeaState } from "#domain/budgeting/idea-lifecycle.ts";
import type { ModerationReason } from "#domain/budgeting/idea-moderation.ts";
import { Message } from "#components/feedback/message.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { Card, CardList } from "#components/layout/card.tsx";
import { MainAndAside } from "#components/layout/columns.tsx";
import { FactLine } from "#components/layout/engagement-card.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Thread, type ThreadStop } from "#components/layout/thread.tsx";
import { Photo } from "#components/pictures/photo.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { IdeaCallInView } from "#features/budgeting/idea-calls/queries.ts";
import type { IdeaInView, RelatedIdea } from "#features/budgeting/ideas/queries.ts";
import { FollowLink } from "#features/notifications/following/ui/follow-link.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { answersInWords, categoryName, STATE_TAGS } from "./idea-words.ts";

/** What the reader has just done, told at the top of the page they come back to. */
export const DONE = ["sent", "changed", "supported", "unsupported", "reported", "withdrawn", "appealed", "invited", "signed", "unsigned"] as const;
export type Done = (typeof DONE)[number];

export interface IdeaPageProps {
  readonly locale: Locale;
  /** The address of the list. */
  readonly home: string;
  /** The council's own address, for ideas of other votes. */
  readonly votes: string;
  /** Where the vote's own page is, once it can be seen. */
  readonly vote: string | null;
  readonly call: IdeaCallInView;
  readonly idea: IdeaInView;
  readonly done: Done | null;
  /** What became of it: the golden threads through it, already drawn. */
  readonly thread?: ReactNode;
  /** What it began as, where it was not sent as an idea. */
  readonly origin?: ReactNode;
  readonly refused?: RefusedForm;
}

/** One record's story: what somebody would like done, and what has become of it. */
export function IdeaPage({ locale, home, votes, vote, call, idea, done, thread, origin, refused = EMPTY_FORM }: IdeaPageProps) {
  const t = messages(locale).ideas;
  const f = format(locale);
  const title = textIn(idea.title, locale);
  const text = textIn(idea.text, locale);
  const langOf = (lang: Locale) => (lang === locale ? undefined : lang);
  const names = [t.by({ name: idea.authorName || t.anonymous }), ...(idea.coAuthors.length > 0 ? [t.and({ names: f.list(idea.coAuthors.map((name) => name || t.anonymous)) })] : [])].join(", ");
  const place = [idea.place, idea.area ? textIn(idea.area, locale).text : ""].filter(Boolean).join(", ");
  const reason = textIn(idea.reason, locale);
  const facts = [
    ...(idea.costPence === null ? [] : [{ term: t.page.cost, answer: f.money(idea.costPence) }]),
    ...(idea.project === null || vote === null ? [] : [{ term: t.page.council, answer: f.money(idea.project.costPence) }]),
    ...answersInWords(call.form, idea.answers, locale, false),
  ];
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={refused} own={t.faults} />
      {done === null ? null : (
        <Notice kind="good" title={t[done].title} answers>
          {done === "sent" && idea.sight === "waiting" ? t.sent.waiting : t[done].text}
        </Notice>
      )}
      <PageHead
        tag={<Tag kind={STATE_TAGS[idea.state]}>{t.states[idea.state]}</Tag>}
        kicker={t.number({ number: idea.number })}
        title={<span lang={langOf(title.lang)}>{title.text}</span>}
      >
        <p className="muted">
          {names}. {t.sentOn({ day: f.date(idea.sentAt) })}.
          {text.lang === locale ? null : ` ${t.page.translated({ language: t.page.languages[text.lang] })}.`}
        </p>
        <FactLine
          facts={[
            { icon: "people", text: t.supports({ count: idea.supports }) },
            ...(place === "" ? [] : [{ icon: "place" as const, text: place }]),
            ...(idea.category === "" ? [] : [{ icon: "list" as const, text: categoryName(call.form, idea.category, locale) }]),
          ]}
        />
      </PageHead>
      <Standing locale={locale} home={home} idea={idea} />
      <MainAndAside
        aside={
          <>
            <Support locale={locale} home={home} idea={idea} call={call} />
            <Own locale={locale} home={home} idea={idea} />
            {idea.sight === "shown" ? (
              <p>
                <FollowLink locale={locale} home={votes.replace(/\/votes$/, "")} thing={{ kind: "idea", id: idea.id }} />
              </p>
            ) : null}
            {idea.related.some(({ shown }) => shown) ? (
              <Card title={t.page.related}>
                <CardList items={idea.related.filter(({ shown }) => shown).map((related) => <Related key={`${related.kind}${related.number}`} locale={locale} votes={votes} related={related} />)} />
              </Card>
            ) : null}
          </>
        }
      >
        <section aria-label={title.text} className="stack">
          {idea.photo === null ? null : <Photo id={idea.photo.id} width={idea.photo.width} height={idea.photo.height} alt={textIn(idea.photo.alt, locale).text} lang={langOf(textIn(idea.photo.alt, locale).lang)} first />}
          <div className="prose" lang={langOf(text.lang)}>
            {text.text.split(/\n+/).map((paragraph, at) => (
              <p key={at}>{paragraph}</p>
            ))}
          </div>
          {reason.text === "" ? null : (
            <Notice title={t.page.reason}>
              <p lang={langOf(reason.lang)}>{reason.text}</p>
            </Notice>
          )}
          {facts.length === 0 ? null : <SummaryList rows={facts} />}
        </section>
        {origin}
        {thread}
        <Section id="story" title={t.page.history}>
          <Story locale={locale} idea={idea} votes={votes} vote={vote} />
        </Section>
      </MainAndAside>
      {idea.sight === "shown" ? (
        <p className="small">
          <a href={`${home}/${idea.number}/report`}>{t.page.report}</a>
        </p>
      ) : null}
    </div>
  );
}

/** What a reader must know first: it lives on elsewhere, or not everybody sees it. */
function Standing({ locale, home, idea }: Pick<IdeaPageProps, "locale" | "home" | "idea">) {
  const t = messages(locale).ideas.page;
  if (idea.mergedInto !== null) {
    const { number, title } = idea.mergedInto;
    return (
      <Notice title={t.mergedTitle}>
        <p>{t.mergedText({ number })}</p>
        <p>
          <a href={`${home}/${number}`}>{t.mergedLink({ number, title: textIn(title, locale).text })}</a>
        </p>
      </Notice>
    );
  }
  if (idea.mine.invited)
    return (
      <Notice title={t.invitedTitle}>
        <p>
          <a href={`${home}/${idea.number}/sign`}>{t.invitedLink}</a>
        </p>
      </Notice>
    );
  if (idea.sight === "waiting") return <Notice kind="warn" title={t.waitingTitle}>{t.waitingText}</Notice>;
  if (idea.sight === "held") return <Notice kind="warn" title={t.heldTitle}>{t.heldText}</Notice>;
  return idea.sight === "removed" ? <Removal locale={locale} home={home} idea={idea} /> : null;
}

function Removal({ locale, home, idea }: Pick<IdeaPageProps, "locale" | "home" | "idea">) {
  const t = messages(locale).ideas;
  const { removal } = idea;
  if (removal === null) return null;
  return (
    <Notice kind="bad" title={t.page.removedTitle}>
      <p>{t.reasons[removal.reason as ModerationReason]}.</p>
      {removal.note === "" || !(idea.mine.author || idea.mine.signed) ? null : <p>{removal.note}</p>}
      {!(idea.mine.author || idea.mine.signed) ? null : removal.answer !== null ? (
        <p>
          {t.page.appealAnswered} {removal.answer.note}
        </p>
      ) : removal.appeal !== null ? (
        <p>{t.page.appealWaiting}</p>
      ) : (
        <p>
          <a href={`${home}/${idea.number}/appeal`}>{t.page.appeal}</a>
        </p>
      )}
    </Notice>
  );
}

/** In the place of an idea that is not shown to this reader: that it was there, and why it is not. */
export function NotShown({ locale, home, idea }: Pick<IdeaPageProps, "locale" | "home" | "idea">) {
  const t = messages(locale).ideas;
  const removed = idea.sight === "removed";
  return (
    <Message kind="warn" icon="info" title={removed ? t.page.removedTitle : t.page.heldTitle} actions={<a href={home}>{t.title}</a>}>
      {removed && idea.removal ? `${t.reasons[idea.removal.reason as ModerationReason]}. ${format(locale).date(idea.removal.at)}` : t.page.heldText}
    </Message>
  );
}

function Support({ locale, home, idea, call }: Pick<IdeaPageProps, "locale" | "home" | "idea" | "call">) {
  const t = messages(locale).ideas;
  if (idea.sight !== "shown" || !call.supportsTaken || !(STATES_TO_SUPPORT as readonly IdeaState[]).includes(idea.state)) return null;
  if (idea.mine.author || idea.mine.signed) return null;
  return (
    <Card title={t.supports({ count: idea.supports })} surface="tint">
      <p className="small">{t.page.supportMore}</p>
      <Form action={`${home}/${idea.number}/support`} hidden={{ support: idea.mine.supports ? "no" : "yes" }}>
        {idea.mine.supports ? (
          <Button look="line" wide>
            {t.page.unsupport}
          </Button>
        ) : (
          <Button wide icon="plus">
            {t.page.support}
          </Button>
        )}
      </Form>
    </Card>
  );
}

function Own({ locale, home, idea }: Pick<IdeaPageProps, "locale" | "home" | "idea">) {
  const t = messages(locale).ideas;
  const { author, signed } = idea.mine;
  if (!author && !signed) return null;
  const editable = (STATES_TO_EDIT as readonly IdeaState[]).includes(idea.state) && idea.sight !== "removed" && idea.sight !== "held";
  const at = `${home}/${idea.number}`;
  const links: readonly ReactNode[] = [
    ...(editable ? [<a key="edit" href={`${at}/edit`}>{t.page.edit}</a>] : []),
    ...(author && editable ? [<a key="invite" href={`${at}/invite`}>{t.page.invite}</a>] : []),
    ...(author && !["withdrawn", "merged", "split", "on-ballot", "declined"].includes(idea.state) ? [<a key="withdraw" href={`${at}/withdraw`}>{t.page.withdraw}</a>] : []),
  ];
  return (
    <Card title={author ? t.page.own : t.page.signedByYou}>
      <CardList items={links} />
    </Card>
  );
}

function Related({ locale, votes, related: { kind, way, number, title, slug } }: { readonly locale: Locale; readonly votes: string; readonly related: RelatedIdea }) {
  const t = messages(locale).ideas;
  const shown = textIn(title, locale);
  return (
    <>
      {t.related[`${kind}-${way}`]} <a href={`${votes}/${slug}/ideas/${number}`} lang={shown.lang === locale ? undefined : shown.lang}>{`${number}. ${shown.text}`}</a>
    </>
  );
}

/** From the first thought to what is built: what happened, and what is still to come. */
function Story({ locale, idea, vote }: Pick<IdeaPageProps, "locale" | "idea" | "votes" | "vote">) {
  const t = messages(locale).ideas;
  const f = format(locale);
  const happened = idea.events.map(({ event, reason, otherNumber, happenedAt }): ThreadStop => {
    const why = textIn(reason, locale);
    const other = otherNumber === null ? "" : ` (${t.number({ number: otherNumber })})`;
    return { state: "done", title: `${t.events[event] ?? event}${other}`, note: <>{f.date(happenedAt)}{why.text === "" ? null : <span lang={why.lang === locale ? undefined : why.lang}>. {why.text}</span>}</> };
  });
  const { project } = idea;
  const ended = ["merged", "split", "withdrawn", "declined", "not-feasible", "not-shortlisted"].includes(idea.state);
  const won = project !== null && vote !== null && ["funded", "not-this-time", "delivered"].includes(project.state);
  const projectStop: readonly ThreadStop[] =
    project === null || vote === null ? [] : [{ state: project.state === "delivered" || project.state === "not-this-time" ? "done" : "now", title: won ? (t.events[project.state] ?? project.state) : t.stages.ballot, note: <a href={`${vote}/projects/${project.potSlug}/${project.slug}`}>{t.page.openProject}</a> }];
  const stages = (["proposal", "ballot", "project"] as const).slice(idea.state === "on-ballot" ? 2 : idea.state === "collected" ? 0 : 1);
  const later: readonly ThreadStop[] = ended || won ? [] : stages.map((stage) => ({ state: "later", title: t.stages[stage], note: t.page.later }));
  const stops = [...happened, ...projectStop, ...later];
  return <Thread words={{ done: t.done, now: t.now }} stops={stops} />;
}
