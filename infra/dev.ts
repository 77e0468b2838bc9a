/** `deno task dev`: the whole mesh with one command, and everything it started ends with it. */
import { type DataFolder, openDataFolder, wipeDataFolder } from "./dev/data_folder.ts";
import { type DevFlags, HELP, parseFlags, UsageError } from "./dev/flags.ts";
import { ProcessRecord, stopLeftovers } from "./dev/leftovers.ts";
import { createLogStream, type LogStream } from "./dev/log_stream.ts";
import { MeshFileWriter } from "./dev/mesh_file.ts";
import { isColored, printLine } from "./dev/print.ts";
import { startMesh } from "./dev/start_mesh.ts";
import { listenForStop } from "./dev/stop_signal.ts";
import { renderSummary } from "./dev/summary.ts";
import { Supervisor } from "./dev/supervisor.ts";
import { typedArgs } from "./typed_args.ts";

if (import.meta.main) Deno.exit(await main());

async function main(): Promise<number> {
  try {
    const flags = parseFlags(typedArgs(), (name) => Deno.env.get(name));
    if (!flags) printLine(HELP);
    else await runDev(flags);
    return 0;
  } catch (error) {
    printLine(explain(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

/** In words, with what led to it; a stack helps nobody who only wants to start. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? `${error.message}: ${explain(error.cause)}` : error.message;
}

async function runDev(flags: DevFlags): Promise<void> {
  const startedAt = performance.now();
  const log = createLogStream(printLine, isColored());
  using folder = await openDataFolder(flags.data);
  await tidy(folder, flags, log);
  const meshFile = new MeshFileWriter(folder);
  const supervisor = createSupervisor(new ProcessRecord(folder), meshFile, log);
  const stop = listenForStop(() => supervisor.killAll());
  try {
    const start = startMesh({ flags, folder, supervisor, log, signal: stop.signal });
    const mesh = meshFile.publish(await Promise.race([start, stop.rejection]));
    printLine(renderSummary(mesh, (performance.now() - startedAt) / 1_000));
    await stop.requested;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    meshFile.withdraw();
    if (stop.signal.aborted) log.say("stopping");
    await supervisor.stop();
    folder.remove("processes.json");
  }
}

async function tidy(folder: DataFolder, flags: DevFlags, log: LogStream): Promise<void> {
  const stopped = await stopLeftovers(folder);
  if (stopped.length > 0) log.say(`stopped what an earlier run left behind: ${stopped.join(", ")}`);
  folder.remove("mesh.json");
  if (flags.isFresh) await wipeDataFolder(folder);
}

function createSupervisor(record: ProcessRecord, meshFile: MeshFileWriter, log: LogStream): Supervisor {
  return new Supervisor({
    onStart: (name, pid) => {
      record.remember(name, pid);
      meshFile.noteStart(name, pid);
    },
    onEnd: (name, { code, signal }, delayMs) =>
      log.say(`${name} ended (${signal ?? `exit code ${code}`}), starting it again in ${delayMs} ms`, "warn"),
  });
}
