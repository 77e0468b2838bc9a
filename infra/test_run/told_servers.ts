/** The servers of the test run, as the run has told them to this process. */
import type { TestServers } from "./servers.ts";

/** For `ignore:` of a test that needs the servers, so that plain `deno test` still runs all the others. */
export function hasTestServers(): boolean {
  return Deno.env.has("MESH_TEST_SERVERS");
}

/** @throws when not run by `deno task test`. */
export function readServers(): TestServers {
  const file = Deno.env.get("MESH_TEST_SERVERS");
  if (!file) throw new Error("Cannot take a test mesh: run the tests with `deno task test`");
  return JSON.parse(Deno.readTextFileSync(file));
}
