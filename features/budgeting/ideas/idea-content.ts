import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { PhotoAnswer } from "#domain/basics/photo-fields.ts";
import type { IdeaAnswers } from "#domain/budgeting/idea-form.ts";

/** What somebody writes of an idea. */
export interface IdeaContent {
  readonly authorName: string;
  readonly writtenIn: Locale;
  readonly title: BilingualText;
  readonly text: BilingualText;
  readonly category: string;
  readonly areaId: string | null;
  readonly place: string;
  readonly point: { readonly longitude: number; readonly latitude: number } | null;
  readonly costPence: number | null;
  readonly photo: PhotoAnswer;
  readonly answers: IdeaAnswers;
}

/** Its columns, but for the photo, which has a command of its own. */
export const contentColumns = ({ authorName, writtenIn, title, text, category, areaId, place, point, costPence, answers }: IdeaContent) => ({
  authorName,
  writtenIn,
  titleEn: title.en,
  titleCy: title.cy,
  textEn: text.en,
  textCy: text.cy,
  category,
  areaId,
  place,
  longitude: point?.longitude ?? null,
  latitude: point?.latitude ?? null,
  costPence,
  answers,
});
