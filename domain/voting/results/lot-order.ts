/**
 * Joins lots drawn for a second tie to those drawn before. What was ordered keeps its order; each newcomer is put right behind
 * the one called before it, or, called first, right before the next that has a place.
 */
export function joinLots<Option extends number | string>(earlier: readonly Option[], drawn: readonly Option[]): readonly Option[] {
  const order = [...earlier];
  drawn.forEach((option, at) => {
    if (order.includes(option)) return;
    const before = drawn[at - 1];
    const next = drawn.slice(at + 1).find((other) => order.includes(other));
    if (before !== undefined) order.splice(order.indexOf(before) + 1, 0, option);
    else order.splice(next === undefined ? order.length : order.indexOf(next), 0, option);
  });
  return order;
}

/** Whether each of the tied was called exactly once, and nobody else. */
export const callsEach = (tied: readonly number[], drawn: readonly number[]): boolean =>
  drawn.length === tied.length && new Set(drawn).size === drawn.length && tied.every((option) => drawn.includes(option));
