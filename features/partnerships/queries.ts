import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { bilingual } from "#db/columns.ts";
import { database } from "#db/client.ts";
import { people } from "#db/schema/accounts/people.ts";
import { councils } from "#db/schema/councils/councils.ts";
import { cooperationRequests, partnerOfficers, partners, partnershipActions, partnershipGroups, partnershipMeetings, partnershipSeats } from "#db/schema/partnerships/partners.ts";
import type { BilingualText } from "#domain/basics/bilingual.ts";
import type { CivilDay } from "#domain/basics/london-time.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import type { CooperationState } from "#domain/partnerships/cooperation.ts";
import type { GroupKind, PartnerKind, SeatRole } from "#domain/partnerships/partner.ts";

export interface PartnerInView {
  readonly id: string;
  readonly slug: string;
  readonly name: BilingualText;
  readonly kind: PartnerKind;
  /** ONS code of a council that was chosen from the local authorities. */
  readonly authorityCode: string | null;
  readonly underDuty: boolean;
  readonly contactEmail: string;
  readonly leftOn: CivilDay | null;
}

export interface SeatInView {
  readonly id: string;
  readonly partnerId: string | null;
  readonly role: SeatRole;
  readonly holder: string;
  readonly fromOn: CivilDay;
  readonly toOn: CivilDay | null;
}

export interface ActionInView {
  readonly id: string;
  readonly what: BilingualText;
  readonly partnerId: string | null;
  readonly dueOn: CivilDay;
  readonly doneOn: CivilDay | null;
  readonly outcome: BilingualText;
}

export interface MeetingInView {
  readonly id: string;
  readonly groupId: string;
  readonly heldOn: CivilDay;
  readonly place: string;
  readonly agenda: BilingualText;
  readonly minutes: BilingualText;
  readonly actions: readonly ActionInView[];
}

export interface GroupInView {
  readonly id: string;
  readonly slug: string;
  readonly kind: GroupKind;
  readonly boardId: string | null;
  readonly name: BilingualText;
  readonly purpose: BilingualText;
  readonly seats: readonly SeatInView[];
  /** Newest first. */
  readonly meetings: readonly MeetingInView[];
}

export interface RequestInView {
  readonly id: string;
  readonly number: number;
  readonly partnerId: string;
  readonly targetId: string | null;
  readonly asked: BilingualText;
  readonly sentOn: CivilDay;
  readonly state: CooperationState;
  readonly acknowledgedOn: CivilDay | null;
  readonly answeredOn: CivilDay | null;
  readonly answer: BilingualText;
}

export interface PartnershipInView {
  /** Boards first, each followed by its groups. */
  readonly groups: readonly GroupInView[];
  readonly partners: readonly PartnerInView[];
  /** Newest first. */
  readonly requests: readonly RequestInView[];
}

/** Every partner of the council, those who left last. */
export async function listPartners(scope: AnyScope): Promise<readonly PartnerInView[]> {
  const rows = await database().select().from(partners).where(eq(partners.councilId, scope.council.id)).orderBy(asc(partners.leftOn), asc(partners.nameEn));
  return rows.map(({ id, slug, nameEn, nameCy, kind, authorityCode, underDuty, contactEmail, leftOn }) => ({ id, slug, name: bilingual(nameEn, nameCy), kind, authorityCode, underDuty, contactEmail, leftOn }));
}

