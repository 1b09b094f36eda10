import type { ReactNode } from "react";
import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { FrameworkRules } from "#domain/priorities/framework.ts";
import type { MemorandumTarget } from "#domain/priorities/memorandum.ts";
import { monthsAfter } from "#domain/priorities/month-after.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag, type TagKind } from "#components/feedback/tag.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable, type TableColumn } from "#components/tables/data-table.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { Said, SaidParagraphs } from "#features/councils/ui/said.tsx";
import type { ChangeInView, JointPlan, MemorandumInView, PlanInList, PlanInView, SignatureInView } from "#features/priorities/plans/queries.ts";
import type { TargetInView } from "#features/priorities/queries.ts";
import { sourceInWords, wordOf, wordsOfRules } from "#features/priorities/plans/ui/rule-words.ts";
import { quarterName } from "#features/priorities/ui/targets.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

const STATE_TAGS = { draft: "notYet", approved: "good", closed: "closed" } as const;

/** Whether a plan is a draft, in force or ended, and whether it is under review. */
export function PlanTags({ locale, plan }: { readonly locale: Locale; readonly plan: PlanInList & Partial<Pick<PlanInView, "reviews" | "changes">> }) {
  const t = messages(locale).plans;
  return (
    <span className="row">
      <Tag kind={STATE_TAGS[plan.state]}>{t.states[plan.state]}</Tag>
      {plan.reviews?.some(({ closedOn }) => closedOn === null) ? <Tag kind="underway">{t.reviewing}</Tag> : null}
      {plan.state === "approved" && plan.reviews?.[0]?.refresh && plan.changes?.some(({ state }) => state === "proposed") ? <Tag kind="upcoming">{t.refreshing}</Tag> : null}
    </span>
  );
}

/** Whether something that was signed, agreed or approved of the draft is void, because it changed since. */
export const isVoided = ({ steps, consents, councils }: Pick<PlanInView, "steps" | "consents" | "councils">): boolean =>
  [...steps, ...consents, ...councils.flatMap(({ signature }) => (signature === null ? [] : [signature]))].some(({ stands }) => !stands);

/** The day by which a plan is to be reviewed next; null while it is a draft or ended. */
export function nextReviewOf(plan: PlanInList, reviews: PlanInView["reviews"]): CivilDay | null {
  if (plan.state !== "approved" || plan.approvedOn === null) return null;
  return monthsAfter(reviews.map(({ closedOn }) => closedOn).find((day) => day !== null) ?? plan.approvedOn, plan.framework.rules.reviewEveryMonths);
}

/** Plans that other councils keep and this one is a member of. */
export function JointPlans({ locale, plans, act }: { readonly locale: Locale; readonly plans: readonly JointPlan[]; readonly act?: (plan: JointPlan) => ReactNode }) {
  const t = messages(locale).plans;
  if (plans.length === 0) return null;
  return (
    <Section id="joint" title={t.jointTitle}>
      <DataTable
        caption={t.jointTitle}
        captionLook="hidden"
        stack
        rows={plans}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "title",
            header: t.forms.labels.title,
            names: true,
            cell: ({ title, keeper, address }) => (
              <>
                <a href={`/${locale}/${address}`}>
                  <Said locale={locale} text={title} />
                </a>
                <span className="block small muted">{t.keptBy({ council: textIn(keeper, locale).text })}</span>
              </>
            ),
          },
          { key: "state", header: t.change.state, cell: ({ state }) => <Tag kind={STATE_TAGS[state]}>{t.states[state]}</Tag> },
          { key: "signed", header: t.councilRow.signed, cell: ({ signature }) => <Signature locale={locale} signature={signature} now={null} /> },
          ...(act ? [{ key: "act", header: t.desk.sign, hideHeader: true, cell: act }] : []),
        ]}
      />
    </Section>
  );
}

/** Every plan of the council, and those it has with others. */
export function PlanList({ locale, home, plans, joint }: { readonly locale: Locale; readonly home: string; readonly plans: readonly PlanInList[]; readonly joint: readonly JointPlan[] }) {
  const t = messages(locale).plans;
  return (
    <div className="stack-xl">
      <PageHead title={t.title} lead={t.lead} />
      {plans.length === 0 ? (
        <EmptyState level={2} title={t.none}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <PlanTable locale={locale} address={`${home}/plans`} plans={plans} />
      )}
      <JointPlans locale={locale} plans={joint} />
    </div>
  );
}

