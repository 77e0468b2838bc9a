/** Host and port of each server of an address, as a permission names them. */
export function hostsOf(urls: string, defaultPort: number): string[] {
  return urls.split(",").map((text) => {
    const { hostname, port } = new URL(text.trim());
    return `${hostname}:${port || defaultPort}`;
  });
}

/** Of an address that is asked over HTTP. */
export function webHostsOf(url: string): string[] {
  return hostsOf(url, url.startsWith("https:") ? 443 : 80);
}
