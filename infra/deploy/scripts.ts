/** A service, or a step that prepares the database, as a shell script: its variables and permissions. */
import { fileURLToPath } from "node:url";
import { denoArguments, serviceEnvironment, type ServiceLaunch } from "../services.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export function renderScript(launch: Omit<ServiceLaunch, "name">): string {
  const variables = Object.entries(serviceEnvironment(launch.env, launch.pools));
  const command = [Deno.execPath(), ...denoArguments(launch)];
  return [
    "#!/bin/sh",
    // Not as arguments of `env`, which everybody on the machine could read.
    ...variables.map(([name, value]) => `export ${name}=${quote(value)}`),
    `cd ${quote(ROOT)} || exit 1`,
    `exec ${command.map(quote).join(" \\\n  ")}`,
    "",
  ].join("\n");
}

/** For sh: only a quote ends a quoted text. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
