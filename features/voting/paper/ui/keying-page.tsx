import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { shownPaperNumber } from "#domain/voting/paper/paper-number.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { Tag } from "#components/feedback/tag.tsx";
import { Bar } from "#components/charts/bar.tsx";
import { Button, ButtonRow } from "#components/forms/button.tsx";
import { Checkbox } from "#components/forms/choices.tsx";
import { Form } from "#components/forms/form.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { PaperOnForm } from "#features/voting/paper/input.ts";
import type { BatchInView, OwnPass } from "#features/voting/paper/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import { MarksFields } from "./marks-fields.tsx";

interface KeyingPageProps {
  readonly locale: Locale;
  readonly address: string;
  readonly batch: BatchInView;
  readonly paper: PaperOnForm & { readonly budgetPence: number | null };
  readonly own: OwnPass;
  /** A paper of one's own that is opened again to be put right. */
  readonly again: number | null;
  readonly form: RefusedForm;
  readonly kept: string | null;
}

/** Keys one paper after another, by hand or by touch: look.md screen 13. */
export function KeyingPage(props: KeyingPageProps) {
  const { locale, address, batch, paper, own, again, form, kept } = props;
  const t = messages(locale).paper;
  const f = format(locale);
  const done = own.keyed.length;
  const all = Math.max(batch.account?.returned ?? 0, done);
  const number = (value: number) => shownPaperNumber({ place: batch.place.letters, number: value });
  const stands = again === null ? null : (own.keyed.find((each) => each.number === again) ?? null);
  const names = { batch: batch.code, place: textIn(batch.place.name, locale).text };
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <div className="stack-l keying">
        <div>
          <div className="row">
            <h1>{stands ? t.keying.titleAgain({ paper: number(stands.number) }) : t.keying.title({ at: f.number(Math.max(1, Math.min(done + 1, all))), all: f.number(all) })}</h1>
            <Tag kind="done" shape="half">
              {t.batch.pass[own.pass]}
            </Tag>
          </div>
          <p className="muted">{t.keying.lead[own.pass](names)}</p>
          <div className="keying__bar">
            <Bar percent={all === 0 ? 100 : (100 * done) / all} label={t.keying.progress({ done: f.number(done), all: f.number(all) })} height="thin" />
          </div>
        </div>
        {kept === null ? null : <Notice kind="good" title={t.keying.kept({ paper: kept })} answers />}
        <div className="grid g-main">
          <Form className="card stack" id="keying" hidden={{ instead: stands ? String(stands.number) : undefined }}>
            <TextField
              name="paper"
              label={t.keying.paper}
              hint={t.keying.paperHint}
              width="code"
              value={typed(form, "paper", stands ? number(stands.number) : "")}
              error={fieldError(locale, form, "paper", t.faults)}
            />
            <MarksFields locale={locale} paper={paper} form={form} stands={stands} />
            <ButtonRow>
              <Button name="intent" value="save" forward={!stands}>
                {stands ? t.keying.saveAgain : t.keying.save}
              </Button>
              <Button name="intent" value="aside" look="line">
                {t.keying.aside}
              </Button>
            </ButtonRow>
          </Form>
          <aside className="stack">
            <Card title={t.keying.keys}>
              <ul className="plain stack-s small">
                <li data-needs-script hidden>
                  {t.keying.keyBox}
                </li>
                <li data-needs-script hidden>
                  {t.keying.keySave}
                </li>
                <li>{t.keying.keyTab}</li>
              </ul>
            </Card>
            <Card title={t.keying.batch}>
              <SummaryList
                rows={[
                  { term: t.keying.keyed, answer: <span className="num">{f.number(done)}</span> },
                  { term: t.keying.left, answer: <span className="num">{f.number(Math.max(0, all - done))}</span> },
                ]}
              />
            </Card>
            {own.keyed.length > 0 ? (
              <Card title={t.keying.latest}>
                <ul className="plain stack-s small">
                  {[...own.keyed].map((each) => (
                    <li key={each.number}>
                      <a href={`${address}?again=${each.number}`}>
                        <span className="vh">{t.keying.again} </span>
                        {number(each.number)}
                      </a>
                    </li>
                  ))}
                </ul>
              </Card>
            ) : null}
            <Card title={t.keying.doneTitle}>
              <Form hidden={{ act: "done" }} className="stack">
                {form.faults.some(({ field }) => field === "sure") ? <Checkbox name="sure" text={t.keying.sure} error={fieldError(locale, form, "sure", t.faults)} /> : null}
                <Button look="line" small>
                  {t.keying.done}
                </Button>
              </Form>
            </Card>
          </aside>
        </div>
      </div>
    </>
  );
}
