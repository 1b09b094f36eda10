/**
 * The words in which the database refuses a statement, behind the name of its constraint where it has one; "taken" where it does not refuse.
 * Drizzle puts a fault of its own ("Failed query: …") round them, which any misspelt column brings about as well.
 */
export async function refusalOf(statement: PromiseLike<unknown>): Promise<string> {
  try {
    await statement;
  } catch (fault) {
    const told = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
    if (!(told instanceof Error)) return String(told);
    return "constraint_name" in told ? `${String(told.constraint_name)}: ${told.message}` : told.message;
  }
  return "taken";
}
