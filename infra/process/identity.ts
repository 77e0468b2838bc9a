/** Telling whether a remembered pid is still the process it was, so that only our own processes are ever ended. */
import { waitUntil } from "./wait.ts";

/** Start time and command line of a process; undefined when there is none. Two processes never share it. */
export function identify(pid: number): string | undefined {
  return Deno.build.os === "linux" ? readProc(pid) : askPs(pid);
}

/** Ends a process that an earlier run left behind, if it is still the same one. */
export async function stopLeftover(pid: number, identity: string, signal: Deno.Signal): Promise<boolean> {
  if (identify(pid) !== identity) return false;
  const isGone = () => identify(pid) !== identity;
  signalQuietly(pid, signal);
  const ended = await waitUntil(isGone, { timeoutMs: 10_000 }).then(() => true, () => false);
  if (!ended) signalQuietly(pid, "SIGKILL");
  await waitUntil(isGone, { timeoutMs: 5_000 });
  return true;
}

function readProc(pid: number): string | undefined {
  try {
    const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
    // The name in brackets may hold spaces; state is the 1st field after it and the start time the 20th.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return undefined;
    const commandLine = Deno.readTextFileSync(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim();
    // Without a command line it is about to end.
    return commandLine === "" ? undefined : `${fields[19]} ${commandLine}`;
  } catch {
    // No such process, or it ended between the two reads.
    return undefined;
  }
}

function askPs(pid: number): string | undefined {
  const { code, stdout } = new Deno.Command("ps", { args: ["-o", "lstart=,command=", "-p", String(pid)] })
    .outputSync();
  return code === 0 ? new TextDecoder().decode(stdout).trim() : undefined;
}

function signalQuietly(pid: number, signal: Deno.Signal): void {
  try {
    Deno.kill(pid, signal);
  } catch {
    // Gone meanwhile; the caller looks again.
  }
}
