/** What a test imports to get a mesh of its own: a fresh database and an isolated account on the broker. */
import { connect } from "nats";
import postgres from "postgres";
import type { Credentials, TestAccount, TestServers } from "./test_run/servers.ts";

export { type DevMesh, type DevMeshOptions, startDevMesh } from "./test_run/dev_mesh.ts";

export interface TestMesh extends AsyncDisposable {
  /** A migrated, empty database of the superuser `mesh`. */
  readonly databaseUrl: string;
  readonly nats: {
    readonly url: string;
    readonly users: TestAccount["users"];
    /** The outside publisher of `teamId`. */
    readonly publisher: Credentials;
  };
  readonly teamId: string;
  readonly otherTeam: { readonly teamId: string; readonly publisher: Credentials };
}

/** For `ignore:` of a test that needs the servers, so that plain `deno test` still runs all the others. */
export function hasTestServers(): boolean {
  return Deno.env.has("MESH_TEST_SERVERS");
}

/** @throws when not run by `deno task test`. */
export async function takeTestMesh(): Promise<TestMesh> {
  const servers = readServers();
  const slot = await takeSlot(servers);
  const database = await cloneDatabase(servers);
  const account = servers.accounts[slot]!;
  const [team, otherTeam] = account.teams;
  return {
    databaseUrl: database.url,
    nats: { url: servers.natsUrl, users: account.users, publisher: team!.publisher },
    teamId: team!.teamId,
    otherTeam: otherTeam!,
    async [Symbol.asyncDispose]() {
      await dropDatabase(servers, database.name);
      await emptyAccount(servers.natsUrl, account);
      await Deno.remove(slotFile(servers, slot));
    },
  };
}

function readServers(): TestServers {
  const file = Deno.env.get("MESH_TEST_SERVERS");
  if (!file) throw new Error("Cannot take a test mesh: run the tests with `deno task test`");
  return JSON.parse(Deno.readTextFileSync(file));
}

/** An account is taken by creating the file with its number, which only one process can do. */
async function takeSlot(servers: TestServers): Promise<number> {
  for (let slot = 0; slot < servers.accounts.length; slot++) {
    try {
      (await Deno.open(slotFile(servers, slot), { write: true, createNew: true })).close();
      return slot;
    } catch (error) {
      if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    }
  }
  throw new Error("Cannot take a test mesh: all accounts are taken; is one not disposed of?");
}

function slotFile({ slotFolder }: TestServers, slot: number): string {
  return `${slotFolder}/${slot}`;
}

async function cloneDatabase({ adminUrl, template }: TestServers): Promise<{ name: string; url: string }> {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  // The default strategy writes every page to the write-ahead log as well.
  await administer(adminUrl, `create database ${name} template ${template} strategy file_copy`);
  const url = new URL(adminUrl);
  url.pathname = name;
  return { name, url: url.href };
}

async function dropDatabase({ adminUrl }: TestServers, name: string): Promise<void> {
  await administer(adminUrl, `drop database if exists ${name} with (force)`);
}

async function administer(url: string, statement: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

/** The next test that takes this account must not find the streams of this one. */
async function emptyAccount(url: string, { users: { operator } }: TestAccount): Promise<void> {
  const connection = await connect({
    servers: url,
    user: operator.user,
    pass: operator.password,
    inboxPrefix: operator.inboxPrefix,
  });
  const { streams } = await connection.jetstreamManager({ checkAPI: false });
  for await (const name of streams.names()) await streams.delete(name);
  await connection.close();
}
