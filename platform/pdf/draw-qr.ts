import type { Pdf } from "./document.ts";
import { qrSquares } from "./qr-squares.ts";

/** Draws the QR code of a text with its upper left corner at x, y; `side` in points includes the quiet zone of four squares. */
export function drawQr(doc: Pdf, text: string, { x, y, side }: { readonly x: number; readonly y: number; readonly side: number }): void {
  const { size, runs } = qrSquares(text);
  const unit = side / (size + 8);
  for (const run of runs) doc.rect(x + (run.x + 4) * unit, y + (run.y + 4) * unit, run.length * unit, unit);
  doc.fill("#000");
}