export function PlanTable({ locale, address, plans }: { readonly locale: Locale; readonly address: string; readonly plans: readonly PlanInList[] }) {
  const t = messages(locale).plans;
  const f = format(locale);
  return (
    <DataTable
      caption={t.all}
      captionLook="hidden"
      stack
      rows={plans}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          header: t.forms.labels.title,
          names: true,
          cell: ({ slug, title, framework }) => (
            <>
              <a href={`${address}/${slug}`}>
                <Said locale={locale} text={title} />
              </a>
              <span className="block small muted">
                <Said locale={locale} text={framework.name} />
              </span>
            </>
          ),
        },
        { key: "period", header: t.periodTitle, cell: ({ startsOn, endsOn }) => t.period({ from: f.date(startsOn), to: f.date(endsOn) }) },
        { key: "state", header: t.change.state, cell: (plan) => <PlanTags locale={locale} plan={plan} /> },
      ]}
    />
  );
}

export interface PlanPageProps {
  readonly locale: Locale;
  readonly home: string;
  readonly plan: PlanInView;
  readonly targets: readonly TargetInView[];
}

/** A plan for everybody: its rules with their sources, how it was approved, its targets, memoranda, changes and what was said on the way. */
export function PlanPage(props: PlanPageProps) {
  const { locale, plan } = props;
  const t = messages(locale).plans;
  const f = format(locale);
  return (
    <div className="stack-xl">
      <PageHead
        kicker={<Said locale={locale} text={plan.framework.name} />}
        tag={<PlanTags locale={locale} plan={plan} />}
        title={textIn(plan.title, locale).text}
        lead={t.period({ from: f.date(plan.startsOn), to: f.date(plan.endsOn) })}
      >
        <p className="noprint">
          <a href={`${props.home}/plans/${plan.slug}`} data-print="">
            {t.print}
          </a>
        </p>
        <p className="small muted">
          {messages(locale).versions.version({ number: f.number(plan.version.number) })}. <a href={`${props.home}/plans/${plan.slug}/versions`}>{messages(locale).versions.link}</a>
        </p>
        {plan.area.en + plan.area.cy === "" ? null : (
          <p>
            {t.area}: <Said locale={locale} text={plan.area} />
          </p>
        )}
      </PageHead>
      {plan.state === "draft" && isVoided(plan) ? (
        <Notice kind="warn" title={t.desk.voidedTitle}>
          {t.desk.voided}
        </Notice>
      ) : null}
      <PlanParts {...props} address={`${props.home}/plans/${plan.slug}`} />
    </div>
  );
}

export interface PlanPartsProps extends PlanPageProps {
  /** Where its memoranda stand. */
  readonly address: string;
  /** Links an officer has in one part; nothing for the public. */
  readonly acts?: { readonly targets?: (target: TargetInView) => ReactNode; readonly changes?: (change: ChangeInView) => ReactNode };
}

