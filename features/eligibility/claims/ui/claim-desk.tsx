import type { ReactNode } from "react";
import type { Locale } from "#domain/basics/bilingual.ts";
import { entryOf } from "#domain/basics/entry-of.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { showClaimReference } from "#domain/eligibility/claims/claim-reference.ts";
import { CLAIM_VIEWS, type ClaimFilter } from "#domain/eligibility/claims/claim-view.ts";
import { SIGNAL_KINDS, type Signal, type SignalKind } from "#domain/eligibility/claims/signals.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Filters } from "#components/forms/filters.tsx";
import { Form } from "#components/forms/form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextAreaField } from "#components/forms/text-area-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Facts } from "#components/layout/facts.tsx";
import { Section } from "#components/layout/section.tsx";
import { Pagination } from "#components/navigation/pagination.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { ClaimNumbers, ClaimOnDesk as ClaimRead } from "../queries.ts";

/** A request in the list, with what the roll knows: whether a ballot was given for it. */
export interface ClaimOnDesk extends ClaimRead {
  readonly used: boolean;
}

export interface ClaimDeskProps {
  readonly locale: Locale;
  /** Address of this list; each request stands below it. */
  readonly here: string;
  readonly filter: ClaimFilter;
  readonly claims: readonly ClaimOnDesk[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly numbers: ClaimNumbers;
  readonly form: RefusedForm;
  readonly done: string | null;
  readonly may: { readonly decide: boolean; readonly setLimits: boolean };
  readonly limitsHref: string;
}

/** A vote's requests that want a person: found, looked at together, decided one or many. */
export function ClaimDesk(props: ClaimDeskProps) {
  const { locale, filter, claims, total, page, pages, numbers, form, done, may, limitsHref } = props;
  const t = messages(locale).claims.desk;
  const f = format(locale);
  const said = done === null ? null : entryOf<string>(t.done, done);
  return (
    <div className="stack-l">
      <FormFaults locale={locale} form={form} own={messages(locale).claims.faults} />
      {said === null ? null : <Notice kind="good" title={said} answers />}
      <div>
        <p className="lead">{t.lead}</p>
        {may.setLimits ? (
          <p className="mt-4">
            <a href={limitsHref}>{t.limitsLink}</a>
          </p>
        ) : null}
      </div>
      <Facts
        surface="card"
        facts={[
          { term: t.numbersHeld, figure: f.number(numbers.held) },
          { term: t.numbersPassed, figure: f.number(numbers.passed) },
          { term: t.numbersRefused, figure: f.number(numbers.refused) },
          { term: t.numbersVoided, figure: f.number(numbers.voided) },
        ]}
      />
      {filter.like === null ? <DeskFilters {...props} /> : <LikeHead {...props} like={filter.like} />}
      {claims.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {isPlain(filter) ? t.noneWaiting : t.noneFiltered}
        </EmptyState>
      ) : (
        <Section id="requests" title={filter.view === "waiting" ? t.waiting({ count: total }) : `${t.states[filter.view]}: ${f.number(total)}`}>
          <ClaimForm {...props} />
          <Pagination
            label={messages(locale).voting.log.pages}
            pageWord={messages(locale).voting.log.page}
            current={page}
            pages={pages}
            href={(to) => `${props.here}?${queryOf(filter, to)}`}
            previous={messages(locale).voting.log.previous}
            next={messages(locale).voting.log.next}
          />
        </Section>
      )}
    </div>
  );
}

const isPlain = ({ view, signal, reference, like }: ClaimFilter): boolean => view === "waiting" && signal === null && reference === null && like === null;

/** The list's address with what is looked for. */
export function queryOf({ view, signal, reference, like }: ClaimFilter, page = 1): string {
  const query = new URLSearchParams();
  if (view !== "waiting") query.set("show", view);
  if (signal !== null) query.set("signal", signal);
  if (reference !== null) query.set("reference", showClaimReference(reference));
  if (like !== null) query.set("like", showClaimReference(like));
  if (page > 1) query.set("page", String(page));
  return query.toString();
}

