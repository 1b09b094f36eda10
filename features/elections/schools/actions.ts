import type { TypedValues } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { savePlace } from "#features/voting/polling-places/save-place.ts";
import { accountForPack } from "./account-for-pack.ts";
import { askForPacks } from "./ask-for-packs.ts";
import { changeYears, leaveElection, setPlace } from "./change-school.ts";
import { countPack } from "./count-pack.ts";
import { accountInput, countInput, joinInput, nothingInput, packsInput, placeChoiceInput, yearsInput } from "./input.ts";
import { joinSchool } from "./join-school.ts";
import type { SchoolOnDesk } from "./queries.ts";
import { replaceMissing } from "./replace-missing.ts";

export interface AtElectionOfSchools {
  readonly scope: ActorScope;
  readonly electionId: string;
  /** As its voting codes know it. */
  readonly voteId: string;
}

export const join = action({ input: joinInput, run: ({ scope, electionId }: AtElectionOfSchools, input) => joinSchool(scope, { electionId, ...input }), beside: { "school-joined": "nameEn" } });

export interface AtOneSchool extends AtElectionOfSchools {
  readonly school: Pick<SchoolOnDesk, "id" | "name">;
}

/** What an officer may do on a school's own page, by the name of the form. */
export const SCHOOL_ACTS: Readonly<Record<string, (at: AtOneSchool, values: TypedValues) => ActionAnswer<unknown>>> = {
  years: action({ input: yearsInput, run: ({ scope, electionId, school }: AtOneSchool, input) => changeYears(scope, { electionId, schoolId: school.id, ...input }) }),
  packs: action({ input: packsInput, run: ({ scope, electionId, voteId, school }: AtOneSchool, input) => askForPacks(scope, { electionId, voteId, schoolId: school.id, ...input }) }),
  place: action({
    input: placeChoiceInput,
    run: async ({ scope, electionId, school }: AtOneSchool, { once, place }) => {
      if (place === "new") {
        const none = { en: "", cy: "" };
        const made = await savePlace(scope, { id: once, isNew: true, name: { en: school.name.en, cy: school.name.cy || school.name.en }, address: "", access: none, hours: none, letters: "", officers: [], closed: false });
        if (!made.ok) return made;
      }
      return setPlace(scope, { electionId, schoolId: school.id, placeId: place === "new" ? once : place === "" ? null : place });
    },
    beside: { "no-such-place": "place" },
  }),
  leave: action({ input: nothingInput, run: ({ scope, electionId, school }: AtOneSchool) => leaveElection(scope, { electionId, schoolId: school.id }) }),
};

export interface AtOnePack extends AtElectionOfSchools {
  readonly batchId: string;
}

/** What is done with one pack, by the name of the form. */
export const PACK_ACTS: Readonly<Record<string, (at: AtOnePack, values: TypedValues) => ActionAnswer<unknown>>> = {
  count: action({ input: countInput, run: ({ scope, electionId, batchId }: AtOnePack, input) => countPack(scope, { electionId, batchId, ...input }) }),
  replace: action({ input: nothingInput, run: ({ scope, ...at }: AtOnePack) => replaceMissing(scope, at) }),
  account: action({ input: accountInput, run: ({ scope, electionId, batchId }: AtOnePack, input) => accountForPack(scope, { electionId, batchId, ...input }) }),
};
