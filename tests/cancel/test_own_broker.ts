/** For tests: a mesh whose broker is its own process, to be killed, frozen and started again. */
import { takeTestMesh, type TestMesh } from "../../infra/test_mesh.ts";
import { MESH_USERS, type MeshUser } from "../../infra/nats/permissions.ts";
import type { MeshAccount } from "../../infra/nats_config.ts";
import { prepareNats } from "../../infra/nats_server.ts";
import type { Child } from "../../infra/process/child.ts";
import { freePort } from "../../infra/process/port.ts";

export interface OwnBroker extends AsyncDisposable {
  readonly mesh: TestMesh;
  /** As `kill -9` does; what it has stored stays. */
  kill(): Promise<void>;
  start(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** As it was, however it was left. */
  mend(): Promise<void>;
}

export async function startOwnBroker(): Promise<OwnBroker> {
  const mesh = await takeTestMesh();
  const folder = await Deno.makeTempDir({ prefix: "customer-mesh-broker-" });
  const nats = await prepareNats({ folder, port: freePort(), meshes: [accountOf(mesh)] });
  let child: Child | undefined;
  const signal = (name: Deno.Signal) => {
    if (child) Deno.kill(child.pid, name);
  };
  const broker = {
    mesh: { ...mesh, nats: { ...mesh.nats, url: nats.url } },
    kill: async () => {
      signal("SIGKILL");
      await child?.ended;
      child = undefined;
    },
    start: async () => {
      child = nats.start();
      await nats.whenReady(child);
    },
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    mend: async () => {
      broker.thaw();
      if (!child) await broker.start();
    },
    [Symbol.asyncDispose]: async () => {
      await broker.kill();
      await Deno.remove(folder, { recursive: true });
    },
  };
  await broker.start();
  return broker;
}

/** The same users with the same passwords as on the shared server. */
function accountOf({ teamId, otherTeam, nats }: TestMesh): MeshAccount {
  const { operator } = nats.users;
  const publishers = [{ teamId, ...nats.publisher }, { teamId: otherTeam.teamId, ...otherTeam.publisher }];
  const passwords = MESH_USERS.map((user) => [user, nats.users[user].password]);
  return {
    name: "own",
    userPrefix: operator.user.slice(0, -"operator".length),
    // The cast: each user of the list has its password here.
    passwords: Object.fromEntries(passwords) as Record<MeshUser, string>,
    publishers,
  };
}
