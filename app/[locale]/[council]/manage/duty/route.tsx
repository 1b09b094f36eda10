import { can } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { wantedDuty } from "#features/involvement/duty/input.ts";
import { getDutyYear, listRecords } from "#features/involvement/duty/queries.ts";
import { DutyDesk } from "#features/involvement/duty/ui/desk.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const GET = officerPage(async (scope, { query }) => {
  const { locale, council, actor } = scope;
  const [records, duty] = await Promise.all([listRecords(scope), getDutyYear(scope, wantedDuty(new URLSearchParams(), now()))]);
  const done = query.get("done");
  return {
    title: messages(locale).duty.desk.title,
    body: (
      <DutyDesk
        locale={locale}
        home={`/${locale}/${council.slug}`}
        records={records}
        duty={duty}
        done={done === "saved" || done === "savedStatement" ? done : null}
        maySign={can(actor, "duty.sign-record", null)}
        mayState={can(actor, "duty.sign-statement", null)}
      />
    ),
  };
});
