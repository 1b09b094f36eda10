import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { sumOf } from "#domain/budgeting/pot.ts";
import { COMMON_ITEMS } from "#domain/involvement/readiness.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Button, ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Thread } from "#components/layout/thread.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import type { BudgetVoteForOfficers } from "#features/involvement/drafting/queries.ts";
import { COMMUNITY_VOTERS, PROJECT_ROWS } from "#features/involvement/starting/input.ts";
import { BothLines, BothParagraphs, Choose, DateBoxes, dateBoxes, FormFrame, Line, Money, Paragraphs, poundsBox } from "#features/councils/ui/form-kit.tsx";
import { format } from "#i18n/format.ts";
import { faultText, messages } from "#i18n/messages.ts";

/** The steps of a community group's vote after its first. */
export const STEPS = ["who", "money", "projects", "dates", "check", "open"] as const;
export type Step = (typeof STEPS)[number];

/** Where one is in the six steps. */
export function StepThread({ locale, step }: { readonly locale: Locale; readonly step: Step }) {
  const t = messages(locale).starting;
  const at = STEPS.indexOf(step);
  return (
    <nav aria-label={t.stepsLabel}>
      <Thread across stops={STEPS.map((each, index) => ({ title: t.steps[each], state: index < at ? "done" : index === at ? "now" : "later" }))} words={{ done: t.done, now: t.now }} />
    </nav>
  );
}

const ownFaults = (locale: Locale) => ({ ...messages(locale).drafting.faults, ...messages(locale).programme.faults, ...messages(locale).starting.faults });

export interface WhoStepProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly once: string;
  readonly approvers: readonly string[];
  readonly back: string;
}

export function WhoStep({ locale, welsh, form, once, approvers, back }: WhoStepProps) {
  const { starting } = messages(locale);
  const t = starting.who;
  const kit = { locale, welsh, form, stands: { voters: "residents" }, labels: { title: t.name, voters: t.voters, second: t.second }, faultWords: ownFaults(locale) };
  return (
    <div className="stack-l">
      <StepThread locale={locale} step="who" />
      <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{ once: typed(form, "once", once) }} button={starting.next} back={{ href: back, text: starting.back }}>
        <BothLines kit={kit} name="title" hint={t.nameHint} />
        <Choose kit={kit} name="voters" choices={COMMUNITY_VOTERS.map((voters) => ({ value: voters, text: t[voters][0], hint: t[voters][1] }))} />
        {approvers.length === 0 ? <Line kit={kit} name="second" hint={t.secondHint} /> : <p>{t.approvers({ names: format(locale).list([...approvers]) })}</p>}
      </FormFrame>
    </div>
  );
}

export interface QuickStepProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly vote: BudgetVoteForOfficers;
  /** Where the steps of this vote are: `…/quick/<vote>`. */
  readonly quick: string;
}

const potOf = ({ programme }: BudgetVoteForOfficers) => programme.pots[0];

export function MoneyStep({ locale, welsh, form, vote, quick }: QuickStepProps) {
  const { starting } = messages(locale);
  const t = starting.money;
  const pot = potOf(vote);
  const kit = {
    locale,
    welsh,
    form,
    stands: { amountPence: poundsBox(pot?.amountPence ?? null), giverEn: pot?.funders[0]?.name.en ?? "", giverCy: pot?.funders[0]?.name.cy ?? "", maxProjectPence: poundsBox(pot?.maxProjectPence ?? null) },
    labels: { amountPence: t.amount, giver: t.giver, maxProjectPence: t.most },
    faultWords: ownFaults(locale),
  };
  return (
    <div className="stack-l">
      <StepThread locale={locale} step="money" />
      <FormFrame kit={kit} title={t.title} hidden={{}} button={starting.next} back={{ href: `${quick}/projects`, text: starting.steps.projects }}>
        <Money kit={kit} name="amountPence" />
        <BothLines kit={kit} name="giver" hint={t.giverHint} />
        <Money kit={kit} name="maxProjectPence" hint={t.mostHint} />
      </FormFrame>
    </div>
  );
}

