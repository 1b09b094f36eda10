/** Leading bits looked at together: their quotients are exact in doubles. */
const DIGIT = 50;

/**
 * The inverse of a positive number below the modulus, or null where there is none.
 * Source: Euclid's algorithm in Lehmer's form (Knuth, The Art of Computer Programming, volume 2, section 4.5.2, algorithm L). Some 25 bits
 * of both numbers are taken off at a time, by quotients that their leading digits settle; where those do not, one exact step is made.
 */
export function inverseOf(value: bigint, modulus: bigint): bigint | null {
  let [a, b, x, y] = [modulus, value, 0n, 1n];
  let shift = Math.max(0, 4 * modulus.toString(16).length - DIGIT);
  while (b > 0n) {
    let leading = Number(a >> BigInt(shift));
    while (shift > 0 && leading < 2 ** (DIGIT - 3)) {
      shift = Math.max(0, shift - (leading === 0 ? DIGIT : DIGIT - 1 - Math.floor(Math.log2(leading))));
      leading = Number(a >> BigInt(shift));
    }
    const [p, q, r, s] = stepsOf(leading, Number(b >> BigInt(shift)));
    if (q === 0) {
      const quotient = a / b;
      [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
    } else {
      const [P, Q, R, S] = [BigInt(p), BigInt(q), BigInt(r), BigInt(s)];
      [a, b, x, y] = [P * a + Q * b, R * a + S * b, P * x + Q * y, R * x + S * y];
    }
  }
  return a === 1n ? ((x % modulus) + modulus) % modulus : null;
}

/** What as many steps as the leading digits settle make of two numbers: the first is p times the one and q times the other, the second r and s times. */
function stepsOf(first: number, second: number): readonly [p: number, q: number, r: number, s: number] {
  let [a, b, p, q, r, s] = [first, second, 1, 0, 0, 1];
  while (b + r > 0 && b + s > 0) {
    const quotient = Math.floor((a + p) / (b + r));
    if (quotient !== Math.floor((a + q) / (b + s))) break;
    [a, b, p, q, r, s] = [b, a - quotient * b, r, s, p - quotient * r, q - quotient * s];
  }
  return [p, q, r, s];
}
