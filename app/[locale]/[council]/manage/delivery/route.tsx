import { londonDay } from "#domain/basics/london-time.ts";
import { listFunded } from "#features/budgeting/delivery/queries.ts";
import { DeliveryDesk } from "#features/budgeting/delivery/ui/delivery-desk.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const GET = officerPage(async (scope) => {
  const { locale, council } = scope;
  const address = `/${locale}/${council.slug}/manage/delivery`;
  return {
    title: messages(locale).delivery.desk.title,
    body: <DeliveryDesk locale={locale} address={address} projects={await listFunded(scope)} today={londonDay(now())} />,
  };
});
