/** Looking for a program that is installed on this machine. */

export interface ProgramSearch {
  /** Looked at after those of PATH. */
  readonly folders: readonly string[];
  /** Whether a file of this name is what is wanted; any is without it. */
  readonly isUsable?: (path: string) => Promise<boolean>;
}

/** @returns The path of the first one; in one folder, the earlier name comes first. */
export async function findProgram(
  names: readonly string[],
  { folders, isUsable = () => Promise.resolve(true) }: ProgramSearch,
): Promise<string | undefined> {
  const [separator, ending] = Deno.build.os === "windows" ? [";", ".exe"] : [":", ""];
  const path = Deno.env.get("PATH")?.split(separator) ?? [];
  for (const folder of [...path, ...folders].filter((folder) => folder !== "")) {
    for (const name of names) {
      const file = `${folder}/${name}${ending}`;
      if (await isFile(file) && await isUsable(file)) return file;
    }
  }
}

async function isFile(path: string): Promise<boolean> {
  return await Deno.stat(path).then((entry) => entry.isFile, () => false);
}
