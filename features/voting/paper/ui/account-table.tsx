import type { Locale } from "#domain/basics/bilingual.ts";
import { ACCOUNT_CHECKS, differencesOf, type PaperAccount } from "#domain/voting/paper/account.ts";
import { Notice } from "#components/feedback/notice.tsx";
import { SummaryList } from "#components/tables/summary-list.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

const LINES = ["printed", "issued", "unused", "damaged", "returned", "spoilt", "notReturned", "keyed", "marked"] as const satisfies readonly (keyof PaperAccount)[];

/** An account, figure by figure. */
export function AccountFigures({ locale, account }: { readonly locale: Locale; readonly account: PaperAccount }) {
  const t = messages(locale).paper.account;
  const f = format(locale);
  return <SummaryList rows={LINES.map((line) => ({ term: t[line], answer: <span className="num">{f.number(account[line])}</span> }))} />;
}

/** Whether the account comes out, and if not what differs, by how many papers. `keyingDone`: before, papers still to key are no difference. */
export function AccountVerdict({ locale, account, keyingDone }: { readonly locale: Locale; readonly account: PaperAccount; readonly keyingDone: boolean }) {
  const t = messages(locale).paper.account;
  const f = format(locale);
  const differences = differencesOf(account).filter(({ check }) => keyingDone || check !== "keyed");
  if (differences.length === 0) return keyingDone ? <Notice kind="good" title={t.balances} /> : null;
  return (
    <Notice kind="warn" title={t.differs}>
      <ul>
        {differences.map(({ check, stated, found, missing }) => (
          <li key={check}>
            {t.differences[check]({ stated: f.number(stated), found: f.number(found) })} {(missing > 0 ? t.missing : t.tooMany)({ count: Math.abs(missing), shown: f.number(Math.abs(missing)) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The four sums an account must satisfy, in words. */
export function AccountSums({ locale }: { readonly locale: Locale }) {
  const t = messages(locale).paper.account.sums;
  return (
    <ul className="small muted">
      {ACCOUNT_CHECKS.map((check) => (
        <li key={check}>{t[check]}</li>
      ))}
    </ul>
  );
}
