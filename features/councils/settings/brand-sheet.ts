import type { BrandColours } from "#domain/councils/brand-colours.ts";

/** The small stylesheet that puts a council's colours over the default ones. */
export const brandSheet = (colours: BrandColours): string =>
  `:root{--brand:${colours.brand};--brand-deep:${colours.deep};--brand-tint:${colours.tint};` +
  `--brand-line:${colours.line};--on-brand:${colours.onBrand};--on-deep-soft:${colours.onDeepSoft}}\n`;
