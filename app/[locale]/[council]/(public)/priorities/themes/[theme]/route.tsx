import { textIn } from "#domain/basics/bilingual.ts";
import { publicPage } from "#features/councils/respond.tsx";
import { listThreads } from "#features/golden-thread/queries.ts";
import { ThreadSection } from "#features/golden-thread/ui/golden-threads.tsx";
import { getPlan } from "#features/priorities/plans/queries.ts";
import { nextReviewOf } from "#features/priorities/plans/ui/plan-page.tsx";
import { getTheme, listTargets } from "#features/priorities/queries.ts";
import { ThemePage } from "#features/priorities/ui/priorities-page.tsx";
import { messages } from "#i18n/messages.ts";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const GET = publicPage<"theme">(async (scope, { params }) => {
  const { locale, council } = scope;
  const home = `/${locale}/${council.slug}`;
  const t = messages(locale);
  const [{ strategy, theme }, targets] = await Promise.all([getTheme(scope, params.theme), listTargets(scope)]);
  const its = targets.filter(({ outcomeId }) => theme.outcomes.some(({ id }) => id === outcomeId));
  const strands = await listThreads(scope, its.map(({ id }) => ({ kind: "target" as const, id })));
  const inForce = its.find(({ plan }) => plan?.state === "approved")?.plan;
  const plan = inForce ? await getPlan(scope, inForce.slug) : null;
  return {
    title: textIn(theme.title, locale).text,
    section: "priorities",
    scripts: ["print"],
    crumbs: [
      { href: home, text: t.site.haveYourSay },
      { href: `${home}/priorities`, text: textIn(strategy.title, locale).text },
    ],
    body: (
      <ThemePage
        locale={locale}
        home={home}
        council={textIn(council.name, locale).text}
        strategy={strategy}
        theme={theme}
        targets={targets}
        reviewOn={plan ? nextReviewOf(plan, plan.reviews) : null}
        thread={strands.length > 0 ? <ThreadSection locale={locale} home={home} strands={strands} atEnd /> : null}
      />
    ),
  };
});
