import fc from "fast-check";

/**
 * Any text at all: mostly ASCII, then any code point up to U+10FFFF, halves of surrogate pairs too.
 * (fast-check's own unit "binary" builds a map of every code point, a second of work, and knows no halves.)
 */
export function anyText({ maxLength }: { readonly maxLength?: number } = {}): fc.Arbitrary<string> {
  const codePoint = fc.oneof({ weight: 2, arbitrary: fc.nat(0x7f) }, { weight: 1, arbitrary: fc.nat(0xffff) }, { weight: 1, arbitrary: fc.nat(0x10ffff) });
  return fc.array(codePoint, maxLength === undefined ? {} : { maxLength }).map((points) => String.fromCodePoint(...points));
}
