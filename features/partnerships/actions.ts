import type { TypedValues } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { action, type ActionAnswer } from "#platform/action.ts";
import { answerRequest } from "./cooperation/answer-request.ts";
import { sendRequest } from "./cooperation/send-request.ts";
import { putGroup } from "./groups/put-group.ts";
import { putAction, putMeeting } from "./groups/put-meeting.ts";
import { putSeat } from "./groups/put-seat.ts";
import { actionInput, answerRequestInput, groupInput, meetingInput, partnerInput, partnerOfficerInput, removeOfficerInput, seatInput, sendRequestInput } from "./input.ts";
import { addPartnerOfficer, removePartnerOfficer } from "./partners/change-partner-officers.ts";
import { putPartner } from "./partners/put-partner.ts";

export const answerCooperation = action({ input: answerRequestInput, run: (scope: ActorScope, input) => answerRequest(scope, input), beside: { "wrong-state": "answer", "reason-missing": "answerEn", "changes-missing": "answerEn" } });

/** What an officer may do at the partnership, by the name of the form. */
export const PARTNERSHIP_ACTS: Readonly<Record<string, (scope: ActorScope, values: TypedValues) => ActionAnswer<void>>> = {
  partner: action({ input: partnerInput, run: (scope: ActorScope, input) => putPartner(scope, input) }),
  officer: action({ input: partnerOfficerInput, run: (scope: ActorScope, input) => addPartnerOfficer(scope, input) }),
  "remove-officer": action({ input: removeOfficerInput, run: (scope: ActorScope, input) => removePartnerOfficer(scope, input) }),
  group: action({ input: groupInput, run: (scope: ActorScope, input) => putGroup(scope, input), beside: { "choose-one": "boardId", "board-above": "boardId" } }),
  seat: action({ input: seatInput, run: (scope: ActorScope, input) => putSeat(scope, input), beside: { "choose-one": "partnerId", "ends-before": "toOn" } }),
  meeting: action({ input: meetingInput, run: (scope: ActorScope, input) => putMeeting(scope, input), beside: { "choose-one": "groupId", "minutes-early": "minutesEn" } }),
  action: action({ input: actionInput, run: (scope: ActorScope, input) => putAction(scope, input), beside: { "choose-one": "partnerId", "done-in-future": "doneOn" } }),
  request: action({ input: sendRequestInput, run: (scope: ActorScope, input) => sendRequest(scope, input), beside: { "choose-one": "partnerId", "unknown-target": "targetId" } }),
  answer: answerCooperation,
};
