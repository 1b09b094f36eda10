import type { BilingualText } from "#domain/basics/bilingual.ts";
import { typed } from "#domain/basics/fault.ts";
import { electorateFrom, ROLL_USES, type ElectorateTerms } from "#domain/eligibility/electorate-terms.ts";
import { AGE_TOLD, pollingDayOf, TIES } from "#domain/eligibility/electorate.ts";
import { IDENTITY_LEVELS } from "#domain/eligibility/identity-level.ts";
import { Checkboxes } from "#components/forms/choices.tsx";
import { Section } from "#components/layout/section.tsx";
import { fieldError } from "#features/accounts/ui/form-faults.tsx";
import type { RollChoice } from "#features/eligibility/rolls/queries.ts";
import { electorateInWords } from "#features/eligibility/electorate/ui/electorate-words.ts";
import { messages } from "#i18n/messages.ts";
import { Choose, FormFrame, Paragraphs, seenToSend, Select, Whole } from "#features/councils/ui/form-kit.tsx";
import type { SectionFormProps } from "./section-forms.tsx";

export interface ElectorateFormProps extends SectionFormProps {
  readonly council: BilingualText;
  readonly areaNames: ReadonlyMap<string, BilingualText>;
  readonly rolls: readonly RollChoice[];
  /** Where rolls are brought in; null for whoever may not. */
  readonly rollsAddress: string | null;
  /** What was typed, where it makes sense, for the preview; else what stands. */
  readonly shown: ElectorateTerms;
}

/** Who may vote, with the sentence that people will read in both languages. */
export function ElectorateForm(props: ElectorateFormProps) {
  const { locale, welsh, form, vote, seen, home, rolls, rollsAddress } = props;
  const { drafting, electorate } = messages(locale);
  const t = electorate.officer;
  const stands = vote.programme.ballot.electorate;
  const number = (value: number | null) => value?.toString() ?? "";
  const kit = {
    locale,
    welsh,
    form,
    stands: {
      schools: stands.schools.join("\n"),
      minAge: number(stands.minAge),
      maxAge: number(stands.maxAge),
      ageTold: stands.ageTold,
      rollId: stands.rollId ?? "",
      rollUse: stands.rollUse,
      identityLevel: String(stands.identityLevel),
    },
    labels: { ties: t.ties, schools: t.schools, minAge: t.minAge, maxAge: t.maxAge, ageTold: t.ageTold, rollId: t.roll, rollUse: t.rollUse, identityLevel: t.identity },
    faultWords: t.faults,
  };
  const wasSent = form.values["seen"] !== undefined;
  return (
    <FormFrame
      kit={kit}
      title={t.title}
      lead={t.lead}
      hidden={{ seen: seenToSend(form, seen) }}
      button={t.save}
      beside={{ name: "preview", value: "yes", text: t.preview }}
      back={{ href: home, text: drafting.back }}
    >
      <InWords {...props} />
      <Checkboxes
        name="ties"
        legend={t.ties}
        hint={t.tiesHint}
        choices={TIES.map((tie) => ({ value: tie, text: t.tieNames[tie] }))}
        values={wasSent ? (form.values["ties"] ?? []) : stands.ties}
        error={fieldError(locale, form, "ties", t.faults)}
        compact
      />
      <Paragraphs kit={kit} name="schools" hint={t.schoolsHint} rows={3} />
      <div className="grid g2">
        <div>
          <Whole kit={kit} name="minAge" hint={t.ageHint} />
        </div>
        <div>
          <Whole kit={kit} name="maxAge" hint={t.ageHint} />
        </div>
      </div>
      <Choose kit={kit} name="ageTold" choices={AGE_TOLD.map((told) => ({ value: told, text: t.ageTolds[told][0], hint: t.ageTolds[told][1] }))} />
      <Select kit={kit} name="rollId" options={[{ value: "", text: t.noRoll }, ...rolls.map(({ id, name }) => ({ value: id, text: name }))]} />
      {rollsAddress === null ? null : (
        <p>
          <a href={rollsAddress}>{t.rollsLink}</a>
        </p>
      )}
      <Choose kit={kit} name="rollUse" choices={ROLL_USES.map((use) => ({ value: use, text: t.rollUses[use][0], hint: t.rollUses[use][1] }))} />
      <Choose kit={kit} name="identityLevel" choices={[...IDENTITY_LEVELS].reverse().map((level) => ({ value: String(level), text: t.levels[level][0], hint: t.levels[level][1] }))} />
    </FormFrame>
  );
}

/** The sentence of each ballot, in English and, where the council publishes in it, in Welsh. */
function InWords({ locale, welsh, vote, council, areaNames, rolls, shown, form }: ElectorateFormProps) {
  const t = messages(locale).electorate.officer;
  const names = { council, areas: areaNames, rolls: new Map(rolls.map(({ id, name }) => [id, name])), pollingDay: vote.closesAt && pollingDayOf(vote.closesAt) };
  const ballots = [...new Map(vote.programme.pots.map((pot) => [pot.areaId, pot])).values()];
  return (
    <Section id="in-words" title={t.inWords} surface="card">
      <div className="stack-s" role={typed(form, "preview") === "" ? undefined : "status"}>
        {ballots.flatMap(({ areaId }) =>
          (welsh ? (["en", "cy"] as const) : (["en"] as const)).map((language) => {
            const { sentence, proof } = electorateInWords(language, electorateFrom(shown, areaId === null ? [] : [areaId]), names);
            return (
              <p key={`${areaId ?? ""}${language}`} lang={language}>
                {sentence} <span className="muted">{proof}</span>
              </p>
            );
          }),
        )}
      </div>
    </Section>
  );
}
