import type { Answers } from "./answer.ts";
import type { RecruitmentSource } from "./response.ts";

/** A panel stays a panel; of others a postcode tells whether they live here. */
export function sourceOf(source: RecruitmentSource, answers: Answers): RecruitmentSource {
  if (source !== "not-known") return source;
  const [told] = Object.values(answers).filter((answer) => answer?.areaId !== undefined);
  return told === undefined ? source : told.areaId === null ? "outside-area" : "resident";
}