function DeskFilters({ locale, here, filter }: ClaimDeskProps) {
  const t = messages(locale).claims.desk;
  return (
    <Filters label={t.filter.label} action={here} submit={t.filter.submit}>
      <TextField name="reference" label={t.filter.search} value={filter.reference === null ? "" : showClaimReference(filter.reference)} />
      <SelectField name="show" width="full" label={t.filter.state} value={filter.view} options={CLAIM_VIEWS.map((view) => ({ value: view, text: t.states[view] }))} />
      <SelectField
        name="signal"
        width="full"
        label={t.filter.signal}
        value={filter.signal ?? ""}
        options={[{ value: "", text: t.filter.anySignal }, ...SIGNAL_KINDS.map((kind) => ({ value: kind, text: t.signalNames[kind] }))]}
      />
    </Filters>
  );
}

function LikeHead({ locale, here, like }: ClaimDeskProps & { readonly like: string }) {
  const t = messages(locale).claims.desk;
  return (
    <Notice title={t.alikeOf({ reference: showClaimReference(like) })}>
      <p>{t.alikeLead}</p>
      <p>
        <a href={here}>{t.everything}</a>
      </p>
    </Notice>
  );
}

/** The list inside one form: tick, then say what is to be done with those ticked. */
function ClaimForm(props: ClaimDeskProps) {
  const { locale, here, filter, page, claims, form, may } = props;
  const t = messages(locale).claims.desk;
  const open = claims.filter((claim) => decidable(claim));
  const waiting = open.some(({ state, proposal }) => state === "held" && proposal === null);
  const proposed = open.some(({ proposal }) => proposal !== null);
  const error = (field: string) => fieldError(locale, form, field, messages(locale).claims.faults);
  return (
    <Form action={here} hidden={{ show: filter.view, signal: filter.signal ?? "", like: filter.like ?? "", page: String(page) }}>
      <div className="stack" id="claim">
        {groupsOf(claims).map(({ kind, members }) => (
          <ClaimTable key={`${kind ?? ""}${members[0]?.reference ?? ""}`} {...props} kind={kind} members={members} />
        ))}
      </div>
      {may.decide && open.length > 0 ? (
        <Section id="decide" title={t.actions} surface="card" className="mt-6">
          {waiting ? (
            <ButtonRow>
              <Button name="act" value="pass">
                {t.pass}
              </Button>
            </ButtonRow>
          ) : null}
          {proposed ? (
            <ButtonRow>
              <Button look="danger" name="act" value="confirm">
                {t.confirm}
              </Button>
              <Button look="line" name="act" value="decline">
                {t.decline}
              </Button>
            </ButtonRow>
          ) : null}
          <div className="mt-6">
            <TextAreaField name="reason" label={t.reason} hint={t.reasonHint} rows={3} maxLength={1000} value={typed(form, "reason")} error={error("reason")} />
            <ButtonRow>
              <Button look="line" name="act" value="propose">
                {t.refuse}
              </Button>
            </ButtonRow>
          </div>
        </Section>
      ) : null}
    </Form>
  );
}

const decidable = ({ state, used, forgotten }: ClaimOnDesk): boolean => !forgotten && (state === "held" || (state === "passed" && !used));

interface ClaimGroup {
  readonly kind: SignalKind | null;
  readonly members: readonly ClaimOnDesk[];
}

