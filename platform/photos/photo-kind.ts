/** Kinds of picture that are taken. */
export type PhotoKind = "jpeg" | "png" | "webp";

/** Names of kinds in the `ftyp` box of a file of the HEIF family (ISO/IEC 23008-12, annex B). */
const HEIF_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"];

/** What a file is by its first bytes, whatever it is called: one of ours, a phone's HEIF photo, or null for anything else. */
export function photoKind(bytes: Buffer): PhotoKind | "heif" | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "jpeg";
  if (bytes.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex"))) return "png";
  const start = bytes.toString("latin1", 0, 12);
  if (start.startsWith("RIFF") && start.endsWith("WEBP")) return "webp";
  if (start.slice(4, 8) === "ftyp" && HEIF_BRANDS.includes(start.slice(8, 12))) return "heif";
  return null;
}
