import type { ActorScope } from "#domain/councils/scope.ts";
import { messages } from "#i18n/messages.ts";
import { SettingsView, type SettingsViewProps } from "./settings.tsx";

/** The settings page, as it is or with one of its forms sent back. */
export function settingsPage(scope: ActorScope, props: Omit<SettingsViewProps, "scope">) {
  const t = messages(scope.locale).councils;
  return {
    title: t.settings.title,
    status: props.refused ? 422 : 200,
    crumbs: [{ href: `/${scope.locale}/${scope.council.slug}/manage`, text: t.workspace }],
    body: <SettingsView scope={scope} {...props} />,
  };
}
