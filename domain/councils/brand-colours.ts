/** The six values worked out from the one colour a council gives (look.md: a council's own colour). Hex, lower case. */
export interface BrandColours {
  readonly brand: string;
  readonly deep: string;
  readonly tint: string;
  readonly line: string;
  readonly onBrand: string;
  readonly onDeepSoft: string;
}

export const DAMSON: BrandColours = {
  brand: "#5e1f58",
  deep: "#3a113a",
  tint: "#f5e9f3",
  line: "#d8b9d3",
  onBrand: "#ffffff",
  onDeepSoft: "#f5e9f3",
};
