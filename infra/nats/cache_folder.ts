/** The folder where downloaded programs are kept for all meshes of this user. */

export async function openCacheFolder(): Promise<string> {
  const home = Deno.env.get("HOME") ?? Deno.env.get("USERPROFILE");
  const base = Deno.env.get("XDG_CACHE_HOME") ?? (home && `${home}/.cache`);
  if (base) {
    const folder = `${base}/customer-mesh`;
    const isUsable = await Deno.mkdir(folder, { recursive: true, mode: 0o755 })
      .then(() => canWrite(folder), () => false);
    if (isUsable) return folder;
  }
  return await openTemporaryFolder();
}

async function canWrite(folder: string): Promise<boolean> {
  return await Deno.makeTempFile({ dir: folder }).then(Deno.remove).then(() => true, () => false);
}

/** What lies there will be run, so a folder that somebody else made under our name is refused. */
async function openTemporaryFolder(): Promise<string> {
  const folder = `${Deno.env.get("TMPDIR") ?? "/tmp"}/customer-mesh-cache-${Deno.uid() ?? "user"}`;
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, isDirectory } = await Deno.lstat(folder);
  if (!isDirectory || uid !== Deno.uid()) {
    throw new Error(`Cannot use ${folder}: it belongs to somebody else`);
  }
  return folder;
}
