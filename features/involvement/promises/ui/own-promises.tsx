import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Button } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Section } from "#components/layout/section.tsx";
import { FormFaults } from "#features/accounts/ui/form-faults.tsx";
import { BothLines, labelsOfFaults, type FormKit } from "#features/councils/ui/form-kit.tsx";
import type { OfferInView, PromiseInView } from "#features/involvement/promises/queries.ts";
import { messages } from "#i18n/messages.ts";
import { PROMISE_TAGS } from "./promise-words.ts";

export interface OwnPromisesProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly kicker: string;
  readonly form: RefusedForm;
  readonly done: boolean;
  readonly once: string;
  /** Their budget is made, so that promises can be followed. */
  readonly open: boolean;
  readonly made: readonly PromiseInView[];
  readonly offers: readonly OfferInView[];
}

const TAGS = { waits: "underway", taken: "done", declined: "closed" } as const;

/** Somebody elected sees what of theirs is written down, and adds to it. */
export function OwnPromises({ locale, welsh, kicker, form, done, once, open, made, offers }: OwnPromisesProps) {
  const { own, standings, faults } = messages(locale).promises;
  const kit: FormKit = { locale, welsh, form, stands: {}, labels: { text: own.text }, faultWords: faults };
  return (
    <div className="narrow stack-xl">
      <div className="stack">
        <FormFaults locale={locale} form={form} own={faults} labels={labelsOfFaults(kit)} />
        {done ? <Notice kind="good" answers title={own.sent} /> : null}
        <PageHead kicker={kicker} title={own.title} lead={own.lead} />
      </div>
      <Section id="written" title={own.written}>
        {made.length === 0 ? (
          <p className="muted">{own.none}</p>
        ) : (
          <ul className="tasks plain">
            {made.map(({ id, text, standing }) => {
              const said = textIn(text, locale);
              return (
                <li key={id}>
                  <span lang={said.lang === locale ? undefined : said.lang}>{said.text}</span>
                  <Tag kind={PROMISE_TAGS[standing]}>{standings[standing]}</Tag>
                </li>
              );
            })}
          </ul>
        )}
      </Section>
      {offers.length === 0 ? null : (
        <Section id="offers" title={own.offers}>
          <ul className="tasks plain">
            {offers.map(({ id, text, standing, reason }) => {
              const said = textIn(text, locale);
              return (
                <li key={id}>
                  <span>
                    <span lang={said.lang === locale ? undefined : said.lang}>{said.text}</span>
                    {reason === "" ? null : <span className="small muted"> {own.why({ reason })}</span>}
                  </span>
                  <Tag kind={TAGS[standing]}>{own.standings[standing]}</Tag>
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      <Section id="add" title={own.add} surface="tint">
        {open ? (
          <Form className="stack" hidden={{ once: typed(form, "once", once) }}>
            <BothLines kit={kit} name="text" hint={welsh ? own.hint : undefined} />
            <Button>{own.button}</Button>
          </Form>
        ) : (
          <p>{own.noBudget}</p>
        )}
      </Section>
    </div>
  );
}
