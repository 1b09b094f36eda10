import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { CONSULTATIONS } from "#domain/priorities/sign-off.ts";
import { gapsOf } from "#domain/priorities/target-readiness.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Notice } from "#components/feedback/notice.tsx";
import { ButtonLink, ButtonRow } from "#components/forms/button.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { Said } from "#features/councils/ui/said.tsx";
import type { JointPlan, PlanInList } from "#features/priorities/plans/queries.ts";
import type { StrategyInView, TargetInView } from "#features/priorities/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { PlanForm } from "./plan-forms.tsx";
import { isVoided, JointPlans, PlanParts, PlanTable, PlanTags, type PlanPageProps } from "./plan-page.tsx";

export interface PlansDeskProps {
  readonly locale: Locale;
  readonly address: string;
  readonly plans: readonly PlanInList[];
  readonly strategies: readonly StrategyInView[];
  readonly indicators: number;
  /** Plans of other councils that this one is a member of. */
  readonly joint: readonly JointPlan[];
  readonly maySign: boolean;
  readonly saved: boolean;
  readonly mayEdit: boolean;
}

/** Plans, and the strategies they carry out, as officers keep them. */
export function PlansDesk({ locale, address, plans, strategies, indicators, joint, maySign, saved, mayEdit }: PlansDeskProps) {
  const t = messages(locale).plans;
  const change = (form: string, id: string, about: string) =>
    mayEdit ? (
      <a href={`${address}/above/${form}?id=${id}`}>
        {t.desk.change}
        <span className="vh">: {about}</span>
      </a>
    ) : null;
  return (
    <div className="stack-xl">
      <PageHead title={t.desk.title} lead={t.desk.lead} />
      {saved ? <Notice kind="good" title={t.desk.saved} answers /> : null}
      {plans.length === 0 ? <EmptyState level={2} title={t.none} /> : <PlanTable locale={locale} address={address} plans={plans} />}
      {mayEdit ? (
        <ButtonRow>
          <ButtonLink href={`${address}/above/begin`}>{t.desk.begin}</ButtonLink>
          <a href={`${address}/frameworks`}>{messages(locale).frameworks.title}</a>
        </ButtonRow>
      ) : null}
      <JointPlans
        locale={locale}
        plans={joint}
        {...(maySign && {
          act: ({ id, title, state, signature }) =>
            state === "draft" ? (
              <a href={`${address}/above/${signature?.stands ? "unsign" : "sign"}?plan=${id}`}>
                {signature?.stands ? t.desk.unsign : t.desk.sign}
                <span className="vh">: {textIn(title, locale).text}</span>
              </a>
            ) : (
              ""
            ),
        })}
      />
      <p className="small muted">{indicators === 0 ? t.desk.noIndicators : t.desk.indicators({ count: indicators })}</p>
      <Section id="strategies" title={t.desk.strategies}>
        <div className="stack">
          {strategies.map((strategy) => (
            <div key={strategy.id} className="stack-s">
              <h3>
                <Said locale={locale} text={strategy.title} />
              </h3>
              <p>{change("strategy", strategy.id, textIn(strategy.title, locale).text)}</p>
              <ol>
                {strategy.themes.map((theme) => (
                  <li key={theme.id}>
                    <strong>
                      <Said locale={locale} text={theme.title} />
                    </strong>{" "}
                    {change("theme", theme.id, textIn(theme.title, locale).text)}
                    <ul>
                      {theme.outcomes.map((outcome) => (
                        <li key={outcome.id}>
                          <Said locale={locale} text={outcome.title} /> {change("outcome", outcome.id, textIn(outcome.title, locale).text)}
                        </li>
                      ))}
                    </ul>
                  </li>
                ))}
              </ol>
            </div>
          ))}
          {mayEdit ? (
            <ButtonRow>
              <ButtonLink look="line" small href={`${address}/above/strategy`}>
                {t.desk.addStrategy}
              </ButtonLink>
              {strategies.length > 0 ? (
                <ButtonLink look="line" small href={`${address}/above/theme`}>
                  {t.desk.addTheme}
                </ButtonLink>
              ) : null}
              {strategies.some(({ themes }) => themes.length > 0) ? (
                <ButtonLink look="line" small href={`${address}/above/outcome`}>
                  {t.desk.addOutcome}
                </ButtonLink>
              ) : null}
            </ButtonRow>
          ) : null}
        </div>
      </Section>
    </div>
  );
}

