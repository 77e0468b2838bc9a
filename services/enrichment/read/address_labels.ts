/** What a site is called in its own address: the label of its domain, or on a host of many sites its folder. */
import { parse } from "tldts";
import { fold } from "./candidate.ts";

interface Addressed {
  readonly domain: string | undefined;
  readonly home: { readonly url: string; readonly metas: object };
}

/** Asked for again and again; a page's head stays the same object. */
const labelsOf = new WeakMap<object, readonly string[]>();

/** The likeliest first, as written; none for a bare address. */
export function addressLabels({ domain = "", home }: Addressed): readonly string[] {
  const known = labelsOf.get(home.metas);
  if (known) return known;
  const labels = [...folderOf(home.url), domain.split(".")[0] ?? ""].filter((label) => label !== "");
  labelsOf.set(home.metas, labels);
  return labels;
}

/** `acme.github.io`: the host's users are not called like what they publish. */
export function isSharedHost(url: string): boolean {
  return parse(url, { allowPrivateDomains: true }).isPrivate === true;
}

/** `janeroe.github.io/acme-tools/`: whoever put the site there has a name of her own; a bare account is the site's. */
export function isPublisher(name: string, { domain = "", home }: Addressed): boolean {
  const [label, account = ""] = [addressLabels({ domain, home })[0], domain.split(".")[0]];
  return isSharedHost(home.url) && label !== account && fold(name) === fold(account);
}

/** `acme-website`, `acme_old` */
const STATE_OF_WORK = /[-_.](?:old|new|web|website|site|page|landing|homepage|main|static|v?\d+)$/i;

/** Of `user.host.example/acme-tools/contact.html`; a folder may be called like the domain to come. */
function folderOf(url: string): string[] {
  if (!isSharedHost(url)) return [];
  const [, folder, ...rest] = new URL(url).pathname.split("/");
  if (folder === undefined || rest.length === 0) return [];
  return [decodeFolder(folder).replace(STATE_OF_WORK, "").split(".")[0] ?? ""];
}

function decodeFolder(folder: string): string {
  try {
    return decodeURIComponent(folder);
  } catch {
    // A stray per cent sign: the folder is called as it is written.
    return folder;
  }
}
