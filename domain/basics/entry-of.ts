/** The entry of a name that anybody may have typed; null where there is none. `constructor` is in every object, and nobody's entry. */
export const entryOf = <Entry>(entries: Readonly<Record<string, Entry>>, name: string): Entry | null => (Object.hasOwn(entries, name) ? (entries[name] ?? null) : null);
