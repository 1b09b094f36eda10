import { answersOpenTo, otherSideOf, type TimeSide } from "#domain/asset-transfers/longer-time.ts";
import type { Clock, ClockId } from "#domain/asset-transfers/clock.ts";
import type { RegimeId } from "#domain/asset-transfers/regime.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import { Tag } from "#components/feedback/tag.tsx";
import { Section } from "#components/layout/section.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { clockWords } from "#features/asset-transfers/ui/clock-words.ts";
import { Choose, DateBoxes, Line, Paragraphs, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { TimeAgreed, TimeProposal } from "../queries.ts";

const STATES = { waiting: "underway", accepted: "done", declined: "closed", withdrawn: "closed" } as const;

/** The clocks that run to the day of the decision. */
const DECIDING: ReadonlySet<ClockId> = new Set(["decide", "decide-longer", "decide-agreed", "decide-listing-review"]);

interface TransferInTime {
  readonly regimeId: RegimeId;
  readonly clocks: readonly Clock[];
}

/** The proposal that waits for an answer; null where none does. */
export const openProposal = (proposals: readonly TimeProposal[]): TimeProposal | null => proposals.find(({ answer }) => answer === null) ?? null;

/** Whether whoever answers takes back what they proposed themselves, or answers the other side. */
export const answerKind = (side: TimeSide, proposals: readonly TimeProposal[]): "take-back" | "answer-time" => (openProposal(proposals)?.side === side ? "take-back" : "answer-time");

/** Every proposal for a longer time to decide, with what came of it. For both sides. */
export function TimeProposals({ locale, proposals }: { readonly locale: Locale; readonly proposals: readonly TimeProposal[] }) {
  const t = messages(locale).longerTime;
  const f = format(locale);
  return (
    <Section id="time" title={t.title}>
      <SummaryList
        rows={proposals.map(({ side, until, why, proposedOn, answer }) => ({
          term: t.proposed[side]({ until: f.date(until), date: f.date(proposedOn) }),
          answer: (
            <>
              <Tag kind={STATES[answer?.answer ?? "waiting"]}>{answer === null ? t.waits : t.answers[answer.answer]({ date: f.date(answer.on) })}</Tag>
              {answer === null || answer.letter === "" ? null : <span className="block small muted">{answer.letter}</span>}
              <span className="block whitespace-pre-line">{why}</span>
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** Of a listing the owner's review takes longer. */
export const timeWords = (locale: Locale, regimeId: RegimeId) => (otherSideOf(regimeId) === "owner" ? messages(locale).listingReviews.time : messages(locale).longerTime);

/** What both sides agreed on, in words for everybody. */
export function agreedWords(locale: Locale, regimeId: RegimeId, { until, on }: TimeAgreed): string {
  return timeWords(locale, regimeId).agreed({ until: format(locale).date(until), date: format(locale).date(on) });
}

/** The fields of a proposal, under the day that stands now. */
export function ProposalFields({ kit, locale, transfer, today }: { readonly kit: FormKit; readonly locale: Locale; readonly transfer: TransferInTime; readonly today: CivilDay }) {
  const { hints } = messages(locale).longerTime;
  const now = transfer.clocks.find(({ id }) => DECIDING.has(id));
  return (
    <>
      {now ? <p>{clockWords(locale, now, today)}</p> : null}
      <DateBoxes kit={kit} name="until" hint={now === undefined ? undefined : hints.until[transfer.regimeId === "community-transfer" ? "elsewhere" : "byLaw"]} />
      <Paragraphs kit={kit} name="why" hint={hints.why} rows={4} />
    </>
  );
}

export interface AnswerFieldsProps {
  readonly kit: FormKit;
  readonly locale: Locale;
  readonly proposal: TimeProposal;
  /** Whose answer it is; an officer gives both where the organisation applied on paper. */
  readonly sides: readonly TimeSide[];
}

/** The answer to a proposal. */
export function AnswerFields({ kit, locale, proposal, sides }: AnswerFieldsProps) {
  const t = messages(locale).longerTime;
  const f = format(locale);
  return (
    <>
      <p>{t.proposed[proposal.side]({ until: f.date(proposal.until), date: f.date(proposal.proposedOn) })}</p>
      <p className="whitespace-pre-line">{proposal.why}</p>
      <Choose kit={kit} name="answer" choices={sides.flatMap((side) => answersOpenTo(side, proposal.side)).map((value) => ({ value, text: t.choices[value] }))} />
      {sides.length > 1 ? <Line kit={kit} name="letter" hint={t.hints.letter} /> : null}
    </>
  );
}
