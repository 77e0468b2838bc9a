/** How every question to the database is asked that changes nothing. */
import { translateDatabaseError } from "./database/errors.ts";
import { retryWhileAway } from "./database/backoff.ts";

/** Reads outside a transaction, again when the connection breaks, with the database's errors translated. */
export async function runQuery<Output>(work: () => Promise<Output>): Promise<Output> {
  try {
    return await retryWhileAway(work);
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
