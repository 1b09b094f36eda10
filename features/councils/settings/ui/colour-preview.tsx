import { contrast, INK_2, MARIGOLD, PAPER, WHITE, type BrandColours } from "#domain/councils/brand-colours.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { DataTable } from "#components/tables/data-table.tsx";
import { Details } from "#components/layout/details.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface ColourPreviewProps {
  readonly locale: Locale;
  readonly given: string;
  readonly colours: BrandColours;
}

/** The council's own colour beside what became of it, a piece of a page in it, and the figures. */
export function ColourPreview({ locale, given, colours }: ColourPreviewProps) {
  const t = messages(locale).councils.settings;
  const darkened = colours.brand !== given;
  return (
    <div className="stack">
      <ColourPicture locale={locale} given={given} colours={colours} />
      <p>{darkened ? t.darkened : t.asGiven}</p>
      <Details summary={t.figures}>
        <ColourTable locale={locale} colours={colours} />
      </Details>
    </div>
  );
}

// Colours go in as attributes of the drawing: a strict policy lets no style stand in the page.
function ColourPicture({ locale, given, colours }: ColourPreviewProps) {
  const t = messages(locale).councils.settings;
  const { brand, deep, tint, line, onBrand, onDeepSoft } = colours;
  return (
    <svg width="480" viewBox="0 0 480 380" role="img" aria-label={t.previewLabel({ given, used: brand })} focusable="false">
      <g fontSize="20" fontWeight="600">
        <rect x="0" y="0" width="232" height="72" rx="10" fill={given} />
        <rect x="248" y="0" width="232" height="72" rx="10" fill={brand} />
        <g fill="currentColor">
          <text y="97">{t.yours}</text>
          <text y="121">{given}</text>
          <text x="248" y="97">
            {t.used}
          </text>
          <text x="248" y="121">
            {brand}
          </text>
        </g>
        <rect x="1" y="140" width="478" height="239" rx="10" fill={PAPER} stroke={line} strokeWidth="2" />
        <path d="M1 208V150a10 10 0 0 1 10-10h458a10 10 0 0 1 10 10v58Z" fill={deep} />
        <text x="24" y="173" fill={onDeepSoft}>
          {t.sample.heading}
        </text>
        <rect x="24" y="186" width="72" height="6" fill={MARIGOLD} />
        <rect x="24" y="226" width="240" height="44" rx="8" fill={brand} />
        <text x="144" y="255" textAnchor="middle" fill={onBrand}>
          {t.sample.button}
        </text>
        <rect x="24" y="284" width="300" height="36" rx="8" fill={tint} />
        <text x="40" y="309" fill={brand}>
          {t.sample.tag}
        </text>
        <text x="24" y="354" fill={brand} textDecoration="underline">
          {t.sample.link}
        </text>
      </g>
    </svg>
  );
}

function ColourTable({ locale, colours }: { readonly locale: Locale; readonly colours: BrandColours }) {
  const t = messages(locale).councils.settings;
  const { decimal } = format(locale);
  const with_ = (colour: string, beside: string, name: keyof typeof t.beside) =>
    t.contrastOf({ ratio: decimal(Math.floor(contrast(colour, beside) * 100) / 100), beside: t.beside[name] });
  const rows = [
    { use: t.uses.brand, colour: colours.brand, contrast: with_(colours.brand, PAPER, "paper") },
    { use: t.uses.onBrand, colour: colours.onBrand, contrast: with_(colours.onBrand, colours.brand, "brand") },
    { use: t.uses.deep, colour: colours.deep, contrast: `${with_(colours.deep, WHITE, "white")}, ${with_(colours.deep, MARIGOLD, "gold")}` },
    { use: t.uses.onDeepSoft, colour: colours.onDeepSoft, contrast: with_(colours.onDeepSoft, colours.deep, "deep") },
    { use: t.uses.tint, colour: colours.tint, contrast: with_(colours.tint, INK_2, "hints") },
    { use: t.uses.line, colour: colours.line, contrast: t.decoration },
  ];
  return (
    <DataTable
      caption={t.figures}
      captionLook="hidden"
      stack
      columns={[
        { key: "use", header: t.figure, cell: (row) => row.use },
        { key: "colour", header: t.value, cell: (row) => <span className="mono">{row.colour}</span> },
        { key: "contrast", header: t.contrast, cell: (row) => row.contrast },
      ]}
      rows={rows}
      rowKey={(row) => row.use}
    />
  );
}
