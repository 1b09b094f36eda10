/** What every bench is asked for. */
export interface BenchOptions {
  /** End within 40 seconds, given an existing build and database. */
  readonly quick: boolean;
  /** Somebody else reads the answer: nothing but the one object goes to standard output. */
  readonly json: boolean;
}

/**
 * A bench: `bench/{name}.ts` exports it as `run`. What it answers is printed as the one JSON object of `--json`;
 * tables for people go through `console.log`, which `--json` turns to standard error.
 */
export type Bench = (options: BenchOptions) => Promise<object>;

/** Progress and remarks, which are no part of the answer. */
export function note(line: string): void {
  console.error(line);
}