/** Boards, groups, seats, meetings, actions, partners and requests: the whole partnership, in as many statements as there are kinds. */
export async function getPartnership(scope: AnyScope): Promise<PartnershipInView> {
  const ours = scope.council.id;
  const [groups, seats, meetings, actions, all, requests] = await Promise.all([
    database().select().from(partnershipGroups).where(eq(partnershipGroups.councilId, ours)).orderBy(asc(partnershipGroups.nameEn)),
    database().select().from(partnershipSeats).where(eq(partnershipSeats.councilId, ours)).orderBy(asc(partnershipSeats.role), asc(partnershipSeats.fromOn)),
    database().select().from(partnershipMeetings).where(eq(partnershipMeetings.councilId, ours)).orderBy(desc(partnershipMeetings.heldOn)),
    database().select().from(partnershipActions).where(eq(partnershipActions.councilId, ours)).orderBy(asc(partnershipActions.dueOn)),
    listPartners(scope),
    listRequests(scope),
  ]);
  const inView = groups.map(
    (group): GroupInView => ({
      id: group.id,
      slug: group.slug,
      kind: group.kind,
      boardId: group.boardId,
      name: bilingual(group.nameEn, group.nameCy),
      purpose: bilingual(group.purposeEn, group.purposeCy),
      seats: seats.filter(({ groupId }) => groupId === group.id),
      meetings: meetings
        .filter(({ groupId }) => groupId === group.id)
        .map((meeting) => ({
          id: meeting.id,
          groupId: meeting.groupId,
          heldOn: meeting.heldOn,
          place: meeting.place,
          agenda: bilingual(meeting.agendaEn, meeting.agendaCy),
          minutes: bilingual(meeting.minutesEn, meeting.minutesCy),
          actions: actions
            .filter(({ meetingId }) => meetingId === meeting.id)
            .map(({ id, whatEn, whatCy, partnerId, dueOn, doneOn, outcomeEn, outcomeCy }) => ({ id, what: bilingual(whatEn, whatCy), partnerId, dueOn, doneOn, outcome: bilingual(outcomeEn, outcomeCy) })),
        })),
    }),
  );
  const boards = inView.filter(({ kind }) => kind === "board");
  const under = (boardId: string | null) => inView.filter((group) => group.kind !== "board" && group.boardId === boardId);
  return { groups: [...boards.flatMap((board) => [board, ...under(board.id)]), ...under(null)], partners: all, requests };
}

/** Every request to co-operate, newest first. */
export async function listRequests(scope: AnyScope): Promise<readonly RequestInView[]> {
  const rows = await database().select().from(cooperationRequests).where(eq(cooperationRequests.councilId, scope.council.id)).orderBy(desc(cooperationRequests.number));
  return rows.map(({ askedEn, askedCy, answerEn, answerCy, ...row }) => ({ ...row, asked: bilingual(askedEn, askedCy), answer: bilingual(answerEn, answerCy) }));
}

/** Who speaks for each partner, for officers to see. */
export async function listPartnerOfficers(scope: ActorScope): Promise<readonly { readonly partnerId: string; readonly personId: string; readonly email: string; readonly name: string }[]> {
  return database()
    .select({ partnerId: partnerOfficers.partnerId, personId: people.id, email: people.email, name: people.name })
    .from(partnerOfficers)
    .innerJoin(people, eq(people.id, partnerOfficers.personId))
    .where(eq(partnerOfficers.councilId, scope.council.id))
    .orderBy(asc(people.email));
}

/** Councils in whose partnerships a person speaks for somebody, with the partners' names, for their account page. */
export async function listPartnerWork({ personId }: { readonly personId: string }): Promise<readonly { readonly council: BilingualText; readonly slug: string; readonly partners: readonly BilingualText[] }[]> {
  const rows = await database()
    .select({ slug: councils.slug, councilEn: councils.nameEn, councilCy: councils.nameCy, nameEn: partners.nameEn, nameCy: partners.nameCy })
    .from(partnerOfficers)
    .innerJoin(partners, eq(partners.id, partnerOfficers.partnerId))
    .innerJoin(councils, eq(councils.id, partnerOfficers.councilId))
    .where(and(eq(partnerOfficers.personId, personId), isNull(partners.leftOn)))
    .orderBy(asc(councils.nameEn), asc(partners.nameEn));
  return [...new Set(rows.map(({ slug }) => slug))].map((slug) => {
    const own = rows.filter((row) => row.slug === slug);
    return { slug, council: bilingual(own[0]?.councilEn ?? "", own[0]?.councilCy ?? ""), partners: own.map(({ nameEn, nameCy }) => bilingual(nameEn, nameCy)) };
  });
}

/** The partners that the signed-in person speaks for. */
export async function listOwnPartners(scope: ActorScope): Promise<readonly PartnerInView[]> {
  const rows = await database()
    .select({ partnerId: partnerOfficers.partnerId })
    .from(partnerOfficers)
    .where(and(eq(partnerOfficers.councilId, scope.council.id), eq(partnerOfficers.personId, scope.actor.personId)));
  const own = new Set(rows.map(({ partnerId }) => partnerId));
  return (await listPartners(scope)).filter(({ id, leftOn }) => own.has(id) && leftOn === null);
}
