/** The configuration of nats-server as text, valid for 2.9 and every newer release. */
import {
  MESH_USERS,
  type MeshUser,
  PERMISSIONS,
  type Permissions,
  publisherPermissions,
} from "./nats/permissions.ts";

/** One mesh is one NATS account; many of them on one server do not see each other. */
export interface MeshAccount {
  readonly name: string;
  /** In front of every user name, since user names are unique on a server. Empty in a real mesh. */
  readonly userPrefix: string;
  readonly passwords: Readonly<Record<MeshUser, string>>;
  readonly publishers: readonly Publisher[];
}

export interface Publisher {
  readonly teamId: string;
  readonly user: string;
  readonly password: string;
}

export interface NatsConfig {
  /** Where it listens; loopback unless given. */
  readonly host?: string;
  readonly port: number;
  readonly storeFolder: string;
  readonly meshes: readonly MeshAccount[];
}

/** The syntax of nats-server contains JSON, and JSON cannot be broken by a password or a path. */
export function renderNatsConfig(
  { host = "127.0.0.1", port, storeFolder, meshes }: NatsConfig,
): string {
  const config = {
    server_name: "customer-mesh",
    host,
    port,
    max_payload: 1024 * 1024,
    max_control_line: 4096,
    authorization: { timeout: 2 },
    jetstream: {
      store_dir: storeFolder,
      max_memory_store: 64 * 1024 * 1024,
      // As good as none here: each stream has a limit of its own (`shared/bus/streams.ts`).
      max_file_store: 2 ** 42,
    },
    accounts: Object.fromEntries(meshes.flatMap(renderAccounts)),
  };
  return JSON.stringify(config, null, 2);
}

/** @returns the account of the mesh and one for each outside publisher. */
function renderAccounts(mesh: MeshAccount): [string, unknown][] {
  const meshAccount = {
    jetstream: "enabled",
    users: MESH_USERS.map((user) =>
      renderUser(mesh.userPrefix + user, mesh.passwords[user], PERMISSIONS[user])
    ),
    exports: mesh.publishers.map(({ teamId }) => ({
      service: `ingest.${teamId}.>`,
      accounts: [publisherAccount(mesh, teamId)],
    })),
  };
  return [[mesh.name, meshAccount], ...mesh.publishers.map((publisher) => renderPublisher(mesh, publisher))];
}

/** An account of its own, so that the inbox of any NATS client is private without a setting in that client. */
function renderPublisher(mesh: MeshAccount, { teamId, user, password }: Publisher): [string, unknown] {
  const account = {
    users: [renderUser(mesh.userPrefix + user, password, publisherPermissions(teamId))],
    imports: [{ service: { account: mesh.name, subject: `ingest.${teamId}.>` } }],
  };
  return [publisherAccount(mesh, teamId), account];
}

function publisherAccount(mesh: MeshAccount, teamId: string): string {
  return `${mesh.name}_PUBLISHER_${teamId}`;
}

function renderUser(user: string, password: string, { publish, subscribe }: Permissions) {
  return { user, password, permissions: { publish: { allow: publish }, subscribe: { allow: subscribe } } };
}
