import { can } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { listConsultationsOnDesk } from "#features/involvement/consulting/queries.ts";
import { ConsultationsList } from "#features/involvement/consulting/ui/consultation-pages.tsx";
import { deskOf } from "#features/involvement/workspace/ui/vote-frame.tsx";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";

export const dynamic = "force-dynamic";

export const GET = officerPage(async (scope) => {
  const { locale, actor } = scope;
  const { surveys, workspace } = messages(locale);
  return {
    title: surveys.list.title,
    crumbs: [{ href: deskOf(scope), text: workspace.today.title }],
    body: <ConsultationsList locale={locale} desk={deskOf(scope)} consultations={await listConsultationsOnDesk(scope)} mayStart={can(actor, "engagement.create", undefined)} now={now()} />,
  };
});
