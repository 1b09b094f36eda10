import { action } from "#platform/action.ts";
import { createCouncil as create } from "./create-council.ts";
import { createCouncilInput, resetSecondFactorInput } from "./input.ts";
import { resetSecondFactor as reset } from "./reset-second-factor.ts";

export const createCouncil = action({ input: createCouncilInput, run: create, beside: { "address-taken": "slug" } });

export const resetSecondFactor = action({ input: resetSecondFactorInput, run: reset, beside: { "no-such-person": "email" } });
