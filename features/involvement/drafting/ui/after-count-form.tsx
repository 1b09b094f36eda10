import { PART_FUNDING_BOUNDS, readAfterCount, USUAL_AFTER_COUNT } from "#domain/budgeting/after-count.ts";
import { Choose, FormFrame, seenToSend, Whole } from "#features/councils/ui/form-kit.tsx";
import { messages } from "#i18n/messages.ts";
import type { SectionFormProps } from "./section-forms.tsx";

/** What happens to money left over, said before anybody votes. */
export function AfterCountForm({ locale, welsh, form, vote, seen, home }: SectionFormProps) {
  const { drafting, reserves } = messages(locale);
  const t = reserves.form;
  const stands = readAfterCount(vote.programme.ballot.ruleParameters) ?? USUAL_AFTER_COUNT;
  const kit = {
    locale,
    welsh,
    form,
    stands: { order: stands.order, partFunding: stands.partFunding?.toString() ?? "" },
    labels: { order: t.order, partFunding: t.part },
    faultWords: { "part-out-of-bounds": reserves.faults["part-out-of-bounds"](PART_FUNDING_BOUNDS) },
  };
  return (
    <FormFrame kit={kit} title={t.title} lead={t.lead} hidden={{ seen: seenToSend(form, seen) }} button={drafting.save} back={{ href: home, text: drafting.back }}>
      <Choose
        kit={kit}
        name="order"
        choices={[
          { value: "votes", text: t.orderVotes },
          { value: "count", text: t.orderCount },
        ]}
      />
      <Whole kit={kit} name="partFunding" hint={t.partHint(PART_FUNDING_BOUNDS)} />
    </FormFrame>
  );
}
