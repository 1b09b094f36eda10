import { seededOrder } from "#domain/basics/seeded-order.ts";

/**
 * The order of names on the paper: it follows from the published seed of the lot alone, so that anybody can draw it again. Candidates go
 * in by the number they were given when their nomination was sent, whatever order they are read in.
 */
export const orderByLot = <T extends { readonly number: number }>(candidates: readonly T[], seed: string): readonly T[] =>
  seededOrder([...candidates].sort((a, b) => a.number - b.number), `folkmoot/ballot-order/v1/${seed}`);
