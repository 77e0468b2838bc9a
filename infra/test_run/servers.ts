/** One Postgres and one nats-server for a whole test run, in a temporary folder that is removed afterwards. */
import { inboxPrefix, MESH_USERS, type MeshUser } from "../nats/permissions.ts";
import type { MeshAccount } from "../nats_config.ts";
import { prepareNats } from "../nats_server.ts";
import { preparePostgres } from "../postgres.ts";
import { type Child, stopChild } from "../process/child.ts";
import { freePort } from "../process/port.ts";

/** What the test files are told; written to a file that only we may read. */
export interface TestServers {
  readonly adminUrl: string;
  readonly template: string;
  readonly natsUrl: string;
  readonly slotFolder: string;
  readonly accounts: readonly TestAccount[];
}

export interface TestAccount {
  readonly users: Readonly<Record<MeshUser, Credentials & { readonly inboxPrefix: string }>>;
  readonly teams: readonly { readonly teamId: string; readonly publisher: Credentials }[];
}

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export interface RunningServers extends TestServers, AsyncDisposable {
  /** An empty database that the caller fills and that each test mesh is cloned from. */
  readonly templateUrl: string;
}

/** Test files run side by side; each takes one account, and gives it back. */
const ACCOUNT_COUNT = 64;

export async function startTestServers(): Promise<RunningServers> {
  const folder = await Deno.makeTempDir({ prefix: "customer-mesh-test-" });
  await Deno.chmod(folder, 0o755);
  await Deno.mkdir(`${folder}/slots`);
  const stack = new AsyncDisposableStack();
  stack.defer(() => Deno.remove(folder, { recursive: true }));
  const meshes = Array.from({ length: ACCOUNT_COUNT }, (_, index) => makeMesh(index));
  try {
    const [postgres, nats] = await Promise.all([
      startPostgres(folder, stack),
      startNats(folder, meshes, stack),
    ]);
    return {
      adminUrl: postgres.url("postgres"),
      // The embedded server comes with a database of this name; here it serves as the template.
      template: "mesh",
      templateUrl: postgres.url("mesh"),
      natsUrl: nats.url,
      slotFolder: `${folder}/slots`,
      accounts: meshes.map(describeAccount),
      [Symbol.asyncDispose]: () => stack.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

async function startPostgres(folder: string, stack: AsyncDisposableStack) {
  const password = randomPassword();
  const postgres = await preparePostgres({ folder, port: freePort(), password, isDurable: false });
  if (!postgres.home.startsWith(folder)) stack.defer(() => Deno.remove(postgres.home, { recursive: true }));
  await keepRunning(postgres, "SIGINT", stack);
  return postgres;
}

async function startNats(folder: string, meshes: MeshAccount[], stack: AsyncDisposableStack) {
  const nats = await prepareNats({ folder: `${folder}/nats`, port: freePort(), meshes });
  await keepRunning(nats, "SIGTERM", stack);
  return nats;
}

async function keepRunning(
  server: { start(): Child; whenReady(child: Child): Promise<void> },
  signal: Deno.Signal,
  stack: AsyncDisposableStack,
): Promise<void> {
  const child = server.start();
  stack.defer(() => stopChild(child, signal, 5_000));
  await server.whenReady(child);
}

function makeMesh(index: number): MeshAccount {
  const name = `t${String(index).padStart(2, "0")}`;
  return {
    name,
    userPrefix: `${name}_`,
    // The cast: each user of the list was just given a password.
    passwords: Object.fromEntries(MESH_USERS.map((user) => [user, randomPassword()])) as Record<
      MeshUser,
      string
    >,
    publishers: ["publisher", "other_publisher"].map((user) => ({
      teamId: crypto.randomUUID(),
      user,
      password: randomPassword(),
    })),
  };
}

function describeAccount({ userPrefix, passwords, publishers }: MeshAccount): TestAccount {
  const describe = (user: MeshUser) => ({
    user: userPrefix + user,
    password: passwords[user],
    inboxPrefix: inboxPrefix(user),
  });
  return {
    users: Object.fromEntries(MESH_USERS.map((user) => [user, describe(user)])) as TestAccount["users"],
    teams: publishers.map(({ teamId, user, password }) => ({
      teamId,
      publisher: { user: userPrefix + user, password },
    })),
  };
}

function randomPassword(): string {
  return crypto.getRandomValues(new Uint8Array(16)).toHex();
}
