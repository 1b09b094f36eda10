import { textIn } from "#domain/basics/bilingual.ts";
import { entryOf } from "#domain/basics/entry-of.ts";
import { EMPTY_FORM, type RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { found } from "#domain/policy/access-error.ts";
import { can } from "#domain/policy/authorise.ts";
import { goTo, officerForm, officerPage } from "#features/councils/respond.tsx";
import { PACK_ACTS } from "#features/elections/schools/actions.ts";
import { getPack } from "#features/elections/schools/queries.ts";
import { PackPage } from "#features/elections/schools/ui/pack-page.tsx";
import { getElectionForOfficers } from "#features/involvement/electing/queries.ts";
import { electionCrumbs, electionHome } from "#features/involvement/electing/ui/election-frame.ts";
import { messages } from "#i18n/messages.ts";
import { randomId } from "#platform/random.ts";

export const dynamic = "force-dynamic";

interface At {
  readonly election: string;
  readonly school: string;
  readonly pack: string;
}

async function load(scope: ActorScope, at: At) {
  const engagement = await getElectionForOfficers(scope, at.election);
  const { school, pack } = await getPack(scope, engagement.election.id, engagement.engagementId, at.pack);
  found(school.id === at.school ? school : null, "school");
  return { engagement, school, pack };
}

async function show(scope: ActorScope, at: At, form: RefusedForm = EMPTY_FORM, done = "") {
  const { locale, council, actor } = scope;
  const { engagement, school, pack } = await load(scope, at);
  const home = electionHome(scope, engagement.engagementId);
  const t = messages(locale).schools;
  const said: Readonly<Record<string, string>> = { count: t.pack.countSaved, replace: t.pack.replaced, account: t.pack.accountSaved };
  const schoolName = textIn(school.name, locale).text;
  return {
    title: t.pack.title({ name: pack.className, school: schoolName }),
    status: form.faults.length > 0 ? 422 : 200,
    crumbs: electionCrumbs(scope, [
      { href: home, text: textIn(engagement.title, locale).text },
      { href: `${home}/schools`, text: t.title },
      { href: `${home}/schools/${school.id}`, text: schoolName },
    ]),
    body: (
      <PackPage
        locale={locale}
        school={school}
        pack={pack}
        print={can(actor, "codes.print", null) ? `/${locale}/${council.slug}/manage/votes/${engagement.engagementId}/codes/${pack.batchId}` : null}
        may={{ account: can(actor, "election.account-for-packs", { presidingOfficers: school.place?.presidingOfficers ?? [] }), replace: can(actor, "codes.revoke", null) }}
        once={randomId()}
        form={form}
        done={entryOf(said, done)}
      />
    ),
  };
}

export const GET = officerPage<"election" | "school" | "pack">((scope, { params, query }) => show(scope, params, EMPTY_FORM, query.get("done") ?? ""));

export const POST = officerForm<"election" | "school" | "pack">(async (scope, { values }, { params, path }) => {
  const { engagement, pack } = await load(scope, params);
  const name = values["act"]?.at(-1) ?? "";
  const act = found(entryOf(PACK_ACTS, name), "act");
  const outcome = await act({ scope, electionId: engagement.election.id, voteId: engagement.engagementId, batchId: pack.batchId }, values);
  return outcome.ok ? goTo(`${path}?done=${name}`) : show(scope, params, outcome.error);
});
