import { REGIMES, type RegimeId } from "#domain/asset-transfers/regime.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { Comment, CommentAction, RemovedComment } from "#components/feedback/comment.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { Section } from "#components/layout/section.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { CommentInView, Comments } from "../queries.ts";

/** When comments are taken, in words. */
export function periodWords(locale: Locale, period: NonNullable<Comments["period"]>, today: CivilDay): string {
  const t = messages(locale).transferComments;
  const f = format(locale);
  if (today < period.opensOn) return t.soon({ date: f.date(period.opensOn) });
  return today <= period.closesOn ? t.open({ date: f.date(period.closesOn) }) : t.closed({ from: f.date(period.opensOn), to: f.date(period.closesOn) });
}

export const takesComments = ({ period }: Comments, today: CivilDay): boolean => period !== null && period.opensOn <= today && today <= period.closesOn;

/** How many comments there are, for and against; those of organisations and those not shown apart. */
export function CommentTally({ locale, comments: { period, counts }, today }: { readonly locale: Locale; readonly comments: Comments; readonly today: CivilDay }) {
  const t = messages(locale).transferComments;
  const f = format(locale);
  const shown = counts.for + counts.against + counts.neither;
  const parts = (["for", "against", "neither", "organisations", "removed", "waiting"] as const).filter((each) => counts[each] > 0).map((each) => `${t.counts[each]}: ${f.number(counts[each])}`);
  return (
    <>
      {t.count({ count: shown })}
      {parts.length === 0 ? "" : `. ${parts.join(". ")}`}.
      {period === null ? null : <span className="block small muted">{periodWords(locale, period, today)}</span>}
    </>
  );
}

/** Who wrote a comment, for themselves or a body. */
export function writerOf(locale: Locale, { name, organisation }: Pick<CommentInView, "name" | "organisation">): string {
  const t = messages(locale).transferComments;
  const who = name === "" ? t.nobody : name;
  return organisation === "" ? who : t.organisationOf({ organisation, name: who });
}

export interface CommentsSectionProps {
  readonly locale: Locale;
  /** The address of the application's page. */
  readonly here: string;
  readonly regimeId: RegimeId;
  readonly comments: Comments;
  readonly today: CivilDay;
}

/** What people say of an application, page by page, the newest first, and where to say something. */
export function CommentsSection({ locale, here, regimeId, comments, today }: CommentsSectionProps) {
  const t = messages(locale).transferComments;
  const f = format(locale);
  return (
    <Section id="comments" title={t.title} className="stack">
      <p>
        <CommentTally locale={locale} comments={comments} today={today} />
        {REGIMES[regimeId].commentWorkingDays === null ? null : <span className="block small muted">{t.lawSays}</span>}
      </p>
      {takesComments(comments, today) ? (
        <p className="noprint">
          <ButtonLink href={`${here}/comment`} forward>
            {t.say}
          </ButtonLink>
        </p>
      ) : null}
      {comments.comments.length + comments.counts.waiting === 0 ? null : (
        <p className="small noprint">
          <a href={`${here}/own-comment`}>{t.own.link}</a>
        </p>
      )}
      {comments.comments.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <div>
          {comments.comments.map((comment) =>
            comment.removed ? (
              <RemovedComment key={comment.id} label={t.removedLabel}>
                {t.removed({ date: f.date(comment.removed.at), reason: t.reasons[comment.removed.reason] })}
              </RemovedComment>
            ) : (
              <Comment
                key={comment.id}
                label={t.label({ name: writerOf(locale, comment) })}
                author={writerOf(locale, comment)}
                tag={<Tag kind={VIEWS[comment.view]}>{t.views[comment.view]}</Tag>}
                when={f.date(comment.sentOn)}
                lang={comment.writtenIn === locale ? undefined : comment.writtenIn}
                actions={
                  <span className="noprint">
                    <CommentAction icon="flag" text={t.report} about={`(${writerOf(locale, comment)})`} href={`${here}/report?comment=${comment.id}`} quiet />
                  </span>
                }
              >
                <p className="whitespace-pre-line">{comment.text}</p>
              </Comment>
            ),
          )}
          <Pagination label={t.pages} pageWord={t.page} current={comments.page} pages={comments.pages} href={(page) => `${here}?page=${String(page)}#comments`} previous={t.previous} next={t.next} />
        </div>
      )}
    </Section>
  );
}

const VIEWS = { for: "good", against: "atRisk", neither: "closed" } as const;
