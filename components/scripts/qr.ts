/** Draws QR codes. Fetched by the receipt only when somebody looks at one. */
import { create } from "qrcode";
import type {} from "./receipt.ts";

const SVG = "http://www.w3.org/2000/svg";
/** Empty squares around a code, which readers need. */
const MARGIN = 4;

window.folkmootQr = (text, label) => {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const svg = document.createElementNS(SVG, "svg");
  const side = size + 2 * MARGIN;
  svg.setAttribute("viewBox", `0 0 ${side} ${side}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  const ground = document.createElementNS(SVG, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", "#fff");
  const dark = document.createElementNS(SVG, "path");
  const squares = Array.from({ length: size * size }, (_, at) => (modules.data[at] ? `M${(at % size) + MARGIN} ${Math.floor(at / size) + MARGIN}h1v1h-1z` : ""));
  dark.setAttribute("d", squares.join(""));
  dark.setAttribute("fill", "#231526");
  svg.append(ground, dark);
  return svg;
};
