import QRCode from "qrcode";

/** A square code as a picture of the page itself, so that the key in it is sent to nobody. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  const quiet = 4;
  const squares = Array.from(data, (dark, at) => (dark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : "")).join("");
  return (
    <svg role="img" aria-label={label} width="232" height="232" viewBox={`${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`} shapeRendering="crispEdges">
      <rect x={-quiet} y={-quiet} width={size + 2 * quiet} height={size + 2 * quiet} fill="#fff" />
      <path d={squares} fill="#000" />
    </svg>
  );
}
