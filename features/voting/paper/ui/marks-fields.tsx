import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { PAPER_FINDINGS, type PaperFinding, type PaperReading } from "#domain/voting/paper/doubtful.ts";
import { markedByCross } from "#domain/voting/paper/paper-rules.ts";
import { Radios } from "#components/forms/choices.tsx";
import { KeyingGrid, KeyingNumbers } from "#components/forms/keying-grid.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import type { PaperOnForm } from "#features/voting/paper/input.ts";
import { messages } from "#i18n/messages.ts";

interface MarksFieldsProps {
  readonly locale: Locale;
  readonly paper: PaperOnForm & { readonly budgetPence: number | null };
  readonly form: RefusedForm;
  /** What stands in the fields before anything was typed. */
  readonly stands: PaperReading | null;
}

/** What is marked on a paper and what is wrong with it, in the order of the paper. */
export function MarksFields({ locale, paper, form, stands }: MarksFieldsProps) {
  const t = messages(locale).paper.keying;
  const own = messages(locale).paper.faults;
  const shown = form.faults.length > 0;
  const title = (text: (typeof paper.boxes)[number]["title"]) => textIn(text, locale).text;
  const standing = new Map((stands?.marks ?? []).map(({ optionId, value }) => [Number(optionId), value]));
  return (
    <>
      {markedByCross(paper.ballotKind) ? (
        <>
          <KeyingGrid
            name="marks"
            legend={t.marks}
            hint={t.marksHint}
            error={fieldError(locale, form, "marks", own)}
            boxes={paper.boxes.map(({ number, box, title: name, costPence }) => ({
              value: String(number),
              number: String(box),
              title: title(name),
              checked: shown ? (form.values["marks"] ?? []).includes(String(number)) : standing.has(number),
              ...(costPence === null ? {} : { costPence }),
            }))}
          >
            <p
              className="num keyed-total"
              data-keyed-total={t.total({ count: "{count}", names: "{names}" })}
              data-keyed-cost={paper.ballotKind === "knapsack" ? t.cost({ cost: "{cost}", pot: "{pot}" }) : undefined}
              data-pot={paper.budgetPence ?? undefined}
            />
          </KeyingGrid>
          <TextField name="typed" label={t.typed} hint={t.typedHint} value={typed(form, "typed")} error={fieldError(locale, form, "typed", own)} width="medium" inputMode="numeric" autoComplete="off" />
        </>
      ) : (
        <KeyingNumbers
          id="marks"
          legend={t.preferences}
          hint={t.preferencesHint}
          error={fieldError(locale, form, "marks", own)}
          boxes={paper.boxes.map(({ number, box, title: name }) => ({ name: `box-${number}`, number: String(box), title: title(name), value: shown ? typed(form, `box-${number}`) : String(standing.get(number) ?? "") }))}
        />
      )}
      <Radios
        name="finding"
        legend={t.finding}
        compact
        value={typed(form, "finding", stands?.finding ?? "nothing")}
        error={fieldError(locale, form, "finding", own)}
        choices={PAPER_FINDINGS.filter((finding) => finding !== "costs-too-much" || paper.ballotKind === "knapsack").map((finding: PaperFinding) => ({ value: finding, text: t.findings[finding] }))}
      />
    </>
  );
}
