/** What a Deno child process gets from our environment. */

/** For one that downloads: registry, proxy and certificates may be set in many ways, so all of it. */
export function downloadEnvironment(): Record<string, string> {
  return Deno.env.toObject();
}

/** For a service: where the cache is, and nothing that could lead it astray, such as a proxy. */
export function cacheEnvironment(): Record<string, string> {
  const names = ["HOME", "PATH", "DENO_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA", "USERPROFILE", "SystemRoot"];
  const present = names.map((name) => [name, Deno.env.get(name)]).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present);
}