export function ProjectsStep({ locale, welsh, form, vote, quick, home, onces }: QuickStepProps & { readonly home: string; readonly onces: readonly string[] }) {
  const { starting } = messages(locale);
  const t = starting.projects;
  const f = format(locale);
  const pot = potOf(vote);
  const there = pot?.projects ?? [];
  const sum = sumOf(there.map(({ costPence }) => ({ amountPence: costPence })));
  const labels = Object.fromEntries(PROJECT_ROWS.flatMap((row) => [[`title-${row}`, t.name({ row: there.length + row })], [`summary-${row}`, t.summary({ row: there.length + row })], [`cost-${row}`, t.cost({ row: there.length + row })]]));
  const kit = { locale, welsh, form, stands: {}, labels, faultWords: ownFaults(locale) };
  return (
    <div className="stack-l">
      <StepThread locale={locale} step="projects" />
      <FormFrame
        kit={kit}
        title={t.title}
        lead={t.lead}
        hidden={Object.fromEntries(PROJECT_ROWS.map((row) => [`once-${row}`, typed(form, `once-${row}`, onces[row - 1] ?? "")]))}
        button={starting.next}
        beside={{ name: "more", value: "yes", text: t.more }}
        back={{ href: `${quick}/money`, text: starting.steps.money }}
      >
        {there.length === 0 ? null : (
          <>
            <p>{t.so({ count: there.length, sum: f.money(sum), pot: f.money(pot?.amountPence ?? 0) })}</p>
            <DataTable
              caption={t.title}
              captionLook="hidden"
              rows={there}
              rowKey={({ id }) => id}
              columns={[
                { key: "number", header: t.number, numeric: true, cell: ({ number }) => f.number(number) },
                { key: "title", header: t.title1, names: true, cell: ({ id, title }) => <a href={`${home}/projects/${id}`}>{textIn(title, locale).text}</a> },
                { key: "cost", header: t.costColumn, numeric: true, cell: ({ costPence }) => f.money(costPence) },
              ]}
            />
          </>
        )}
        {there.length >= 2 && sum <= (pot?.amountPence ?? 0) ? <Notice kind="warn" title={t.cheap} /> : null}
        {PROJECT_ROWS.map((row) => (
          <div key={row} className="card">
        <fieldset className="stack">
            <legend className="label">{t.project({ row: there.length + row })}</legend>
            <BothLines kit={kit} name={`title-${row}`} />
            <BothParagraphs kit={kit} name={`summary-${row}`} rows={2} />
            <Money kit={kit} name={`cost-${row}`} />
          </fieldset>
        </div>
        ))}
      </FormFrame>
    </div>
  );
}

export function DatesStep({ locale, welsh, form, vote, quick }: QuickStepProps) {
  const { starting } = messages(locale);
  const t = starting.dates;
  const day = (at: Date | null) => at && londonDay(at);
  const kit = {
    locale,
    welsh,
    form,
    stands: { ...dateBoxes("opensOn", day(vote.opensAt)), ...dateBoxes("closesOn", day(vote.closesAt)), ...dateBoxes("resultsOn", day(vote.resultsAt)) },
    labels: { opensOn: t.opensOn, closesOn: t.closesOn, resultsOn: t.resultsOn },
    faultWords: ownFaults(locale),
  };
  return (
    <div className="stack-l">
      <StepThread locale={locale} step="dates" />
      <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{}} button={starting.next} back={{ href: `${quick}/projects`, text: starting.steps.projects }}>
        <DateBoxes kit={kit} name="opensOn" hint={t.hint} />
        <DateBoxes kit={kit} name="closesOn" hint={t.hint} />
        <DateBoxes kit={kit} name="resultsOn" hint={t.hint} />
      </FormFrame>
    </div>
  );
}

