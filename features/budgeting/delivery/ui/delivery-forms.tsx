import type { ReactNode } from "react";
import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { MONEY_KINDS } from "#domain/budgeting/delivery.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import type { Delivery } from "#features/budgeting/delivery/queries.ts";
import { PhotoQuestion } from "#features/councils/ui/photo-question.tsx";
import type { PhotoInView } from "#platform/photos/photo-in-view.ts";
import { BothLines, BothParagraphs, Choose, DateBoxes, dateBoxes, FormFrame, Line, Money, Select, type FormKit } from "#features/councils/ui/form-kit.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export const DELIVERY_FORMS = ["assign", "milestone", "remove", "money", "take-back", "update", "end", "return"] as const;
export type DeliveryForm = (typeof DELIVERY_FORMS)[number];

export interface DeliveryFormProps {
  readonly locale: Locale;
  readonly welsh: boolean;
  readonly which: DeliveryForm;
  readonly delivery: Delivery;
  /** The step that is changed or taken out. */
  readonly stepId: string | null;
  readonly pots: readonly { readonly id: string; readonly name: BilingualText; readonly amountPence: number }[];
  readonly form: RefusedForm;
  readonly once: string;
  /** The photo that came with a refused form. */
  readonly photo: PhotoInView | null;
  readonly back: string;
}

/** One form of a delivery on a page of its own. */
export function DeliveryFormPage(props: DeliveryFormProps) {
  const { locale, welsh, which, delivery, stepId, pots, form, once, photo, back } = props;
  const t = messages(locale).delivery;
  const step = delivery.milestones.find(({ id }) => id === stepId);
  const kit: FormKit = {
    locale,
    welsh,
    form,
    stands: { ...(which === "assign" ? assigned(delivery) : {}), ...(step ? standing(step) : {}) },
    labels: { ...t.forms.labels, ...(which === "take-back" ? { because: t.forms.labels.takeBackBecause } : {}), ...(which === "end" ? { kind: t.forms.labels.endKind } : {}) },
    faultWords: t.faults,
  };
  const wayBack = { href: back, text: t.forms.back };
  const frame = (words: { readonly title: string; readonly lead: string; readonly button: string }, hidden: Readonly<Record<string, string>>, children: ReactNode, multipart = false) => (
    <FormFrame kit={kit} multipart={multipart} title={words.title} lead={words.lead} hidden={hidden} button={words.button} back={wayBack}>
      {children}
    </FormFrame>
  );
  const number = { once: typed(form, "once", step?.id ?? once) };
  switch (which) {
    case "assign":
      return frame(
        t.forms.assign,
        {},
        <>
          <Line kit={kit} name="doneBy" />
          <Line kit={kit} name="contractor" />
          <Line kit={kit} name="contactEmail" />
          <BothLines kit={kit} name="place" />
        </>,
      );
    case "milestone":
      return frame(
        t.forms.milestone,
        number,
        <>
          <BothLines kit={kit} name="title" />
          <DateBoxes kit={kit} name="plannedFor" />
          <DateBoxes kit={kit} name="doneOn" />
          <BothLines kit={kit} name="note" />
        </>,
      );
    case "remove":
      return frame({ title: t.desk.removeTitle({ title: step ? textIn(step.title, locale).text : "" }), lead: t.desk.removeLead, button: t.desk.remove }, { milestoneId: typed(form, "milestoneId", step?.id ?? "") }, null);
    case "money":
      return frame(
        t.forms.money,
        { once: typed(form, "once", once) },
        <>
          <Choose kit={kit} name="kind" choices={MONEY_KINDS.map((value) => ({ value, text: t.forms.kinds[value] }))} />
          <BothLines kit={kit} name="what" />
          <Line kit={kit} name="paidTo" />
          <DateBoxes kit={kit} name="on" />
          <Money kit={kit} name="amount" />
          <BothLines kit={kit} name="because" />
        </>,
      );
    case "take-back":
      return frame(
        t.forms["take-back"],
        {},
        <>
          <Select
            kit={kit}
            name="entryId"
            options={[
              { value: "", text: "" },
              ...delivery.money.filter(({ settled }) => !settled).map(({ id, what, on, amountPence }) => ({ value: id, text: `${format(locale).money(amountPence)} · ${textIn(what, locale).text} · ${format(locale).date(on)}` })),
            ]}
          />
          <BothLines kit={kit} name="because" />
        </>,
      );
    case "update":
      return frame(
        t.forms.update,
        { once: typed(form, "once", once) },
        <>
          <BothLines kit={kit} name="title" />
          <BothParagraphs kit={kit} name="text" hint={t.forms.hints.text} rows={6} />
          <Line kit={kit} name="writtenBy" hint={t.forms.hints.writtenBy} />
          <PhotoQuestion locale={locale} form={form} languages={welsh ? ["en", "cy"] : ["en"]} photo={photo} />
        </>,
        true,
      );
    case "end":
      return frame(
        t.forms.end,
        {},
        <>
          <Choose kit={kit} name="kind" choices={(["finished", "stopped"] as const).map((value) => ({ value, text: t.forms.ends[value] }))} />
          <DateBoxes kit={kit} name="on" />
          <BothParagraphs kit={kit} name="reason" />
        </>,
      );
    case "return":
      return pots.length === 0 ? (
        <>
          <PageHead title={t.forms.return.title} />
          <EmptyState level={2} title={t.forms.noPot} action={<a href={back}>{t.forms.back}</a>}>
            {t.forms.noPotMore}
          </EmptyState>
        </>
      ) : (
        frame(
          t.forms.return,
          {},
          <Choose kit={kit} name="toPotId" choices={pots.map(({ id, name, amountPence }) => ({ value: id, text: `${textIn(name, locale).text} (${format(locale).money(amountPence)})` }))} />,
        )
      );
  }
}

const assigned = ({ doneBy, contractor, contactEmail, place }: Delivery) => ({ doneBy, contractor, contactEmail, placeEn: place.en, placeCy: place.cy });

const standing = ({ title, note, plannedFor, doneOn }: Delivery["milestones"][number]) => ({
  titleEn: title.en,
  titleCy: title.cy,
  noteEn: note.en,
  noteCy: note.cy,
  ...dateBoxes("plannedFor", plannedFor),
  ...dateBoxes("doneOn", doneOn),
});
