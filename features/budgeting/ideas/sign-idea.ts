import { and, count, eq, isNull, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { ideaCoAuthors, ideas, ideaSupports } from "#db/schema/budgeting/ideas.ts";
import { textIn } from "#domain/basics/bilingual.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { moveBy } from "#domain/basics/lifecycle.ts";
import { ideaLifecycle } from "#domain/budgeting/idea-lifecycle.ts";
import type { MemberScope } from "#domain/councils/scope.ts";
import { AccessError, found } from "#domain/policy/access-error.ts";
import { messages } from "#i18n/messages.ts";
import { now } from "#platform/clock.ts";
import { env } from "#platform/env.ts";
import { queueMail } from "#platform/mail/mail.ts";
import { lockIdea } from "./load-idea.ts";
import { renewIdeas } from "./renew-ideas.ts";
import { tellPeopleOfIdeas } from "./tell-people.ts";
import { writeEvents } from "./write-event.ts";

const MOST_CO_AUTHORS = 8;

interface OwnIdea {
  readonly programmeId: string;
  readonly number: number;
}

/** Its author asks somebody to sign an idea with them. Asked twice, they are written to once. */
export function inviteCoAuthor(scope: MemberScope, { programmeId, number, email, slug }: OwnIdea & { readonly email: string; readonly slug: string }): Promise<Result<void, Fault>> {
  return inTransaction(async (tx) => {
    const idea = await lockIdea(tx, scope, programmeId, number);
    if (idea.authorId !== scope.actor.personId) throw new AccessError("not-found", "idea");
    if (email === scope.actor.email.toLowerCase()) return err({ field: "email", code: "own-address" });
    const [there] = await tx.select({ asked: count() }).from(ideaCoAuthors).where(eq(ideaCoAuthors.ideaId, idea.id));
    if ((there?.asked ?? 0) >= MOST_CO_AUTHORS) return err({ field: "email", code: "too-many-co-authors", params: { most: MOST_CO_AUTHORS } });
    const asked = await tx
      .insert(ideaCoAuthors)
      .values({ councilId: scope.council.id, ideaId: idea.id, email, invitedAt: now() })
      .onConflictDoNothing()
      .returning({ id: ideaCoAuthors.id });
    if (asked.length === 0) return ok();
    const t = messages(scope.locale).ideaMail;
    const council = textIn(scope.council.name, scope.locale).text;
    const link = `${env().BASE_URL}/${scope.locale}/${scope.council.slug}/votes/${slug}/ideas/${number}/sign`;
    await queueMail(tx, {
      to: email,
      subject: t.inviteSubject({ title: textIn({ en: idea.titleEn, cy: idea.titleCy }, scope.locale).text }),
      body: `${t.invite({ name: idea.authorName || t.somebody, council })}\n\n${link}`,
    });
    return ok();
  });
}

/** Somebody who was asked says yes or no; a no leaves nothing of their address behind. Who signs no longer supports: they are among its authors. */
export function answerInvitation(scope: MemberScope, { programmeId, number, sign, name }: OwnIdea & { readonly sign: boolean; readonly name: string }): Promise<Result<void, never>> {
  return inTransaction(async (tx) => {
    const idea = await lockIdea(tx, scope, programmeId, number);
    const mine = and(eq(ideaCoAuthors.ideaId, idea.id), eq(sql`lower(${ideaCoAuthors.email})`, scope.actor.email.toLowerCase()));
    const [invitation] = await tx.select().from(ideaCoAuthors).where(mine);
    found(invitation, "invitation");
    if (!sign) {
      await tx.delete(ideaCoAuthors).where(mine);
      return ok();
    }
    const signed = await tx
      .update(ideaCoAuthors)
      .set({ personId: scope.actor.personId, name, confirmedAt: now() })
      .where(and(mine, isNull(ideaCoAuthors.confirmedAt)))
      .returning({ id: ideaCoAuthors.id });
    if (signed.length === 0) return ok();
    await tx.delete(ideaSupports).where(and(eq(ideaSupports.ideaId, idea.id), eq(ideaSupports.personId, scope.actor.personId)));
    await writeEvents(tx, scope, [{ ideaId: idea.id, event: "co-author" }]);
    await tellPeopleOfIdeas(tx, scope, [{ ideaId: idea.id, news: "co-author", authorsOnly: true }]);
    return ok();
  });
}

/** Its author takes an idea back. Those who support it are told. */
export function withdrawIdea(scope: MemberScope, { programmeId, number }: OwnIdea): Promise<Result<void, "wrong-state">> {
  return inTransaction(async (tx) => {
    const idea = await lockIdea(tx, scope, programmeId, number);
    if (idea.authorId !== scope.actor.personId) throw new AccessError("not-found", "idea");
    if (idea.state === "withdrawn") return ok();
    const to = moveBy(ideaLifecycle, idea.state, "withdraw");
    if (!to.ok) return to;
    await tx.update(ideas).set({ state: to.value, changedAt: now() }).where(eq(ideas.id, idea.id));
    await writeEvents(tx, scope, [{ ideaId: idea.id, event: "withdraw" }]);
    await tellPeopleOfIdeas(tx, scope, [{ ideaId: idea.id, news: "withdraw" }]);
    await renewIdeas(tx, scope);
    return ok();
  });
}
