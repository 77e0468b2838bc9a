/** A database of the test run's Postgres for one test, migrated and empty. */
import postgres from "postgres";
import { readServers } from "./told_servers.ts";

export interface TestDatabase extends AsyncDisposable {
  /** As the superuser `mesh`. */
  readonly url: string;
}

/** @throws when not run by `deno task test`. */
export async function takeTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = readServers();
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  // The default strategy writes every page to the write-ahead log as well.
  await administer(adminUrl, `create database ${name} template ${template} strategy file_copy`);
  const url = new URL(adminUrl);
  url.pathname = name;
  const drop = () => administer(adminUrl, `drop database if exists ${name} with (force)`);
  return { url: url.href, [Symbol.asyncDispose]: drop };
}

async function administer(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
