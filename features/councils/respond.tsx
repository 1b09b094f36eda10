import { randomBytes } from "node:crypto";
import type { Locale } from "#domain/basics/bilingual.ts";
import { isLocale } from "#domain/basics/bilingual.ts";
import type { ActorScope, CouncilInView, PublicScope } from "#domain/councils/scope.ts";
import { AccessError } from "#domain/policy/access-error.ts";
import { findSignedIn, type SignedIn } from "#features/accounts/session.ts";
import { env } from "#platform/env.ts";
import { readForm, type BadBody, type FormBody } from "#platform/form-body.ts";
import { log } from "#platform/log.ts";
import { renderDocument } from "#platform/plain-page/document.tsx";
import { htmlResponse } from "#platform/plain-page/html-response.ts";
import { isHelping, sharedDeviceOf } from "#platform/shared-device.ts";
import { actorScope, officerScope, operatorOf, type Operator } from "./actor-scope.ts";
import { localeOf, publicScope } from "./public-scope.ts";
import { badFormPage, crashPage, forbiddenPage, notFoundPage, signInAgainPage } from "./ui/notices.tsx";
import { siteDocument, type PageParts } from "./ui/site-page.tsx";

/** Where a request came in: the parts of its address, its query and, for a form, the request itself. */
export interface Visit<Params extends string = never> {
  readonly params: Readonly<Record<Params | "locale", string>>;
  readonly query: URLSearchParams;
  /** The address without its query. */
  readonly path: string;
  readonly request: Request;
}

/** What a page shows; the masthead, footer and head are put around it. */
export type Page = PageParts;

type Answer = Page | Response;
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/**
 * A public page of a council, the same for everybody. Put `export const dynamic = "force-static"` and
 * `export const generateStaticParams = () => []` beside it in the route to have it kept until an event renews it;
 * then `show` may use nothing of the visit but `params`.
 */
export function publicPage<P extends string = never>(show: (scope: PublicScope, visit: Visit<P | "council">) => Promise<Answer>): Handler {
  return answering(async (visit) => {
    const scope = await publicScope(visit.params as never);
    return finish(await show(scope, visit as never), visit, scope.locale, scope.council);
  });
}

/** A form anybody may post at a council. The body is read, checked for its origin and for its size first. */
export function publicForm<P extends string = never>(
  act: (scope: PublicScope, form: FormBody, visit: Visit<P | "council">) => Promise<Answer>,
  mostBytes?: number,
): Handler {
  return answering(async (visit) => {
    const scope = await publicScope(visit.params as never);
    const form = await readForm(visit.request, mostBytes);
    if (!form.ok) return finish(badForm(scope.locale, form.error), visit, scope.locale, scope.council);
    return finish(await act(scope, form.value, visit as never), visit, scope.locale, scope.council);
  });
}

/** A page for anybody who is signed in, officer or not: what somebody wrote themselves. Its POST reads the body itself, as forms with files do. */
export function memberPage<P extends string = never>(show: (scope: ActorScope, visit: Visit<P | "council">) => Promise<Answer>): Handler {
  return answering(async (visit) => {
    const scope = await actorScope(visit.params as never, visit.request);
    return finish(withItsQuery(await show(scope, visit as never), visit), visit, scope.locale, scope.council);
  });
}

/** A form for anybody who is signed in. */
export function memberForm<P extends string = never>(
  act: (scope: ActorScope, form: FormBody, visit: Visit<P | "council">) => Promise<Answer>,
  mostBytes?: number,
): Handler {
  return answering(async (visit) => {
    const scope = await actorScope(visit.params as never, visit.request);
    const form = await readForm(visit.request, mostBytes);
    if (!form.ok) return finish(badForm(scope.locale, form.error), visit, scope.locale, scope.council);
    return finish(withItsQuery(await act(scope, form.value, visit as never), visit), visit, scope.locale, scope.council);
  });
}

/** What a body that is no form of ours is answered, for pages that read it themselves. */
export const badBody = (locale: Locale, fault: BadBody): Page => badForm(locale, fault);

