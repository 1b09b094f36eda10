import type { Locale } from "#domain/basics/bilingual.ts";
import { stepsOfProof, type ProofStep } from "#domain/voting/ballot-box/proof-steps.ts";
import { Details } from "#components/layout/details.tsx";
import { Section } from "#components/layout/section.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

export interface ProofInWordsProps {
  readonly locale: Locale;
  /** Place in the log from 0, and how many lines it has. */
  readonly index: number;
  readonly size: number;
  /** C2SP tlog-proof. */
  readonly proof: string;
}

/** The proof that a ballot is in the log: in words, drawn, as a table, and as the text that programs check. People count lines from 1. */
export function ProofInWords({ locale, index, size, proof }: ProofInWordsProps) {
  const t = messages(locale).ballotBox.log;
  const f = format(locale);
  const steps = stepsOfProof(index, size);
  const line = f.number(index + 1);
  return (
    <Section id="proof" title={t.proofTitle} surface="card">
      <p>
        <strong>{t.proofLine({ line, size: f.number(size) })}</strong>
      </p>
      <p>{t.proofHow}</p>
      {steps.length === 0 ? (
        <p>{t.proofOnly}</p>
      ) : (
        <>
          <p>{t.proofSteps({ count: steps.length, shown: f.number(steps.length) })}</p>
          <ProofPath label={t.drawing({ steps: f.number(steps.length), line })} steps={steps} />
          <DataTable
            caption={t.proofTable}
            rows={steps.map((step, at) => ({ ...step, at }))}
            rowKey={({ at }) => String(at)}
            columns={[
              { key: "step", header: t.step, numeric: true, cell: ({ at }) => f.number(at + 1) },
              { key: "beside", header: t.beside, names: true, cell: ({ from, to }) => t.lines({ from: f.number(from + 1), to: f.number(to) }) },
              { key: "side", header: t.side, cell: ({ side }) => t[side] },
            ]}
          />
        </>
      )}
      <Details summary={t.proofText}>
        <pre className="mono hash proof__text">{proof}</pre>
      </Details>
    </Section>
  );
}

const STEP = 44;
const MIDDLE = 90;
const BESIDE = 56;

/** The path from the ballot at the foot to the whole log at the top; at each step a fingerprint from the left or the right joins it. */
function ProofPath({ label, steps }: { readonly label: string; readonly steps: readonly ProofStep[] }) {
  const height = STEP * (steps.length + 1);
  const y = (level: number): number => height - STEP / 2 - level * STEP;
  return (
    <svg className="proof__path" role="img" aria-label={label} viewBox={`0 0 ${MIDDLE * 2} ${height}`} focusable="false">
      {steps.map(({ side }, at) => {
        const x = MIDDLE + (side === "left" ? -BESIDE : BESIDE);
        return (
          <g key={at}>
            <path d={`M${MIDDLE} ${y(at)}V${y(at + 1)}`} className="proof__line" />
            <path d={`M${x} ${y(at)}L${MIDDLE} ${y(at + 1)}`} className="proof__beside" />
            <rect x={x - 8} y={y(at) - 8} width="16" height="16" className="proof__other" />
          </g>
        );
      })}
      {steps.map((_, at) => (at === 0 ? null : <circle key={at} cx={MIDDLE} cy={y(at)} r="7" className="proof__dot" />))}
      <circle cx={MIDDLE} cy={y(0)} r="11" className="proof__own" />
      <circle cx={MIDDLE} cy={y(steps.length)} r="12" className="proof__root" />
    </svg>
  );
}
