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

/** Colours of the design that a council's own must be readable beside. */
export const WHITE = "#ffffff";
export const PAPER = "#fbf7f0";
export const INK_2 = "#55475a";
export const MARIGOLD = "#ffb81f";

/** WCAG 2.2, 1.4.3: text of ordinary size. */
export const ENOUGH_CONTRAST = 4.5;

const LIGHTNESS_STEP = 0.01;

/**
 * The six colours of a council from its own one.
 *
 * The colour is kept as given where it can carry white words and stand as words on paper and on its own tint; else its
 * lightness in OKLCH goes down by 0.01 until it can. The tint is looked at as well because tags are written on it.
 * The hue is the given colour's throughout; a grey stays grey.
 *
 * @param given `#rrggbb`
 */
export function brandColours(given: string): BrandColours {
  const own = toOklch(given);
  const tint = toHex({ ...own, lightness: 0.945, chroma: Math.min(own.chroma, 0.02) });
  const readable = (colour: string) => [WHITE, PAPER, tint].every((under) => contrast(colour, under) >= ENOUGH_CONTRAST);
  let brand = given.toLowerCase();
  for (let lightness = own.lightness; !readable(brand); ) {
    lightness = Math.max(0, lightness - LIGHTNESS_STEP);
    brand = toHex({ ...own, lightness });
  }
  return {
    brand,
    deep: toHex({ ...own, lightness: 0.26, chroma: Math.min(own.chroma, 0.09) }),
    tint,
    line: toHex({ ...own, lightness: 0.82, chroma: Math.min(own.chroma, 0.05) }),
    onBrand: WHITE,
    onDeepSoft: tint,
  };
}

/** The contrast of two colours (`#rrggbb`), 1 to 21: WCAG 2.2, contrast ratio. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance, 0 to 1. The threshold is WCAG's own, which the difference to sRGB's never shows in 8 bits. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as Triple;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

type Triple = [number, number, number];

interface Oklch {
  /** 0 black to 1 white. */
  readonly lightness: number;
  readonly chroma: number;
  /** Radians. */
  readonly hue: number;
}

/** Björn Ottosson, "A perceptual color space for image processing" (2020): sRGB to OKLab, in polar form. */
function toOklch(colour: string): Oklch {
  const [red, green, blue] = channels(colour).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as Triple;
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return {
    lightness: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

/** The nearest colour a screen can show: same lightness and hue, and as much of the chroma as there is room for. */
function toHex({ lightness, chroma, hue }: Oklch): string {
  let most = chroma;
  if (!shows(linear(lightness, chroma, hue))) {
    let least = 0;
    for (let step = 0; step < 24; step += 1) {
      const middle = (least + most) / 2;
      if (shows(linear(lightness, middle, hue))) least = middle;
      else most = middle;
    }
    most = least;
  }
  const encoded = linear(lightness, most, hue).map((value) => {
    const kept = Math.min(1, Math.max(0, value));
    const gamma = kept <= 0.0031308 ? 12.92 * kept : 1.055 * kept ** (1 / 2.4) - 0.055;
    return Math.round(gamma * 255).toString(16).padStart(2, "0");
  });
  return `#${encoded.join("")}`;
}

const shows = (colour: Triple): boolean => colour.every((value) => value >= -1e-6 && value <= 1 + 1e-6);

function linear(lightness: number, chroma: number, hue: number): Triple {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** Red, green and blue, 0 to 1. */
const channels = (colour: string): Triple => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as Triple;
