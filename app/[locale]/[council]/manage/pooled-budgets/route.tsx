import { authorise, can } from "#domain/policy/authorise.ts";
import { officerPage } from "#features/councils/respond.tsx";
import { listPools } from "#features/partnerships/pooled-budgets/queries.ts";
import { PoolList } from "#features/partnerships/pooled-budgets/ui/pooled-budgets.tsx";
import { ButtonLink } from "#components/forms/button.tsx";
import { messages } from "#i18n/messages.ts";

export const GET = officerPage(async (scope) => {
  authorise(scope, "pool.see", null);
  const { locale, council, actor } = scope;
  const t = messages(locale).pooledBudgets.manage;
  const here = `/${locale}/${council.slug}/manage/pooled-budgets`;
  return {
    title: t.title,
    body: (
      <PoolList locale={locale} here={here} pools={await listPools(scope)}>
        {can(actor, "pool.edit", null) ? (
          <p>
            <ButtonLink look="line" href={`${here}/new`}>
              {t.open}
            </ButtonLink>
          </p>
        ) : null}
      </PoolList>
    ),
  };
});
