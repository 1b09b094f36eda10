import { textIn } from "#domain/basics/bilingual.ts";
import { londonDay } from "#domain/basics/london-time.ts";
import { can } from "#domain/policy/authorise.ts";
import { getDelivery, getFunded } from "#features/budgeting/delivery/queries.ts";
import { DeliveryPage } from "#features/budgeting/delivery/ui/delivery-desk.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const GET = officerPage<"project">(async (scope, { params, query }) => {
  const { locale, council, actor } = scope;
  const project = await getFunded(scope, params.project);
  const delivery = await getDelivery(scope, project.id);
  const home = `/${locale}/${council.slug}`;
  const title = textIn(project.title, locale).text;
  return {
    title,
    crumbs: [{ href: `${home}/manage/delivery`, text: messages(locale).delivery.desk.title }],
    body: (
      <DeliveryPage
        locale={locale}
        address={`${home}/manage/delivery/${project.id}`}
        publicAddress={`${home}/${project.address}`}
        title={title}
        delivery={delivery}
        today={londonDay(now())}
        saved={query.has("saved")}
        mayEdit={can(actor, "delivery.edit", null)}
      />
    ),
  };
});