/** Neighbours that share a browser or a home stand in one table of their own; the rest in the last one. */
function groupsOf(claims: readonly ClaimOnDesk[]): readonly ClaimGroup[] {
  const groups = new Map<string, ClaimOnDesk[]>();
  for (const claim of claims) {
    const key = claim.group ? `${claim.group.kind}:${claim.group.key}` : "";
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const together = [...groups].filter(([key, members]) => key !== "" && members.length > 1);
  const alone = claims.filter((claim) => !together.some(([, members]) => members.includes(claim)));
  return [...together.map(([, members]) => ({ kind: members[0]?.group?.kind ?? null, members })), ...(alone.length > 0 ? [{ kind: null, members: alone }] : [])];
}

function ClaimTable({ locale, here, kind, members, form, may }: ClaimDeskProps & ClaimGroup) {
  const t = messages(locale).claims.desk;
  const f = format(locale);
  const ticked = form.values["claim"] ?? [];
  return (
    <DataTable
      caption={kind === null ? t.caption : `${t.signalNames[kind]}: ${f.number(members.length)}`}
      captionLook={kind === null ? "hidden" : "small"}
      stack
      rows={members}
      rowKey={({ reference }) => reference}
      columns={[
        ...(may.decide
          ? [
              {
                key: "choose",
                header: t.columns.choose,
                hideHeader: true,
                cell: (claim: ClaimOnDesk) => (decidable(claim) ? <Tick locale={locale} reference={claim.reference} ticked={ticked.includes(claim.reference)} /> : ""),
              },
            ]
          : []),
        { key: "reference", header: t.columns.reference, names: true, cell: (claim) => <Named locale={locale} here={here} claim={claim} /> },
        { key: "signals", header: t.columns.signals, cell: ({ signals }) => <SignalList locale={locale} signals={signals} /> },
        {
          key: "alike",
          header: t.columns.alike,
          cell: ({ reference, alike }) => (alike === 0 ? t.alike({ count: 0 }) : <a href={`${here}?show=all&like=${showClaimReference(reference)}`}>{t.alike({ count: alike })}</a>),
        },
        { key: "due", header: t.columns.due, cell: ({ dueAt }) => (dueAt ? f.dayAndMonth(dueAt) : "") },
        { key: "state", header: t.columns.state, cell: (claim) => <ClaimStanding locale={locale} claim={claim} /> },
      ]}
    />
  );
}

function Tick({ locale, reference, ticked }: { readonly locale: Locale; readonly reference: string; readonly ticked: boolean }) {
  return (
    <label className="choice choice--alone">
      <input type="checkbox" name="claim" value={reference} defaultChecked={ticked} />
      <span className="vh">{messages(locale).claims.desk.choose({ reference: showClaimReference(reference) })}</span>
    </label>
  );
}

function Named({ locale, here, claim }: { readonly locale: Locale; readonly here: string; readonly claim: ClaimOnDesk }) {
  return (
    <>
      <a className="mono" href={`${here}/${showClaimReference(claim.reference)}`}>
        {showClaimReference(claim.reference)}
      </a>
      <br />
      <span className="small muted">{claim.email ?? messages(locale).claims.desk.way[claim.way]}</span>
    </>
  );
}

/** Each signal in words, with its numbers: for officers, never for the person. */
export function SignalList({ locale, signals }: { readonly locale: Locale; readonly signals: readonly Signal[] }): ReactNode {
  const t = messages(locale).claims.desk;
  const f = format(locale);
  if (signals.length === 0) return <span className="muted">{t.noSignals}</span>;
  const words = signals.map(({ kind, seen, limit }) => t.signals[kind]({ seen: f.number(seen), limit: f.number(limit) }));
  if (words.length === 1) return words[0];
  return (
    <ul>
      {words.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

const TAGS = { passed: "done", held: "closing", refused: "notThisTime", voided: "notThisTime", appealed: "atRisk", upheld: "notThisTime" } as const;

/** How a request stands, in a tag or two. */
export function ClaimStanding({ locale, claim }: { readonly locale: Locale; readonly claim: Pick<ClaimOnDesk, "state" | "proposal" | "answered" | "used"> }) {
  const t = messages(locale).claims.desk;
  return (
    <span className="row">
      <Tag kind={TAGS[claim.state]}>{t.state[claim.state]}</Tag>
      {claim.proposal ? <Tag kind="atRisk">{t.proposed[claim.proposal]}</Tag> : null}
      {claim.state === "held" && claim.answered ? <Tag kind="underway">{t.answered}</Tag> : null}
      {claim.state === "passed" && claim.used ? <Tag kind="closed">{t.used}</Tag> : null}
    </span>
  );
}
