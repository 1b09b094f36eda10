/** What a voter keeps: which leaf was promised, and by whom. It does not show the choice, and changes nobody's vote. */
import { canonicalJson } from "#domain/basics/canonical-json.ts";
import { exactly, isBase64url, isHash, isUuid, optional, record, text, type Shape } from "./shape.ts";

export interface Receipt {
  readonly format: "folkmoot/receipt/v1";
  readonly poll: string;
  /** Rules fingerprint. */
  readonly manifest: string;
  /** Leaf hash, in hex; the tracking code is its beginning. */
  readonly leaf: string;
  /** The box's promise, in base64url. */
  readonly promise: string;
  /** C2SP tlog-proof, once the ballot is sealed. */
  readonly proof?: string;
}

/** The text of a receipt, as it is offered as a file. */
export const receiptText = (receipt: Omit<Receipt, "format">): string => canonicalJson({ format: "folkmoot/receipt/v1", ...receipt });

const isReceipt = record({ format: exactly("folkmoot/receipt/v1"), poll: isUuid, manifest: isHash, leaf: isHash, promise: isBase64url(64), proof: optional(text(10_000)) }) as Shape<Receipt>;

/** A receipt read back; null where it is none. */
export function readReceipt(content: string): Receipt | null {
  try {
    const value = JSON.parse(content) as unknown;
    return isReceipt(value) ? value : null;
  } catch {
    return null;
  }
}
