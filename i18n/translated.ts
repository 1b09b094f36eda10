/**
 * The shape a translation must have: the same keys, text for text, and functions of the same parameters.
 * A key missing in either language is a compiler error.
 */
export type Translated<T> = T extends (p: infer P) => string
  ? (p: P) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Translated<T[K]> };
