import type { FileFault } from "#domain/voting/files/file-fault.ts";
import { messages } from "#i18n/messages.ts";

/** One line: file, line, column and reason. */
export function faultText(file: string, { line, column, code, params }: FileFault): string {
  const text = messages("en").fileFaults[code];
  return `${file}:${line}:${column}: ${typeof text === "string" ? text : text(params)}`;
}
