/** The folder a mesh lives in: one supervisor at a time, small JSON files, wiping. */
import { detourHome } from "../postgres/owner.ts";
import { UsageError } from "./flags.ts";

export interface DataFolder extends Disposable {
  readonly path: string;
  read<T>(name: DataFile): T | undefined;
  /** Whole or not at all, readable by us only: most of these files hold secrets. */
  write(name: DataFile, value: unknown): void;
  remove(name: DataFile): void;
}

const FILES = ["mesh.json", "secrets.json", "ports.json", "processes.json", "seeded.json"] as const;
type DataFile = typeof FILES[number];
const FOLDERS = ["postgres", "nats"];

/** @throws {UsageError} when another live supervisor has it, or nothing can be written there. */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const { path, lock } = await openLock(folder);
  // The system lets go of it however the supervisor ends, also by kill -9.
  if (!await lock.tryLock(true)) {
    lock.close();
    throw new UsageError(`Cannot start in ${path}: another mesh is running there; stop it or use --data`);
  }
  return {
    path,
    read: (name) => readJson(`${path}/${name}`),
    write: (name, value) => writeWhole(`${path}/${name}`, value),
    remove: (name) => removeIfThere(`${path}/${name}`),
    [Symbol.dispose]: () => lock.close(),
  };
}

async function openLock(folder: string): Promise<{ path: string; lock: Deno.FsFile }> {
  try {
    await Deno.mkdir(folder, { recursive: true });
    const path = await Deno.realPath(folder);
    return { path, lock: await Deno.open(`${path}/lock`, { write: true, create: true }) };
  } catch (cause) {
    throw new UsageError(`Cannot keep data in ${folder}; name another folder with --data`, { cause });
  }
}

/** Removes what we made and nothing else: the folder may be somebody's own. */
export async function wipeDataFolder({ path }: DataFolder): Promise<void> {
  for (const name of [...FILES, ...FOLDERS]) {
    await Deno.remove(`${path}/${name}`, { recursive: true }).catch(ignoreMissing);
  }
  await Deno.remove(await detourHome(path), { recursive: true }).catch(ignoreMissing);
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(Deno.readTextFileSync(file));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw new Error(`Cannot read ${file}; remove it to start anew`, { cause: error });
  }
}

function writeWhole(file: string, value: unknown): void {
  const partial = `${file}.partial`;
  Deno.writeTextFileSync(partial, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  Deno.renameSync(partial, file);
}

function removeIfThere(file: string): void {
  try {
    Deno.removeSync(file);
  } catch (error) {
    ignoreMissing(error);
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
