import { err, ok, type Result } from "./result.ts";

/** One arrow: by which act a thing goes from one state to another. */
export interface Transition<State extends string, Act extends string> {
  readonly act: Act;
  readonly from: State;
  readonly to: State;
}

/** States and transitions as data: the code decides by it, the documents are drawn from it. */
export interface Lifecycle<State extends string, Act extends string> {
  readonly thing: string;
  readonly initial: State;
  readonly states: readonly State[];
  readonly transitions: readonly Transition<State, Act>[];
}

/** The state an act leads to, or `wrong-state` where the thing may not do it as it stands. */
export function moveBy<State extends string, Act extends string>(lifecycle: Lifecycle<State, Act>, state: State, act: Act): Result<State, "wrong-state"> {
  const arrow = lifecycle.transitions.find((each) => each.act === act && each.from === state);
  return arrow === undefined ? err("wrong-state") : ok(arrow.to);
}

/** What can be done next. */
export const actsFrom = <State extends string, Act extends string>(lifecycle: Lifecycle<State, Act>, state: State): readonly Act[] =>
  lifecycle.transitions.filter((each) => each.from === state).map((each) => each.act);

/** Every state that can follow, however many acts later; the state itself only where a way leads back. */
export function reachableFrom<State extends string, Act extends string>(lifecycle: Lifecycle<State, Act>, state: State): ReadonlySet<State> {
  const reached = new Set<State>();
  const waiting: State[] = [state];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const { to } of lifecycle.transitions.filter((each) => each.from === from)) {
      if (reached.has(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return reached;
}

/** The lifecycle as a page of documentation: a Mermaid state diagram and the same as a table. */
export function drawLifecycle<State extends string, Act extends string>({ thing, initial, states, transitions }: Lifecycle<State, Act>): string {
  const node = (state: string): string => state.replaceAll("-", "_");
  const ends = states.filter((state) => transitions.every((each) => each.from !== state));
  return [
    `# Lifecycle of ${thing}`,
    "",
    "Drawn from the code; `npm run unit` compares the two.",
    "",
    "```mermaid",
    "stateDiagram-v2",
    ...states.map((state) => `  state "${state}" as ${node(state)}`),
    `  [*] --> ${node(initial)}`,
    ...transitions.map(({ act, from, to }) => `  ${node(from)} --> ${node(to)}: ${act}`),
    ...ends.map((state) => `  ${node(state)} --> [*]`),
    "```",
    "",
    "| from | act | to |",
    "|---|---|---|",
    ...transitions.map(({ act, from, to }) => `| ${from} | ${act} | ${to} |`),
    "",
  ].join("\n");
}
