import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { lookUpOf, shownVotingCode, type AccessCode } from "#domain/voting/access-codes/voting-code.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";
import type { OpenSlip } from "../open-slips.ts";
import { codeAddress, datesOf, languagesOf, shownAddress, type PrintWork } from "./print-work.ts";

/** The dark squares of a QR code, as runs in rows. */
export interface Squares {
  readonly size: number;
  readonly runs: readonly { readonly x: number; readonly y: number; readonly length: number }[];
}

export interface PrintPageProps {
  readonly work: PrintWork;
  readonly squaresOf: (locale: Locale, code: AccessCode) => Squares;
}

/** Letters or slips as a page that any browser prints: a letter or eight slips to a sheet of A4, and the list of a class. */
export function PrintPage(props: PrintPageProps) {
  const { work } = props;
  const { batch, locale } = work;
  const title = [batch.label, batch.place].filter((text) => text !== "").join(", ");
  if (batch.kind !== "class")
    return (
      <>
        <div className="noprint">
          <PageHead title={title} />
        </div>
        {batch.slips.map((slip) => (
          <Letter key={slip.number} {...props} slip={slip} />
        ))}
      </>
    );
  const t = languagesOf(work).map((each) => messages(each).accessCodes.letter);
  const own = messages(locale).accessCodes.letter;
  return (
    <>
      <div className="noprint">
        <PageHead title={title} lead={own.cut} />
      </div>
      <div className="slips">
        {batch.slips.map((slip) => (
          <Slip key={slip.number} {...props} slip={slip} />
        ))}
      </div>
      <section className="sheet stack" aria-labelledby="list">
        <h2 id="list">{t.map(({ teacherTitle }) => teacherTitle).join(" · ")}</h2>
        <p>
          <strong>{title}</strong>
        </p>
        {t.map(({ teacherLead, teacherLost }) => (
          <p key={teacherLead}>
            {teacherLead} {teacherLost}
          </p>
        ))}
        <DataTable
          caption={own.teacherTitle}
          captionLook="hidden"
          rows={batch.slips}
          rowKey={({ number }) => String(number)}
          columns={[
            { key: "number", header: own.teacherNumber, names: true, cell: ({ number }) => format(locale).number(number) },
            { key: "lookUp", header: own.teacherStarts, cell: ({ code }) => <span className="mono">{lookUpOf(code)}</span> },
            { key: "given", header: own.teacherGiven, cell: () => <span className="tickbox" /> },
            { key: "notes", header: own.teacherNotes, cell: () => "" },
          ]}
        />
      </section>
    </>
  );
}

function Letter({ work, squaresOf, slip }: PrintPageProps & { readonly slip: OpenSlip }) {
  const { council, vote } = work;
  const languages = languagesOf(work);
  const [first = "en"] = languages;
  const own = messages(first).accessCodes.letter;
  return (
    <article className="sheet letter" lang={first}>
      <p>
        <strong>{languages.map((each) => textIn(council.name, each).text).join(" · ")}</strong>
      </p>
      <address className="letter__to">
        {[slip.recipient?.name || own.occupier, ...(slip.recipient?.address ?? [])].map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <div className="letter__code">
        <h2 className="small">{languages.map((each) => messages(each).accessCodes.letter.yourCode).join(" · ")}</h2>
        <p className="mono">{shownVotingCode(slip.code)}</p>
      </div>
      <div className={languages.length > 1 ? "letter__columns" : undefined}>
        {languages.map((each) => {
          const t = messages(each).accessCodes.letter;
          return (
            <div key={each} lang={each} className="stack-s">
              <h3>{t.heading({ vote: textIn(vote.title, each).text })}</h3>
              <p>{datesOf(work, each)}</p>
              <p>
                <strong>{t.how}</strong>
              </p>
              <ol>
                {t.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
              <Qr label={t.qr} squares={squaresOf(each, slip.code)} />
              <p>
                {t.online}: <strong className="letter__address">{shownAddress(codeAddress(work, each))}</strong>
              </p>
              <p>{t.once}</p>
              <p>{t.secret}</p>
              {council.contactPhone ? <p>{t.noInternet({ phone: council.contactPhone })}</p> : null}
            </div>
          );
        })}
      </div>
      <p className="small">{own.number({ number: format(first).number(slip.number) })}</p>
    </article>
  );
}

function Slip({ work, squaresOf, slip }: PrintPageProps & { readonly slip: OpenSlip }) {
  const { vote, batch } = work;
  const languages = languagesOf(work);
  const [first = "en"] = languages;
  const t = languages.map((each) => messages(each).accessCodes.letter);
  return (
    <article className="slip" lang={first}>
      <h2 className="h3">{[...new Set(languages.map((each) => textIn(vote.title, each).text))].join(" · ")}</h2>
      <p className="small">{t.map(({ yourCode }) => yourCode).join(" · ")}</p>
      <p className="slip__code mono">{shownVotingCode(slip.code)}</p>
      <div className="slip__how">
        <Qr label={messages(first).accessCodes.letter.qr} squares={squaresOf(first, slip.code)} />
        <div className="small">
          <p>
            <strong className="letter__address">{shownAddress(codeAddress(work, first))}</strong>
          </p>
          {t.map(({ once }) => (
            <p key={once}>{once}</p>
          ))}
        </div>
      </div>
      <p className="small">{[...new Set([...t.map(({ slip: shown }) => shown({ number: format(first).number(slip.number) })), batch.label, batch.place])].filter((text) => text !== "").join(" · ")}</p>
    </article>
  );
}

/** A QR code with the four squares of white that it needs around it. */
export function Qr({ label, squares: { size, runs } }: { readonly label: string; readonly squares: Squares }) {
  const side = size + 8;
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path d={runs.map(({ x, y, length }) => `M${x + 4} ${y + 4}h${length}v1h-${length}z`).join("")} fill="#000" />
    </svg>
  );
}
