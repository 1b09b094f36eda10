/** Widths in pixels: a card on a phone, a card on a sharp screen, a whole page. */
export const PHOTO_WIDTHS = [320, 640, 1280] as const;

/** The widths a photo is kept in: those below its own, and its own. Never larger than the photo itself. */
export const photoWidths = (width: number): readonly number[] => [...PHOTO_WIDTHS.filter((each) => each < width), width];

/** The one width that is kept as JPEG too, for browsers without WebP. */
export const plainPhotoWidth = (width: number): number => photoWidths(width).findLast((each) => each <= 640) ?? width;
