import type { ActorScope } from "#domain/councils/scope.ts";
import { messages } from "#i18n/messages.ts";
import { AreasView, type AreasViewProps } from "./areas.tsx";

/** The page of areas, as it is or with one of its forms sent back. */
export function areasPage(scope: ActorScope, props: Omit<AreasViewProps, "scope">) {
  const t = messages(scope.locale).councils;
  return {
    title: t.areas.title,
    status: props.refused ? 422 : 200,
    crumbs: [{ href: `/${scope.locale}/${scope.council.slug}/manage`, text: t.workspace }],
    body: <AreasView scope={scope} {...props} />,
  };
}
