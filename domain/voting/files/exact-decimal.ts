/** A decimal number as an integer and the number of digits after its point: 12.50 is { units: 125n, places: 1 }. */
export interface ExactDecimal {
  readonly units: bigint;
  readonly places: number;
}

/**
 * Reads "4000", "4000.0", "2372571.24" and "2372571,24" without rounding; zeros at the end of the decimals are dropped.
 * A comma followed by three digits is refused, because it might be a separator of thousands. Null when unreadable.
 */
export function readDecimal(text: string): ExactDecimal | null {
  const match = /^([+-]?)(\d{1,30})(?:([.,])(\d{1,12}))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = "", point, decimals = ""] = match;
  if (point === "," && decimals.length === 3) return null;
  const kept = decimals.replace(/0+$/, "");
  const units = BigInt(whole + kept);
  return { units: sign === "-" ? -units : units, places: kept.length };
}

/** The decimal in units of 10^-places. The caller gives at least as many places as the number has. */
export function atPlaces(value: ExactDecimal, places: number): bigint {
  return value.units * 10n ** BigInt(places - value.places);
}

/** Writes an integer of minor units as a plain decimal: (12345, 100) is "123.45", (500, 100) is "5". */
export function writeDecimal(units: number, scale: number): string {
  const places = String(scale).length - 1;
  if (places === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(places + 1, "0");
  const decimals = digits.slice(-places).replace(/0+$/, "");
  const whole = digits.slice(0, -places);
  return `${units < 0 ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}
