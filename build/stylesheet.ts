import { readFileSync } from "node:fs";
import path from "node:path";
import { compile } from "@tailwindcss/node";
import { Scanner } from "@tailwindcss/oxide";
import { transform, type Targets } from "lightningcss";
import { cssBlocks, cssText, type CssBlock } from "./css-blocks.ts";

/** Browsers of 2018, as lightningcss writes versions: major << 16 | minor << 8. */
const BROWSERS_OF_2018: Targets = {
  chrome: 64 << 16,
  edge: 79 << 16,
  firefox: 60 << 16,
  ios_saf: (11 << 16) | (3 << 8),
  safari: (11 << 16) | (1 << 8),
  samsung: 7 << 16,
};

const TOO_NEW = [
  ["@layer", "cascade layers"],
  ["@property", "registered properties"],
  ["color-mix(", "colour mixing: write a token in place of an opacity such as bg-brand/50"],
  ["oklch(", "OKLCH colours"],
  ["@container", "container queries"],
] as const;

export interface Stylesheets {
  /** Everything. */
  readonly full: string;
  /** The same without the fonts, for visitors who ask to save data. */
  readonly saveData: string;
}

/**
 * Compiles `components/styles/folkmoot.css` and the utilities that the sources use, and flattens the
 * result so that browsers of 2018 understand every rule: no layers, no nesting, no registered properties.
 *
 * @param root the project's folder
 * @param fontAddress gives the served address of a font file named in `fonts.css`
 * @throws Error when a rule remains that those browsers would drop
 */
export async function buildStylesheets(root: string, fontAddress: (file: string) => string): Promise<Stylesheets> {
  const folder = path.join(root, "components/styles");
  const compiler = await compile(readFileSync(path.join(folder, "folkmoot.css"), "utf8"), {
    base: folder,
    from: path.join(folder, "folkmoot.css"),
    onDependency: () => {},
  });
  const used = new Scanner({ sources: compiler.sources }).scan();
  const flat = flatten(compiler.build(used), fontAddress);
  return { full: flat, saveData: withoutFonts(flat) };
}

/** Says what in `css` a browser of 2018 would drop; empty when all is well. */
export function findTooNew(css: string): string[] {
  const found = TOO_NEW.filter(([sign]) => css.includes(sign)).map(([sign, name]) => `${sign} (${name})`);
  if (hasNesting(css)) found.push("& (nested rules)");
  return found;
}

function flatten(css: string, fontAddress: (file: string) => string): string {
  const withFonts = css.replace(/url\(["']?([^"')]+\.woff2)["']?\)/g, (_, file: string) => `url("${fontAddress(file)}")`);
  const flat = lower(cssText(withoutLayers(cssBlocks(withFonts))));
  const tooNew = findTooNew(flat);
  if (tooNew.length > 0) throw new Error(`The stylesheet has rules that older phones drop: ${tooNew.join("; ")}`);
  return flat;
}

/** Lifts rules out of their layers, in the order they stand, and makes Tailwind's inner variables plain ones. */
function withoutLayers(blocks: readonly CssBlock[]): CssBlock[] {
  return blocks.flatMap((block) => {
    if (block.prelude.startsWith("@property")) return [];
    if (block.prelude.startsWith("@layer")) return block.body === undefined ? [] : withoutLayers(cssBlocks(block.body));
    // Tailwind sets those variables only for browsers that lack @property yet understand this test.
    if (block.prelude.startsWith("@supports") && block.prelude.includes("-webkit-hyphens")) return cssBlocks(block.body ?? "");
    return [block.prelude === ":root, :host" ? { ...block, prelude: ":root" } : block];
  });
}

function withoutFonts(css: string): string {
  return lower(cssText(cssBlocks(css).filter((block) => block.prelude !== "@font-face")));
}

function lower(css: string): string {
  const { code } = transform({ filename: "folkmoot.css", code: Buffer.from(css), minify: true, targets: BROWSERS_OF_2018 });
  return code.toString();
}

/** A style rule inside a style rule; at-rules may hold rules, other rules may not. */
function hasNesting(css: string): boolean {
  return cssBlocks(css).some(({ prelude, body }) => {
    if (body === undefined) return false;
    return prelude.startsWith("@") ? hasNesting(body) : cssBlocks(body).some((inner) => inner.body !== undefined);
  });
}
