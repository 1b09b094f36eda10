/** What a withdrawal does, by how far the election has got. */
export type Withdrawal =
  /** Nothing is printed: the name leaves the list. */
  | "leaves-the-list"
  /** The paper is printed: the name stays on it, everybody is told, and an office that would fall to it goes to the next in order. */
  | "stays-on-the-paper"
  /** Voting is over: a person elected resigns, which is no matter of the election. */
  | "too-late";

/** What stepping back means now. `printed` from the moment the ballots are made ready; `closed` from the end of voting. */
export const whatWithdrawalDoes = ({ printed, closed }: { readonly printed: boolean; readonly closed: boolean }): Withdrawal => (closed ? "too-late" : printed ? "stays-on-the-paper" : "leaves-the-list");
