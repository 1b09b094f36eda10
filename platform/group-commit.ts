interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (fault: unknown) => void;
}

interface Queue<Item, Outcome> {
  waiting: Waiting<Item, Outcome>[];
  underWay: number;
}

export interface GroupCommitOptions<Item, Outcome> {
  /** Items in one statement at the most. */
  readonly mostTogether: number;
  /** Statements of one group under way at a time. */
  readonly mostStatements: number;
  /** Two items of the same key never go in one statement, where they would not see each other. */
  readonly keyOf: (item: Item) => string;
  /** Writes all of them in one statement; gives the outcome of each in their order. */
  readonly write: (group: string, items: readonly Item[]) => Promise<readonly Outcome[]>;
}

/**
 * Writes that come while others of their group are being written are gathered into one statement and one commit: what makes a busy
 * evening cheap. Nobody waits for others to come: what stands in the queue goes as soon as a statement may.
 */
export class GroupCommit<Item, Outcome> {
  readonly #queues = new Map<string, Queue<Item, Outcome>>();
  readonly #options: GroupCommitOptions<Item, Outcome>;

  constructor(options: GroupCommitOptions<Item, Outcome>) {
    this.#options = options;
  }

  /** The outcome of one item; throws what the statement threw that it was in. */
  write(group: string, item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(group) ?? { waiting: [], underWay: 0 };
      this.#queues.set(group, queue);
      queue.waiting.push({ item, resolve, reject });
      // Whatever arrives in this turn of the event loop goes together.
      if (queue.underWay < this.#options.mostStatements) setImmediate(() => void this.#writeTogether(group, queue));
    });
  }

  async #writeTogether(group: string, queue: Queue<Item, Outcome>): Promise<void> {
    if (queue.underWay >= this.#options.mostStatements || queue.waiting.length === 0) return;
    const together = this.#takeDistinct(queue);
    queue.underWay += 1;
    try {
      const outcomes = await this.#options.write(group, together.map(({ item }) => item));
      if (outcomes.length !== together.length) throw new Error("Not every item has an outcome");
      together.forEach(({ resolve }, at) => resolve(outcomes[at] as Outcome));
    } catch (fault) {
      for (const { reject } of together) reject(fault);
    } finally {
      queue.underWay -= 1;
      if (queue.waiting.length > 0) setImmediate(() => void this.#writeTogether(group, queue));
      else if (queue.underWay === 0) this.#queues.delete(group);
    }
  }

  #takeDistinct(queue: Queue<Item, Outcome>): readonly Waiting<Item, Outcome>[] {
    const [taken, left, keys]: [Waiting<Item, Outcome>[], Waiting<Item, Outcome>[], Set<string>] = [[], [], new Set()];
    for (const one of queue.waiting) {
      const key = this.#options.keyOf(one.item);
      if (taken.length < this.#options.mostTogether && !keys.has(key)) taken.push(one);
      else left.push(one);
      keys.add(key);
    }
    queue.waiting = left;
    return taken;
  }
}
