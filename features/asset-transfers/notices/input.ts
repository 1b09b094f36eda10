import { z } from "zod";
import { NOTICE_WAYS, OWNER_CAPACITIES } from "#domain/asset-transfers/notice.ts";
import { civilDate, email, once, oneOf, orEmpty } from "#domain/basics/fields.ts";
import { formInput, withDates } from "#domain/basics/form-input.ts";

export const ownerNoticeInput = withDates(
  ["givenOn"],
  formInput(
    z
      .object({ once: once(), capacity: oneOf(OWNER_CAPACITIES), way: oneOf(NOTICE_WAYS), givenOn: civilDate(), email: orEmpty(email()) })
      .superRefine(({ way, email: to }, context) => {
        if (to !== null && way !== "email") context.addIssue({ code: "custom", path: ["email"], message: "email-way" });
      })
      .transform(({ email: to, ...rest }) => ({ ...rest, email: to ?? "" })),
  ),
);
