import type { Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { BothLines, BothParagraphs, FormFrame, Line } from "#features/councils/ui/form-kit.tsx";
import type { StatementInView } from "#features/involvement/duty/queries.ts";
import { messages } from "#i18n/messages.ts";
import { yearWords } from "./words.ts";

export interface StatementFormProps {
  readonly locale: Locale;
  /** The council's own address. */
  readonly home: string;
  readonly welsh: boolean;
  readonly form: RefusedForm;
  readonly year: number;
  readonly statement: StatementInView | null;
}

/** Signs what the council says of a year. */
export function StatementForm({ locale, home, welsh, form, year, statement }: StatementFormProps) {
  const words = messages(locale).duty;
  const t = words.desk.statementForm;
  const stands = String(statement?.version ?? 0);
  const kit = {
    locale,
    welsh,
    form,
    stands: {
      forewordEn: statement?.foreword.en ?? messages("en").duty.public.foreword,
      forewordCy: statement?.foreword.cy ?? messages("cy").duty.public.foreword,
      shortfallEn: statement?.shortfall.en ?? "",
      shortfallCy: statement?.shortfall.cy ?? "",
      leaderName: statement?.leaderName ?? "",
      leaderPostEn: statement?.leaderPost.en ?? "",
      leaderPostCy: statement?.leaderPost.cy ?? "",
      officerName: statement?.officerName ?? "",
      officerPostEn: statement?.officerPost.en ?? "",
      officerPostCy: statement?.officerPost.cy ?? "",
    },
    labels: { foreword: t.foreword, shortfall: t.shortfall, leaderName: t.leaderName, leaderPost: t.leaderPost, officerName: t.officerName, officerPost: t.officerPost },
    faultWords: words.faults,
  };
  const after = form.faults.some(({ code }) => code === "changed-meanwhile") ? stands : typed(form, "after", stands);
  return (
    <FormFrame kit={kit} title={t.title({ year: yearWords(locale, year) })} lead={t.lead} hidden={{ year: String(year), after }} button={t.sign} back={{ href: `${home}/manage/duty`, text: words.desk.form.back }}>
      <BothParagraphs kit={kit} name="foreword" rows={5} />
      <BothParagraphs kit={kit} name="shortfall" rows={3} hint={t.shortfallHint} />
      <Line kit={kit} name="leaderName" width="medium" />
      <BothLines kit={kit} name="leaderPost" />
      <Line kit={kit} name="officerName" width="medium" />
      <BothLines kit={kit} name="officerPost" />
    </FormFrame>
  );
}
