import { expect, test } from "vitest";
import { plainName } from "./plain-name.ts";

test("a file's name is its last part, with nothing that is a path, a command or unseen", () => {
  expect(plainName("C:\\Users\\Ann\\accounts 2025.pdf")).toBe("accounts 2025.pdf");
  expect(plainName("../../etc/passwd")).toBe("passwd");
  expect(plainName('a<b>:"c|d?*.pdf\u0000\n')).toBe("abcd.pdf");
  expect(plainName("letter\u202Efdp.exe")).toBe("letterfdp.exe");
  expect(plainName("llythyr tŷ’r gymuned.pdf".normalize("NFD"))).toBe("llythyr tŷ’r gymuned.pdf");
  expect(plainName(`${"x".repeat(300)}.pdf`)).toMatch(/^x{96}\.pdf$/);
  expect(plainName("📄".repeat(300))).toBe("📄".repeat(100));
  for (const nothing of ["", "/", " ", "\u200B"]) expect(plainName(nothing)).toBe("file");
});
