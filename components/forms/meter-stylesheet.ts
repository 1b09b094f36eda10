/** A project on a ballot: the id of its tick box, and what it costs in pence. */
export interface MeterOption {
  readonly id: string;
  readonly costPence: number;
}

/** The two sentences of the meter, with {amount} where the figure stands. */
export interface MeterWords {
  /** "{amount} left". */
  readonly left: string;
  /** "{amount} too much". */
  readonly tooMuch: string;
}

/**
 * The stylesheet of one ballot, for browsers that can add up ticked boxes by themselves: serve it from an
 * address of its own and link it after the others. It changes what the meter shows, never what is sent;
 * the server's sum is the one that counts. Other browsers skip all of it.
 *
 * @param potPence the pot, in pence
 * @throws RangeError when an id is not a plain name or an amount is not a whole number from 0
 */
export function meterStylesheet(options: readonly MeterOption[], potPence: number, words: MeterWords): string {
  for (const { id, costPence } of options) {
    if (!/^[a-z][\w-]*$/i.test(id)) throw new RangeError(`Not a plain id: ${id}`);
    assertAmount(costPence);
  }
  assertAmount(potPence);
  const names = options.map((_, index) => `--p${index}`);
  const nothing = names.map((name) => `${name}:0`).join(";");
  const sum = names.length === 0 ? "0" : `calc(${names.map((name) => `var(${name})`).join(" + ")})`;
  const [leftBefore, leftAfter] = aroundAmount(words.left);
  const [overBefore, overAfter] = aroundAmount(words.tooMuch);
  return `${COUNTER_STYLES}
@counter-style meter-before{system:fixed 0;symbols:${quoted(leftBefore)} ${quoted(overBefore)}}
@counter-style meter-after{system:fixed 0;symbols:${quoted(leftAfter)} ${quoted(overAfter)}}
@supports (selector(:has(*))) and (width:calc(1px*round(down,1.5,1))) and (width:calc(1px*mod(5,2))){
.ballot{${nothing};--sum:${sum};--left:calc(${potPence} - var(--sum));--over:min(max(var(--sum) - ${potPence},0),1)}
${options.map(({ id, costPence }, index) => `.ballot:has(#${id}:checked){--p${index}:${costPence}}`).join("\n")}
.ballot .live--left>span,.ballot .live--of>span{display:none}
.ballot .live--left{--pence:max(var(--left),0 - var(--left))}
.ballot .live--of{--pence:var(--sum)}
.ballot .live--left::after,.ballot .live--of::after{${GROUPS}}
.ballot .live--left::after{content:counter(over,meter-before) ${FIGURE} counter(over,meter-after)}
.ballot .live--of::after{content:${FIGURE}}
.ballot .meter__fill{width:calc(min(var(--sum)/${Math.max(1, potPence)},1)*100%)}
.ballot .meter__over{opacity:var(--over)}
}
`;
}

/**
 * How counters write an amount. Each group of three figures has a counter that is below nought, and so
 * written as nothing, where the group is not shown; groups after the first are filled up with noughts.
 */
const COUNTER_STYLES = `@counter-style meter-none{system:cyclic;symbols:""}
@counter-style meter-plain{system:extends decimal;range:0 infinite;fallback:meter-none}
@counter-style meter-three{system:extends decimal;pad:3 "0";range:0 infinite;fallback:meter-none}
@counter-style meter-two{system:extends decimal;pad:2 "0";range:1 99;fallback:meter-none}
@counter-style meter-comma{system:cyclic;symbols:",";range:0 infinite;fallback:meter-none}
@counter-style meter-point{system:cyclic;symbols:".";range:1 infinite;fallback:meter-none}`;

const GROUPS = [
  "--pounds:round(down,calc(var(--pence)/100),1)",
  "--m:round(down,calc(var(--pounds)/1000000),1)",
  "--t:round(down,calc(mod(var(--pounds),1000000)/1000),1)",
  "--u:mod(var(--pounds),1000)",
  "--has-m:min(var(--m),1)",
  "--has-t:min(var(--t),1)",
  "--has-mt:min(calc(var(--m) + var(--t)),1)",
  [
    "counter-reset:over var(--over)",
    "m calc(var(--m)*var(--has-m) - 1 + var(--has-m))",
    "tp calc(var(--t)*var(--has-m) - 1 + var(--has-m))",
    "tn calc(var(--t)*(1 - var(--has-m))*var(--has-t) - 1 + (1 - var(--has-m))*var(--has-t))",
    "up calc(var(--u)*var(--has-mt) - 1 + var(--has-mt))",
    "un calc(var(--u)*(1 - var(--has-mt)) - var(--has-mt))",
    "pe mod(var(--pence),100)",
  ].join(" "),
].join(";");

const FIGURE = [
  '"£"',
  "counter(m,meter-plain)",
  "counter(m,meter-comma)",
  "counter(tp,meter-three)",
  "counter(tn,meter-plain)",
  "counter(up,meter-comma)",
  "counter(up,meter-three)",
  "counter(un,meter-plain)",
  "counter(pe,meter-point)",
  "counter(pe,meter-two)",
].join(" ");

function aroundAmount(sentence: string): readonly [string, string] {
  const [before = "", after = ""] = sentence.split("{amount}");
  return [before, after];
}

function quoted(text: string): string {
  return `"${text.replace(/["\\\n<]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}

function assertAmount(pence: number): void {
  if (!Number.isSafeInteger(pence) || pence < 0) throw new RangeError(`Not an amount in pence: ${pence}`);
}