/** A page of the workspace: for officers of the council who have shown a second factor. */
export function officerPage<P extends string = never>(show: (scope: ActorScope, visit: Visit<P | "council">) => Promise<Answer>): Handler {
  return answering(async (visit) => {
    const scope = await officerScope(visit.params as never, visit.request);
    return finish(inWorkspace(await show(scope, visit as never), visit), visit, scope.locale, scope.council, scope);
  });
}

export function officerForm<P extends string = never>(
  act: (scope: ActorScope, form: FormBody, visit: Visit<P | "council">) => Promise<Answer>,
  mostBytes?: number,
): Handler {
  return answering(async (visit) => {
    const scope = await officerScope(visit.params as never, visit.request);
    const form = await readForm(visit.request, mostBytes);
    if (!form.ok) return finish(badForm(scope.locale, form.error), visit, scope.locale, scope.council, scope);
    return finish(inWorkspace(await act(scope, form.value, visit as never), visit), visit, scope.locale, scope.council, scope);
  });
}

/** Who stands before an account page: the language and, where there is one, the person. */
export interface AccountVisit {
  readonly locale: Locale;
  readonly person: SignedIn | null;
}

/** A page of no council: sign-in, account, the list of councils. */
export function sitePage<P extends string = never>(show: (who: AccountVisit, visit: Visit<P>) => Promise<Answer>): Handler {
  return answering(async (visit) => {
    const locale = localeOf(visit.params.locale);
    return finish(await show({ locale, person: await findSignedIn(visit.request) }, visit as never), visit, locale, null);
  });
}

export function siteForm<P extends string = never>(
  act: (who: AccountVisit, form: FormBody, visit: Visit<P>) => Promise<Answer>,
  mostBytes?: number,
): Handler {
  return answering(async (visit) => {
    const locale = localeOf(visit.params.locale);
    const form = await readForm(visit.request, mostBytes);
    if (!form.ok) return finish(badForm(locale, form.error), visit, locale, null);
    return finish(await act({ locale, person: await findSignedIn(visit.request) }, form.value, visit as never), visit, locale, null);
  });
}

/** A page for whoever looks after the installation. */
export function operatorPage(show: (operator: Operator, visit: Visit) => Promise<Answer>): Handler {
  return sitePage((who, visit) => show(operatorOf(who), visit));
}

export function operatorForm(act: (operator: Operator, form: FormBody, visit: Visit) => Promise<Answer>): Handler {
  return siteForm((who, form, visit) => act(operatorOf(who), form, visit));
}

/** After a form has done its work: see other, so that going back or reloading does not send it again. */
export function goTo(address: string, headers?: HeadersInit): Response {
  const all = new Headers({ "Cache-Control": "no-store" });
  for (const [name, value] of new Headers(headers)) all.append(name, value);
  all.set("Location", address);
  return new Response(null, { status: 303, headers: all });
}

function answering(respond: (visit: Visit) => Promise<Response>): Handler {
  return async (request, context) => {
    const params = await context.params;
    // Only the parts read here are touched, so that a page kept for everybody does not depend on one request.
    const visit: Visit = {
      params: params as Visit["params"],
      get query() {
        return new URL(request.url).searchParams;
      },
      get path() {
        return new URL(request.url).pathname;
      },
      request,
    };
    try {
      // No name holds a NUL, and the database refuses to be asked for one.
      if (Object.values(params).some((part) => part.includes("\u0000"))) throw new AccessError("not-found", "address");
      return await respond(visit);
    } catch (fault) {
      if (fault instanceof AccessError) return refused(fault, visit);
      // Next stops a page from being kept by throwing; that is not a crash of ours.
      if (fault instanceof Error && "digest" in fault) throw fault;
      return crashed(fault, visit);
    }
  };
}

async function refused(fault: AccessError, visit: Visit): Promise<Response> {
  const locale = isLocale(visit.params.locale) ? visit.params.locale : "en";
  if (fault.reason === "sign-in" || fault.reason === "second-factor") return toSignIn(fault.reason, visit, locale);
  const council = await councilOf(visit, locale);
  const page =
    fault.reason === "forbidden"
      ? { status: 403, ...forbiddenPage(locale) }
      : { status: 404, ...notFoundPage(locale, council) };
  return finish(page, visit, locale, council);
}

