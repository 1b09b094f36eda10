import { textIn, type BilingualText, type Locale } from "#domain/basics/bilingual.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import { ASK_STANDINGS, NOTED_KINDS } from "#domain/golden-thread/thread.ts";
import { BothLines, BothParagraphs, dateBoxes, DateBoxes, FormFrame, Line, Select, Whole } from "#features/councils/ui/form-kit.tsx";
import type { NotedStop, ThreadStop } from "#features/golden-thread/queries.ts";
import { messages } from "#i18n/messages.ts";

export interface NotedFormProps {
  readonly locale: Locale;
  /** The council's own address. */
  readonly home: string;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  /** What is changed; null for a new one. */
  readonly noted: NotedStop | null;
  readonly once: string;
  readonly engagements: readonly ThreadStop[];
  readonly areas: readonly { readonly id: string; readonly name: BilingualText }[];
}

/** Writes down something the thread passes through. */
export function NotedForm({ locale, home, welsh, form, noted, once, engagements, areas }: NotedFormProps) {
  const { manage, kinds, noted: words, faults } = messages(locale).goldenThread;
  const t = manage.stops;
  const name = ({ title }: { readonly title: BilingualText }) => textIn(title, locale).text;
  const kit = {
    locale,
    welsh,
    form,
    stands: {
      kind: noted?.kind ?? "decision",
      slug: noted?.slug ?? "",
      titleEn: noted?.title.en ?? "",
      titleCy: noted?.title.cy ?? "",
      wordsEn: noted?.words.en ?? "",
      wordsCy: noted?.words.cy ?? "",
      engagementId: noted?.engagementId ?? "",
      people: noted?.people?.toString() ?? "",
      byEn: noted?.by.en ?? "",
      byCy: noted?.by.cy ?? "",
      standing: noted?.standing ?? "",
      source: noted?.source ?? "",
      areaId: noted?.areaId ?? "",
      ...dateBoxes("onDay", noted?.onDay ?? null),
    },
    labels: { kind: t.kind, slug: t.slug, title: t.name, words: t.words, engagementId: t.engagement, people: t.people, by: t.by, standing: t.standing, onDay: t.onDay, source: t.source, areaId: t.area },
    faultWords: faults,
  };
  return (
    <FormFrame kit={kit} title={noted ? `${t.edit}: ${name(noted)}` : t.add} lead={t.lead} hidden={{ once }} button={noted ? t.saveChange : t.save} back={{ href: `${home}/manage/thread`, text: t.back }}>
      <Select kit={kit} name="kind" options={(noted ? [noted.kind] : NOTED_KINDS).map((value) => ({ value, text: kinds[value] }))} />
      <BothLines kit={kit} name="title" />
      <Line kit={kit} name="slug" hint={t.slugHint} width="medium" />
      <BothParagraphs kit={kit} name="words" rows={3} />
      <DateBoxes kit={kit} name="onDay" hint={t.dateHint} />
      <Select kit={kit} name="engagementId" hint={t.engagementHint} options={[{ value: "", text: t.noEngagement }, ...engagements.map((each) => ({ value: each.id, text: name(each) }))]} />
      <Whole kit={kit} name="people" hint={t.peopleHint} />
      <BothLines kit={kit} name="by" hint={t.byHint} />
      <Select kit={kit} name="standing" options={[{ value: "", text: t.noStanding }, ...ASK_STANDINGS.map((value) => ({ value, text: words.standings[value] }))]} />
      <Select kit={kit} name="areaId" options={[{ value: "", text: t.noArea }, ...areas.map(({ id, name: area }) => ({ value: id, text: textIn(area, locale).text }))]} />
      <Line kit={kit} name="source" hint={t.sourceHint} />
    </FormFrame>
  );
}
