declare const brand: unique symbol;

/** A string that can only be made where it was checked: `Brand<string, "CouncilId">`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
