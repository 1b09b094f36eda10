import { textIn, type Locale } from "#domain/basics/bilingual.ts";
import { typed, type RefusedForm } from "#domain/basics/fault.ts";
import { EmptyState } from "#components/feedback/empty-state.tsx";
import { Button, LinkButton } from "#components/forms/button.tsx";
import { Form } from "#components/forms/form.tsx";
import { NumberField } from "#components/forms/number-field.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { DataTable } from "#components/tables/data-table.tsx";
import { fieldError, FormFaults } from "#features/accounts/ui/form-faults.tsx";
import type { DeviceInView, PlaceInView } from "#features/voting/polling-places/queries.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

interface DevicePageProps {
  readonly locale: Locale;
  readonly place: PlaceInView;
  readonly votes: readonly { readonly slug: string; readonly name: string }[];
  readonly devices: readonly DeviceInView[];
  readonly form: RefusedForm;
}

/** A presiding officer makes the browser at hand a shared device, and ends those that are in use. */
export function DevicePage({ locale, place, votes, devices, form }: DevicePageProps) {
  const t = messages(locale).pollingPlaces;
  const f = format(locale);
  return (
    <>
      <FormFaults locale={locale} form={form} own={t.faults} />
      <div className="stack-xl">
        <PageHead title={t.device.heading({ name: textIn(place.name, locale).text })} lead={t.device.lead} />
        {votes.length === 0 ? (
          <p className="muted">{t.device.noVote}</p>
        ) : (
          <Form className="card stack" hidden={{ act: "start" }}>
            <SelectField name="vote" label={t.device.vote} options={votes.map(({ slug, name }) => ({ value: slug, text: name }))} value={typed(form, "vote")} error={fieldError(locale, form, "vote", t.faults)} />
            <NumberField name="idle" label={t.device.idle} hint={t.device.idleHint} value={typed(form, "idle", "10")} error={fieldError(locale, form, "idle", t.faults)} />
            <div>
              <Button>{t.device.start}</Button>
            </div>
          </Form>
        )}
        {devices.length === 0 ? (
          <EmptyState title={t.device.none} level={2} />
        ) : (
          <DataTable
            caption={t.device.running}
            captionLook="heading"
            stack
            rows={devices}
            rowKey={({ id }) => id}
            columns={[
              { key: "started", header: t.device.started, cell: ({ startedAt }) => f.dateAndTime(startedAt) },
              { key: "vote", header: t.device.vote, cell: ({ voteSlug }) => votes.find(({ slug }) => slug === voteSlug)?.name ?? voteSlug },
              { key: "ends", header: t.device.ends, cell: ({ endsAt }) => f.dateAndTime(endsAt) },
              { key: "wipes", header: t.device.wipes, numeric: true, cell: ({ wipes }) => f.number(wipes) },
              {
                key: "end",
                header: t.device.end,
                hideHeader: true,
                cell: ({ id, startedAt }) => (
                  <Form hidden={{ act: "end", device: id }}>
                    <LinkButton about={f.dateAndTime(startedAt)}>{t.device.end}</LinkButton>
                  </Form>
                ),
              },
            ]}
          />
        )}
      </div>
    </>
  );
}
