import { photoWidths, plainPhotoWidth } from "#domain/basics/photo-sizes.ts";

export interface PhotoProps {
  readonly id: string;
  /** Of its largest size, in pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows. Empty only where words beside it say the same. */
  readonly alt: string;
  /** The language of `alt`, where it is not the page's. */
  readonly lang?: string | undefined;
  /** How wide it stands in the page, as HTML's `sizes`; the whole width of a phone and 640px from there unless told. */
  readonly sizes?: string | undefined;
  /** The first thing seen on its page: fetched at once. Any other waits until it is scrolled to. */
  readonly first?: boolean | undefined;
  /** Cut to the shape of a card. */
  readonly card?: boolean | undefined;
}

/** A photo of `platform/photos`: the smallest size that is sharp enough, its place kept free until it is there. */
export function Photo({ id, width, height, alt, lang, sizes = "(max-width: 40em) 100vw, 640px", first, card }: PhotoProps) {
  const plain = plainPhotoWidth(width);
  return (
    <picture className={card ? "photo photo--card" : "photo"}>
      <source type="image/webp" srcSet={photoWidths(width).map((each) => `/photo/${id}/${each}.webp ${each}w`).join(", ")} sizes={sizes} />
      <img src={`/photo/${id}/${plain}.jpg`} width={width} height={height} alt={alt} lang={lang} loading={first ? undefined : "lazy"} decoding="async" />
    </picture>
  );
}
