import { create } from "qrcode";

export interface QrSquares {
  /** Squares on each side, without the quiet zone of four that must stay white around them. */
  readonly size: number;
  /** Dark squares of one row that touch, as a run: drawn as one rectangle no hair line shows between them. */
  readonly runs: readonly { readonly x: number; readonly y: number; readonly length: number }[];
}

/** The dark squares of a QR code (ISO/IEC 18004) that a quarter of dirt does not make unreadable: level Q. */
export function qrSquares(text: string): QrSquares {
  const { size, data } = create(text, { errorCorrectionLevel: "Q" }).modules;
  const runs: { x: number; y: number; length: number }[] = [];
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      if (!data[y * size + x]) continue;
      const from = x;
      while (x < size && data[y * size + x]) x += 1;
      runs.push({ x: from, y, length: x - from });
    }
  return { size, runs };
}
