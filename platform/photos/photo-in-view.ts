import type { BilingualText } from "#domain/basics/bilingual.ts";

/** A photo as a page shows it: `<Photo>` of components/pictures makes its picture of this. */
export interface PhotoInView {
  readonly id: string;
  /** Of its largest size, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: BilingualText;
}