export function CheckStep({ locale, welsh, form, vote, quick, signer, home }: QuickStepProps & { readonly signer: string; readonly home: string }) {
  const { starting, workspace } = messages(locale);
  const t = starting.check;
  const f = format(locale);
  const pot = potOf(vote);
  const signed = (item: (typeof COMMON_ITEMS)[number]) => vote.signatures.find((signature) => signature.item === item)?.evidence;
  const kit = {
    locale,
    welsh,
    form: { ...form, faults: form.faults.map((fault) => (COMMON_ITEMS.some((item) => item === fault.field) ? fault : { ...fault, field: "" })) },
    stands: Object.fromEntries(COMMON_ITEMS.map((item) => [item, signed(item) ?? t.evidence[item]])),
    labels: Object.fromEntries(COMMON_ITEMS.map((item) => [item, workspace.readiness.items[item][0]])),
    faultWords: { ...ownFaults(locale), ...workspace.missing },
  };
  const change = (step: Step | "details", of: string) => ({ href: step === "details" ? `${home}/details` : `${quick}/${step}`, text: starting.projects.change, about: of });
  return (
    <div className="stack-l">
      <StepThread locale={locale} step="check" />
      <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{}} button={t.button({ name: signer })} back={{ href: `${quick}/dates`, text: starting.steps.dates }}>
        <h2>{t.summary}</h2>
        <SummaryList
          rows={[
            { term: starting.who.name, answer: textIn(vote.texts.title, locale).text, change: change("details", starting.who.name) },
            { term: starting.steps.money, answer: f.money(pot?.amountPence ?? 0), change: change("money", starting.steps.money) },
            { term: starting.steps.projects, answer: (pot?.projects ?? []).map(({ title, costPence }) => `${textIn(title, locale).text}, ${f.money(costPence)}`).join("; "), change: change("projects", starting.steps.projects) },
            { term: starting.steps.dates, answer: vote.opensAt && vote.closesAt ? f.range(londonDay(vote.opensAt), londonDay(vote.closesAt)) : "", change: change("dates", starting.steps.dates) },
          ]}
        />
        {COMMON_ITEMS.map((item) => (
          <Paragraphs key={item} kit={kit} name={item} hint={workspace.readiness.items[item][1]} rows={2} />
        ))}
      </FormFrame>
    </div>
  );
}

export interface OpenStepProps extends Pick<QuickStepProps, "locale" | "form" | "vote" | "quick"> {
  readonly home: string;
  readonly publicAddress: string;
  readonly address: string;
  readonly approvers: readonly string[];
  readonly mayApprove: boolean;
  readonly school: boolean;
  readonly now: Date;
}

/** The last step: the second person reads it and opens it; then it is there for everybody. */
export function OpenStep({ locale, form, vote, quick, home, publicAddress, address, approvers, mayApprove, school, now }: OpenStepProps) {
  const { starting, workspace } = messages(locale);
  const t = starting.open;
  const f = format(locale);
  const faults = form.faults.map((fault) => faultText(locale, fault, { ...ownFaults(locale), ...workspace.missing }));
  const parts: readonly ReactNode[] =
    vote.state === "draft"
      ? [
          <Notice key="draft" kind="warn" title={t.draft}>
            {t.draftMore}
          </Notice>,
          <ButtonRow key="back">
            <ButtonLink href={`${quick}/check`}>{starting.steps.check}</ButtonLink>
          </ButtonRow>,
        ]
      : vote.state === "in-review" || vote.state === "approved"
        ? [
            mayApprove ? <p key="lead">{t.approveLead}</p> : <Waiting key="waiting" locale={locale} approvers={approvers} address={address} />,
            <p key="read">
              <a href={`${home}/preview`}>{t.read}</a>
            </p>,
            mayApprove ? (
              <Form key="approve">
                <ButtonRow>
                  <Button>{t.approve}</Button>
                  <a href={`${home}/approval`}>{t.sendBack}</a>
                </ButtonRow>
              </Form>
            ) : null,
          ]
        : [
            <Notice key="opened" kind="good" title={t.opened} answers>
              {vote.opensAt && vote.opensAt > now ? t.openedMore({ when: f.dateAndTime(vote.opensAt) }) : t.openedNow}
            </Notice>,
            <ButtonRow key="pages">
              <ButtonLink href={publicAddress}>{t.page}</ButtonLink>
              {school ? (
                <ButtonLink look="line" href={`${home}/codes/new`}>
                  {t.codes}
                </ButtonLink>
              ) : null}
            </ButtonRow>,
          ];
  return (
    <div className="stack-l">
      <StepThread locale={locale} step="open" />
      {faults.length === 0 ? null : (
        <Notice kind="bad" title={messages(locale).site.errorSummary} answers>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      )}
      <PageHead kicker={textIn(vote.texts.title, locale).text} title={t.title} />
      {parts}
    </div>
  );
}

function Waiting({ locale, approvers, address }: { readonly locale: Locale; readonly approvers: readonly string[]; readonly address: string }) {
  const t = messages(locale).starting.open;
  return (
    <Notice title={t.waiting}>
      <p>{t.waitingMore({ names: format(locale).list([...approvers]) })}</p>
      <p>
        {t.link}: <code className="wrap-anywhere">{address}</code>
      </p>
    </Notice>
  );
}
