import { z } from "zod";
import { email, line, once, optionalLine, slug } from "#domain/basics/fields.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { isFreeAddress } from "#domain/councils/slug.ts";

export interface CreateCouncil {
  /** The form's one-use number, which becomes the council's id. */
  readonly once: string;
  readonly slug: string;
  readonly nameEn: string;
  readonly nameCy: string;
  readonly welsh: boolean;
  readonly contactEmail: string;
  readonly contactPhone: string;
  /** The first administrator, who invites everybody else. */
  readonly adminEmail: string;
}

export const createCouncilInput = formInput(
  z
    .object({
      once: once(),
      slug: slug().refine(isFreeAddress, "address-taken"),
      nameEn: line(100),
      nameCy: optionalLine(100),
      welsh: z.literal("yes").optional().transform((ticked) => ticked !== undefined),
      contactEmail: email(),
      contactPhone: optionalLine(40),
      adminEmail: email(),
    })
    .refine(({ welsh, nameCy }) => !welsh || nameCy !== "", { path: ["nameCy"], error: "welsh-name" }) satisfies z.ZodType<CreateCouncil>,
);

export interface ResetSecondFactor {
  readonly email: string;
}

export const resetSecondFactorInput = formInput(z.object({ email: email() }) satisfies z.ZodType<ResetSecondFactor>);