export function PlanParts({ locale, home, plan, targets, address, acts }: PlanPartsProps) {
  const t = messages(locale).plans;
  const f = format(locale);
  const v = messages(locale).versions;
  const { rules } = plan.framework;
  const designated = targets.filter(({ kind, removedOn }) => kind === "designated" && removedOn === null).length;
  const next = nextReviewOf(plan, plan.reviews);
  return (
    <>
      <Section id="approvals" title={t.approvals}>
        <DataTable
          caption={t.approvals}
          captionLook="hidden"
          stack
          rows={rules.approvals}
          rowKey={(step) => step}
          columns={[
            { key: "step", header: t.step.step, names: true, cell: (step) => t.steps[step] },
            {
              key: "on",
              header: t.step.on,
              cell: (step) =>
                takenOf(plan, step, ({ on, version, stands }) => (
                  <>
                    {f.date(on)}
                    <span className="block small muted">{stands ? v.ofVersion({ number: f.number(version) }) : v.void({ number: f.number(version), now: f.number(plan.version.number) })}</span>
                  </>
                )) ?? t.notYet,
            },
            { key: "reference", header: t.step.reference, cell: (step) => takenOf(plan, step, ({ reference }) => reference) ?? "" },
          ]}
        />
      </Section>
      {plan.councils.length === 0 ? null : <Councils locale={locale} plan={plan} targets={targets} />}
      <Section id="targets" title={wordOf(locale, rules, "targets")}>
        {rules.mostDesignated === null ? null : <p>{t.kindCounts({ designated: f.number(designated), most: f.number(rules.mostDesignated) })}</p>}
        <DataTable
          caption={t.targets}
          captionLook="hidden"
          stack
          rows={targets.filter(({ removedOn }) => removedOn === null)}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "title",
              header: t.change.target,
              names: true,
              cell: ({ slug, title, indicatorNumber }) => (
                <>
                  <a href={`${home}/priorities/${slug}`}>
                    <Said locale={locale} text={title} />
                  </a>
                  {indicatorNumber === null ? null : <span className="block small muted">{`NI ${indicatorNumber}`}</span>}
                </>
              ),
            },
            { key: "kind", header: t.forms.labels.kind, cell: ({ kind, designatedOn }) => (kind === "designated" && designatedOn === null && !rules.words?.designated ? t.putForward : [wordOf(locale, rules, kind), designatedOn === null ? "" : f.date(designatedOn)].filter(Boolean).join(", ")) },
            { key: "start", header: t.start, numeric: true, cell: ({ baseline, baselineDeferredUntil }) => startOf(locale, baseline, baselineDeferredUntil) },
            ...yearColumns<TargetInView>(locale, targets),
            ...(acts?.targets ? [{ key: "act", header: t.desk.change, hideHeader: true, cell: acts.targets }] : []),
          ]}
        />
      </Section>
      <Section id="memoranda" title={t.memoranda}>
        {plan.memoranda.length === 0 ? (
          <p>{t.noMemoranda}</p>
        ) : (
          <DataTable
            caption={t.memoranda}
            captionLook="hidden"
            stack
            rows={plan.memoranda}
            rowKey={({ number }) => String(number)}
            columns={[
              { key: "number", header: t.memoranda, names: true, cell: ({ number }) => <a href={`${address}/memoranda/${number}`}>{t.memorandum({ number: f.number(number) })}</a> },
              { key: "made", header: t.made, cell: ({ madeOn }) => f.date(madeOn) },
              { key: "occasion", header: t.occasion, cell: ({ occasion }) => t.occasions[occasion] },
              { key: "reason", header: t.change.reason, cell: ({ reason }) => (reason.en + reason.cy === "" ? "" : <Said locale={locale} text={reason} />) },
            ]}
          />
        )}
      </Section>
      <Section id="changes" title={t.changes}>
        {plan.changes.length === 0 ? (
          <p>{t.noChanges}</p>
        ) : (
          <DataTable
            caption={t.changes}
            captionLook="hidden"
            stack
            rows={plan.changes}
            rowKey={({ id }) => id}
            columns={[
              { key: "target", header: t.change.target, names: true, cell: ({ title }) => <Said locale={locale} text={title} /> },
              { key: "kind", header: t.change.kind, cell: ({ kind }) => t.occasions[kind] },
              { key: "reason", header: t.change.reason, cell: ({ reason }) => <Said locale={locale} text={reason} /> },
              {
                key: "consents",
                header: t.change.consents,
                cell: ({ concerned }) =>
                  concerned.length === 0 ? (
                    ""
                  ) : (
                    <ul className="plain">
                      {concerned.map(({ partnerId, name, answer }) => (
                        <li key={partnerId}>
                          <Said locale={locale} text={name} />: {t.answers[answer ?? "waiting"]}
                        </li>
                      ))}
                    </ul>
                  ),
              },
              {
                key: "state",
                header: t.change.state,
                cell: ({ state, decidedOn, reference }) => (
                  <>
                    <Tag kind={CHANGE_TAGS[state]}>{t.changeStates[state]}</Tag>
                    {decidedOn === null ? null : <span className="block small muted">{[f.date(decidedOn), reference].filter(Boolean).join(", ")}</span>}
                  </>
                ),
              },
              ...(acts?.changes ? [{ key: "act", header: t.desk.decide, hideHeader: true, cell: acts.changes }] : []),
            ]}
          />
        )}
      </Section>
      <Section id="reviews" title={t.reviews}>
        <div className="stack">
          {plan.reviews.length === 0 ? <p>{t.noReviews}</p> : null}
          {plan.reviews.map(({ id, openedOn, closedOn, findings, refresh }) => (
            <div key={id} className="stack-s">
              <p>
                <strong>{closedOn === null ? t.reviewOpen({ date: f.date(openedOn) }) : t.reviewDone({ from: f.date(openedOn), to: f.date(closedOn) })}</strong>
              </p>
              <SaidParagraphs locale={locale} text={findings} />
              {refresh ? <p>{t.refreshAsked}</p> : null}
            </div>
          ))}
          {next === null ? null : <p>{t.reviewNext({ date: f.date(next) })}</p>}
        </div>
      </Section>
      <Section id="log" title={t.negotiation}>
        {plan.negotiation.length === 0 ? (
          <p>{t.noNegotiation}</p>
        ) : (
          <SummaryList
            rows={plan.negotiation.map(({ on, between, words }) => ({
              term: f.date(on),
              answer: (
                <>
                  <strong>{between}</strong>
                  <br />
                  <Said locale={locale} text={words} />
                </>
              ),
            }))}
          />
        )}
      </Section>
      {plan.reopenings.length === 0 ? null : (
        <Section id="reopened" title={t.reopened}>
          <SummaryList rows={plan.reopenings.map(({ quarter, until, because }) => ({ term: t.reopenedUntil({ quarter: quarterName(locale, quarter), date: f.date(until) }), answer: <Said locale={locale} text={because} /> }))} />
        </Section>
      )}
      <Section id="rules" title={t.rules}>
        <p className="small muted">
          <Source locale={locale} source={plan.framework.law} />
          {plan.framework.own === null ? null : (
            <>
              {". "}
              <a href={`${home}/plans/frameworks/${plan.framework.own.id}/versions`}>{messages(locale).frameworks.ofVersion({ number: f.number(plan.framework.own.version) })}</a>
            </>
          )}
        </p>
        <RuleTable locale={locale} rules={rules} />
      </Section>
    </>
  );
}

