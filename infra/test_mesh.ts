/** What a test imports to get a mesh of its own: a fresh database and an isolated account on the broker. */
import { connect } from "nats";
import { takeTestDatabase } from "./test_run/database.ts";
import type { Credentials, TestAccount, TestServers } from "./test_run/servers.ts";
import { readServers } from "./test_run/told_servers.ts";

export { type DevMesh, type DevMeshOptions, startDevMesh } from "./test_run/dev_mesh.ts";
export { hasTestServers } from "./test_run/told_servers.ts";

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

/** @throws when not run by `deno task test`. */
export async function takeTestMesh(): Promise<TestMesh> {
  const servers = readServers();
  const slot = await takeSlot(servers);
  const database = await takeTestDatabase();
  const account = servers.accounts[slot]!;
  const [team, otherTeam] = account.teams;
  return {
    databaseUrl: database.url,
    nats: { url: servers.natsUrl, users: account.users, publisher: team!.publisher },
    teamId: team!.teamId,
    otherTeam: otherTeam!,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await emptyAccount(servers.natsUrl, account);
      await Deno.remove(slotFile(servers, slot));
    },
  };
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
