/** One statement of a stylesheet: `prelude { body }`, or `prelude;` where `body` is undefined. */
export interface CssBlock {
  readonly prelude: string;
  readonly body: string | undefined;
}

/**
 * Cuts a stylesheet, or the inside of a block, into its statements. Comments are dropped; strings are
 * respected. A declaration is a statement without a body.
 */
export function cssBlocks(css: string): CssBlock[] {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, "");
  const blocks: CssBlock[] = [];
  let depth = 0;
  let parentheses = 0;
  let start = 0;
  let bodyStart = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"' || character === "'") at = endOfString(text, at);
    else if (character === "(") parentheses += 1;
    else if (character === ")") parentheses -= 1;
    else if (character === "{") {
      if (depth === 0) bodyStart = at + 1;
      depth += 1;
    } else if (character === "}") {
      depth -= 1;
      if (depth === 0) {
        blocks.push({ prelude: text.slice(start, bodyStart - 1).trim(), body: text.slice(bodyStart, at) });
        start = at + 1;
      }
    } else if (character === ";" && depth === 0 && parentheses === 0) {
      blocks.push({ prelude: text.slice(start, at).trim(), body: undefined });
      start = at + 1;
    }
  }
  const rest = text.slice(start).trim();
  return rest === "" ? blocks : [...blocks, { prelude: rest, body: undefined }];
}

/** The statements as text again. */
export function cssText(blocks: readonly CssBlock[]): string {
  return blocks.map(({ prelude, body }) => (body === undefined ? `${prelude};` : `${prelude}{${body}}`)).join("\n");
}

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== text[from]) at += text[at] === "\\" ? 2 : 1;
  return at;
}