/** A council's signature: the version it is of, and that it is void where the draft has changed since. */
function Signature({ locale, signature, now }: { readonly locale: Locale; readonly signature: SignatureInView | null; readonly now: number | null }) {
  const t = messages(locale).plans;
  const v = messages(locale).versions;
  const f = format(locale);
  if (signature === null) return <Tag kind="notYet">{t.notSigned}</Tag>;
  const number = f.number(signature.version);
  return (
    <>
      <Tag kind={signature.stands ? "done" : "atRisk"}>{signature.stands ? t.signed({ date: f.date(signature.on), who: signature.as }) : t.signatureVoid}</Tag>
      <span className="block small muted">
        {signature.stands ? v.ofVersion({ number }) : `${t.signed({ date: f.date(signature.on), who: signature.as })}, ${now === null ? v.ofVersion({ number }) : v.void({ number, now: f.number(now) })}`}
      </span>
    </>
  );
}

/** The councils of a plan, what each has signed, and who takes which part of a split target. */
function Councils({ locale, plan, targets }: Pick<PlanPartsProps, "locale" | "plan" | "targets">) {
  const t = messages(locale).plans;
  const f = format(locale);
  const split = targets.filter(({ id }) => plan.contributions.some(({ targetId }) => targetId === id));
  return (
    <Section id="councils" title={t.councils}>
      <div className="stack">
        <DataTable
          caption={t.councils}
          captionLook="hidden"
          stack
          rows={plan.councils}
          rowKey={({ id }) => id}
          columns={[
            { key: "council", header: t.councilRow.council, names: true, cell: ({ name }) => <Said locale={locale} text={name} /> },
            { key: "area", header: t.councilRow.area, cell: ({ area }) => (area.en + area.cy === "" ? "" : <Said locale={locale} text={area} />) },
            { key: "signed", header: t.councilRow.signed, cell: ({ signature }) => <Signature locale={locale} signature={signature} now={plan.version.number} /> },
          ]}
        />
        {split.length === 0 ? null : (
          <DataTable
            caption={t.split}
            stack
            rows={split}
            rowKey={({ id }) => id}
            columns={[
              { key: "target", header: t.change.target, names: true, cell: ({ title }) => <Said locale={locale} text={title} /> },
              ...plan.councils.map((council) => ({
                key: council.id,
                header: textIn(council.name, locale).text,
                numeric: true,
                cell: ({ id }: TargetInView) => {
                  const part = plan.contributions.find(({ targetId, memberId }) => targetId === id && memberId === council.id);
                  return part ? f.decimal(part.amount) : "";
                },
              })),
            ]}
          />
        )}
      </div>
    </Section>
  );
}

const CHANGE_TAGS: Record<ChangeInView["state"], TagKind> = { proposed: "upcoming", "in-effect": "good", refused: "offTrack", withdrawn: "closed" };

const takenOf = (plan: PlanInView, step: PlanInView["steps"][number]["step"], show: (step: PlanInView["steps"][number]) => ReactNode): ReactNode => {
  const taken = plan.steps.find((each) => each.step === step);
  return taken ? show(taken) : undefined;
};

const numberOf = (locale: Locale, value: number | null | undefined): string => (value === null || value === undefined ? messages(locale).priorities.noReading : format(locale).decimal(value));

/** Beyond this many years a table says them in one column. */
const MOST_COLUMNS = 5;