export interface PlanDeskProps extends PlanPageProps {
  /** This plan's address at the desk. */
  readonly address: string;
  /** Targets in no plan, which a draft may take in. */
  readonly loose: readonly TargetInView[];
  readonly partnerNames: ReadonlyMap<string, string>;
  readonly saved: boolean;
  readonly may: { readonly edit: boolean; readonly recordStep: boolean; readonly decide: boolean; readonly reopen: boolean; readonly sign: boolean };
  /** The council whose workspace it is. */
  readonly councilId: string;
  /** Who looks: they put no change of their own into effect. */
  readonly personId: string;
}

/** One plan as officers keep it: what comes next first, then everything residents see, with what may be done to each part. */
export function PlanDesk({ locale, home, address, plan, targets, loose, partnerNames, saved, may, personId, councilId }: PlanDeskProps) {
  const t = messages(locale).plans;
  const f = format(locale);
  const draft = plan.state === "draft";
  const mine = plan.councils.find(({ id }) => id === councilId);
  const inForce = plan.state === "approved";
  const forms: readonly (readonly [PlanForm, boolean])[] = [
    ["target", draft && may.edit],
    ["agree", draft && may.recordStep && plan.framework.rules.approvals.includes("partners-agreed")],
    ["council", draft && may.edit],
    ["step", draft && may.recordStep],
    ["designate", inForce && may.recordStep && targets.some(({ kind, designatedOn, removedOn }) => kind === "designated" && designatedOn === null && removedOn === null)],
    ["propose", inForce && may.edit],
    ["open-review", inForce && may.edit && !plan.reviews.some(({ closedOn }) => closedOn === null)],
    ["close-review", inForce && may.edit && plan.reviews.some(({ closedOn }) => closedOn === null)],
    ["reopen", inForce && may.reopen],
    ["log", plan.state !== "closed" && may.edit],
    ["close", inForce && may.recordStep],
  ];
  const link = (form: PlanForm, query: string, text: string, about: string) => (
    <a href={`${address}/${form}?${query}`}>
      {text}
      <span className="vh">: {about}</span>
    </a>
  );
  const unready = targets.filter((target) => gapsFor(target).length > 0);
  return (
    <div className="stack-xl">
      <PageHead kicker={<Said locale={locale} text={plan.framework.name} />} tag={<PlanTags locale={locale} plan={plan} />} title={textIn(plan.title, locale).text} lead={t.period({ from: f.date(plan.startsOn), to: f.date(plan.endsOn) })}>
        <p className="row">
          <a href={`${home}/plans/${plan.slug}`}>{t.desk.asResident}</a>
          <a href={`${home}/plans/${plan.slug}/versions`}>{messages(locale).versions.link}</a>
        </p>
      </PageHead>
      {saved ? <Notice kind="good" title={t.desk.saved} answers /> : null}
      <ButtonRow>
        {forms
          .filter(([, mayDo]) => mayDo)
          .map(([form]) => (
            <ButtonLink key={form} look="line" small href={`${address}/${form}${form === "propose" ? "?kind=addition" : ""}`}>
              {form === "target" ? t.desk.addTarget : form === "propose" ? t.forms.changeKinds.addition : form === "return" ? t.desk.returns : t.desk[form as Exclude<PlanForm, "target" | "remove-target" | "propose" | "return">]}
            </ButtonLink>
          ))}
      </ButtonRow>
      {draft && may.sign && mine ? (
        <p>
          <a href={`${address.replace(/[^/]+$/, "")}above/${mine.signature?.stands ? "unsign" : "sign"}?plan=${plan.id}`}>{mine.signature?.stands ? t.desk.unsign : t.desk.sign}</a>
        </p>
      ) : null}
      {draft && isVoided(plan) ? (
        <Notice kind="warn" title={t.desk.voidedTitle}>
          {t.desk.voided}
        </Notice>
      ) : null}
      {draft && may.edit && !isVoided(plan) && isSigned(plan) ? <Notice kind="info" title={t.desk.willVoid} /> : null}
      {draft && unready.length > 0 ? (
        <Notice kind="warn" title={t.desk.gaps}>
          <ul>
            {unready.map((target) => (
              <li key={target.id}>
                <Said locale={locale} text={target.title} />: {f.list(gapsFor(target).map((gap) => t.desk.gapWords[gap]))}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {draft && may.edit && loose.length > 0 ? (
        <Section id="loose" title={t.desk.loose}>
          <ul>
            {loose.map((target) => (
              <li key={target.id}>
                <Said locale={locale} text={target.title} /> {link("target", `target=${target.id}`, t.desk.takeIn, textIn(target.title, locale).text)}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {draft && plan.consents.some(({ stands }) => stands) ? (
        <p>
          {t.desk.partnersAgreed}: {f.list(plan.consents.filter(({ stands }) => stands).map(({ partnerId }) => partnerNames.get(partnerId) ?? ""))}
        </p>
      ) : null}
      <PlanParts
        locale={locale}
        home={home}
        plan={plan}
        targets={targets}
        address={`${home}/plans/${plan.slug}`}
        acts={{
          ...(may.edit && {
            targets: (target) => {
              const about = textIn(target.title, locale).text;
              if (draft)
                return (
                  <span className="row">
                    {link("target", `target=${target.id}`, t.desk.change, about)}
                    {plan.councils.length > 1 ? link("split", `target=${target.id}`, t.desk.split, about) : null}
                    {link("remove-target", `target=${target.id}`, t.desk.takeOut, about)}
                  </span>
                );
              if (!inForce) return "";
              const kinds = target.designatedOn === null ? (["amendment", "removal"] as const) : (["revision", "revocation"] as const);
              return (
                <span className="stack-s">
                  {link("return", `target=${target.id}`, t.desk.returns, about)}
                  {kinds.map((kind) => (
                    <span key={kind} className="block">
                      {link("propose", `target=${target.id}&kind=${kind}`, t.forms.changeKinds[kind], about)}
                    </span>
                  ))}
                </span>
              );
            },
          }),
          changes: (change) =>
            change.state === "proposed" ? (
              <span className="stack-s">
                {may.edit && change.concerned.some(({ answer }) => answer === null) ? link("answer", `change=${change.id}`, t.desk.answer, textIn(change.title, locale).text) : null}
                {may.edit && change.proposedBy === personId ? <span className="block">{link("withdraw", `change=${change.id}`, t.desk.withdraw, textIn(change.title, locale).text)}</span> : null}
                {may.decide && change.proposedBy !== personId ? <span className="block">{link("decide", `change=${change.id}`, t.desk.decide, textIn(change.title, locale).text)}</span> : null}
              </span>
            ) : (
              ""
            ),
        }}
      />
    </div>
  );
}

/** Whether anybody has signed, agreed to or approved the version that stands. */
const isSigned = ({ steps, consents, councils }: PlanDeskProps["plan"]): boolean => consents.some(({ stands }) => stands) || councils.some(({ signature }) => signature?.stands) || steps.some(({ step, stands }) => stands && !CONSULTATIONS.includes(step));

const gapsFor = ({ baseline, baselineDeferredUntil, yearly, parts }: TargetInView) => gapsOf({ baseline, baselineDeferredUntil, yearly, partners: parts.length });