/** To the way in. What was typed into a form meanwhile is not lost: the answer holds it, to be sent again. */
async function toSignIn(missing: "sign-in" | "second-factor", visit: Visit, locale: Locale): Promise<Response> {
  const { request } = visit;
  const signIn = `/${locale}/${missing === "sign-in" ? "sign-in" : "second-step"}?next=${wayBack(request)}`;
  const form = request.method === "POST" && !request.bodyUsed ? await readForm(request) : null;
  if (!form?.ok || Object.keys(form.value.values).length === 0) return goTo(signIn);
  const { pathname, search } = new URL(request.url);
  const multipart = request.headers.get("content-type")?.startsWith("multipart/") ?? false;
  const again = signInAgainPage({ locale, missing, signIn, action: pathname + search, values: form.value.values, multipart, hasFiles: Object.keys(form.value.files).length > 0 });
  return finish({ status: 403, ...again }, visit, locale, await councilOf(visit, locale));
}

/** Where to return to afterwards. A form's address is opened again as a page. */
function wayBack(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return encodeURIComponent(request.method === "GET" ? pathname + search : pathname);
}

async function crashed(fault: unknown, visit: Visit): Promise<Response> {
  const reference = randomBytes(5).toString("hex");
  log.error({ reference, err: fault }, "request failed");
  const locale = isLocale(visit.params.locale) ? visit.params.locale : "en";
  return finish({ status: 500, ...crashPage(locale, reference) }, visit, locale, null);
}

async function councilOf(visit: Visit, locale: Locale): Promise<CouncilInView | null> {
  const council = (visit.params as Record<string, string>)["council"];
  if (council === undefined) return null;
  return publicScope({ locale, council }).then(
    (scope) => scope.council,
    () => null,
  );
}

const badForm = (locale: Locale, fault: BadBody): Page => ({ status: fault === "foreign" ? 403 : fault === "too-large" ? 413 : 400, ...badFormPage(locale, fault) });

const inWorkspace = (answer: Answer, visit: Visit): Answer => (answer instanceof Response ? answer : { layout: "workspace", ...withItsQuery(answer, visit) });

/** The other language shows the same thing: which one it is may stand in the query. Only for pages that are never kept for everybody. */
const withItsQuery = <A extends Answer>(answer: A, { query }: Visit): A => (answer instanceof Response ? answer : { query: query.toString(), ...answer });

function finish(answer: Answer, visit: Visit, locale: Locale, council: CouncilInView | null, officer?: ActorScope): Response {
  if (answer instanceof Response) return answer;
  const { status = 200 } = answer;
  // Of a person who is helped to vote an officer's browser keeps nothing: their ballot goes the way that needs no script.
  const page = answer.layout === "task" && isHelping(visit.request) ? { ...answer, scripts: [] } : answer;
  const finish = council === null ? null : finishOf(answer, visit, locale, council);
  const headers = new Headers(answer.headers);
  if (finish) headers.set("Refresh", `${finish.idleMinutes * 60}; url=${finish.href}`);
  const html = renderDocument(siteDocument({ page, locale, council, officer: officer?.actor ?? null, path: visit.path, saveData: false, finishHref: finish?.href }));
  return htmlResponse(html, { status, headers, connectTo: page.scripts?.some((script) => ASK_THE_BOX.includes(script)) ? env().BOX_PUBLIC_URL : undefined });
}

/** Scripts that send to the ballot box, which may have a host of its own. */
const ASK_THE_BOX = ["vote", "receipt", "voting-key"];

/** Where a person who sits at a shared device of the council ends their turn. Only pages of a task can hold something of theirs, and those are never kept for everybody. */
function finishOf({ layout }: Page, { request }: Visit, locale: Locale, council: CouncilInView): { readonly href: string; readonly idleMinutes: number } | null {
  const device = layout === "task" ? sharedDeviceOf(request) : null;
  return device?.home.startsWith(`${council.slug}/`) ? { href: `/${locale}/${device.home}/finish`, idleMinutes: device.idleMinutes } : null;
}