/** The yearly numbers: a column for each year while they fit. */
function yearColumns<Row extends { readonly yearly: readonly (number | null)[] }>(locale: Locale, rows: readonly Row[]): readonly TableColumn<Row>[] {
  const t = messages(locale).plans;
  const years = Math.max(0, ...rows.map(({ yearly }) => yearly.length));
  if (years > MOST_COLUMNS) return [{ key: "years", header: t.yearByYear, cell: ({ yearly }) => yearly.map((value, at) => t.inYear({ number: at + 1, value: numberOf(locale, value) })).join("; ") }];
  return Array.from({ length: years }, (_, at) => ({ key: `year-${at}`, header: t.year({ number: at + 1 }), numeric: true, cell: ({ yearly }) => numberOf(locale, yearly[at]) }));
}

const startOf = (locale: Locale, baseline: number | null, deferred: CivilDay | null): string =>
  baseline === null && deferred !== null ? messages(locale).plans.baselineDeferred({ date: format(locale).date(deferred) }) : numberOf(locale, baseline);

/** What a framework asks, each rule with where it comes from. */
export function RuleTable({ locale, rules }: { readonly locale: Locale; readonly rules: FrameworkRules }) {
  const t = messages(locale).plans;
  return (
    <DataTable
      caption={t.rules}
      captionLook="hidden"
      stack
      rows={wordsOfRules(locale, rules)}
      rowKey={({ rule }) => rule}
      columns={[
        { key: "rule", header: t.rule.rule, names: true, cell: ({ words }) => words },
        { key: "source", header: t.rule.source, cell: ({ source }) => <span lang={source.lang}>{source.text}</span> },
      ]}
    />
  );
}

/** Where a rule or framework comes from, in its own language. */
export function Source({ locale, source }: { readonly locale: Locale; readonly source: string }) {
  const { text, lang } = sourceInWords(locale, source);
  return <span lang={lang}>{text}</span>;
}

/** A memorandum as it was published, made for paper too. */
export function MemorandumPage({ locale, home, memorandum, printAddress }: { readonly locale: Locale; readonly home: string; readonly memorandum: MemorandumInView; readonly printAddress: string }) {
  const t = messages(locale).plans;
  const f = format(locale);
  const { content } = memorandum;
  return (
    <div className="stack-xl">
      <PageHead kicker={<Said locale={locale} text={content.agreement} />} title={t.memorandum({ number: f.number(memorandum.number) })} lead={t.memorandumLead}>
        <p className="noprint">
          <a href={printAddress} data-print="">
            {t.print}
          </a>
        </p>
      </PageHead>
      <SummaryList
        rows={[
          { term: t.made, answer: f.longDate(memorandum.madeOn) },
          { term: t.occasion, answer: t.occasions[content.occasion] },
          ...(content.reason.en + content.reason.cy === "" ? [] : [{ term: t.change.reason, answer: <Said locale={locale} text={content.reason} /> }]),
          { term: t.periodTitle, answer: t.period({ from: f.date(content.period.from), to: f.date(content.period.to) }) },
          { term: t.rule.source, answer: <Source locale={locale} source={content.source} /> },
        ]}
      />
      <Section id="targets" title={t.targets}>
        <DataTable
          caption={t.targets}
          captionLook="hidden"
          stack
          rows={content.targets}
          rowKey={({ slug }) => slug}
          columns={[
            {
              key: "title",
              header: t.change.target,
              names: true,
              cell: ({ slug, title, indicator, indicatorCode }: MemorandumTarget) => (
                <>
                  <a href={`${home}/priorities/${slug}`}>
                    <Said locale={locale} text={title} />
                  </a>
                  <span className="block small muted">
                    {indicatorCode === "" ? "" : `${indicatorCode}: `}
                    <Said locale={locale} text={indicator} />
                  </span>
                </>
              ),
            },
            { key: "kind", header: t.forms.labels.kind, cell: ({ kind, designatedOn }) => (designatedOn === null ? (kind === "designated" ? t.putForward : t.kinds[kind]) : `${t.kinds.designated}, ${f.date(designatedOn)}`) },
            { key: "start", header: t.start, numeric: true, cell: ({ baseline, baselineDeferredUntil }) => startOf(locale, baseline, baselineDeferredUntil) },
            ...yearColumns<MemorandumTarget>(locale, content.targets),
            { key: "regard", header: t.mustRegard, cell: ({ mustHaveRegard }) => mustHaveRegard.map((name) => textIn(name, locale).text).join(", ") },
            { key: "relates", header: t.relatesTo, cell: ({ alsoRelatesTo }) => alsoRelatesTo.map((name) => textIn(name, locale).text).join(", ") },
          ]}
        />
      </Section>
      <p className="small muted hash">{t.fingerprint({ hash: memorandum.sha256 })}</p>
    </div>
  );
}
