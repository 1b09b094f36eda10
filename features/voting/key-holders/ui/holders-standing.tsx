import type { Locale } from "#domain/basics/bilingual.ts";
import { KEY_HOLDERS } from "#domain/voting/ballot-box/key-shares.ts";
import { DataTable } from "#components/tables/data-table.tsx";
import type { CircleStanding, KeyHolder } from "#features/voting/key-holders/queries.ts";
import { messages } from "#i18n/messages.ts";

interface HoldersStandingProps {
  readonly locale: Locale;
  readonly holders: readonly KeyHolder[];
  readonly standing: CircleStanding;
  /** Voting has closed, so that codes are asked for. */
  readonly closed: boolean;
}

/** The three people and how far each is; for officers. */
export function HoldersStanding({ locale, holders, standing, closed }: HoldersStandingProps) {
  const t = messages(locale).keyHolders;
  const { made, confirmed, drill, drilled, given } = standing;
  return (
    <DataTable
      caption={t.standing}
      captionLook="heading"
      stack
      columns={[
        {
          key: "who",
          header: t.columns.who,
          cell: ({ role, name, email }) => (
            <>
              {name}
              <br />
              <span className="small muted">
                {t.roles[role]}, {email}
              </span>
            </>
          ),
        },
        { key: "code", header: t.columns.code, cell: ({ number }) => (confirmed.includes(number) ? t.code.confirmed : made.includes(number) ? t.code.shown : t.code.none) },
        { key: "drill", header: t.columns.drill, cell: ({ number }) => (drilled ? t.drill.done : drill.includes(number) ? t.drill.tried : confirmed.length < KEY_HOLDERS.length ? t.drill.waits : t.drill.none) },
        { key: "count", header: t.columns.count, cell: ({ number }) => (!closed ? t.count.later : given.includes(number) ? t.count.given : t.count.none) },
      ]}
      rows={holders}
      rowKey={({ number }) => String(number)}
    />
  );
}
