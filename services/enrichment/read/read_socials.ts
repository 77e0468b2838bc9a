/** The organisation's own profiles on social networks, among its links and in its JSON-LD. */
import { type Candidate, fold } from "./candidate.ts";
import type { Site, SitePage } from "./site.ts";

const EXTRACTOR = "socials/1";

interface Network {
  readonly field: string;
  readonly host: RegExp;
  /** The profile's own part of the path; anything else (posts, sharing, sign-up) is no profile. */
  readonly profile: RegExp;
  readonly toUrl: (handle: string) => string;
}

const NETWORKS: readonly Network[] = [
  {
    field: "linkedinUrl",
    host: /^([a-z]{2,3}\.)?linkedin\.com$/,
    profile: /^\/((?:company|school|showcase|in)\/[^/?#]+)/,
    toUrl: (handle) => `https://www.linkedin.com/${handle}`,
  },
  {
    field: "twitterUrl",
    host: /^(mobile\.)?(twitter|x)\.com$/,
    profile:
      /^\/@?(?!(?:intent|share|home|search|hashtag|i|privacy|tos|login|signup|about|explore|download)(?:\/|$))([A-Za-z0-9_]{1,15})\/?$/,
    toUrl: (handle) => `https://x.com/${handle}`,
  },
  {
    field: "instagramUrl",
    host: /^instagram\.com$/,
    profile:
      /^\/(?!(?:p|reel|reels|explore|stories|tv|accounts|about|legal|direct|share)(?:\/|$))([A-Za-z0-9_.]{1,30})\/?$/,
    toUrl: (handle) => `https://www.instagram.com/${handle}`,
  },
  {
    field: "facebookUrl",
    host: /^((m|web|business)\.|[a-z]{2}-[a-z]{2}\.)?(facebook|fb)\.com$/,
    profile:
      /^\/(?!(?:sharer|share\.php|sharer\.php|dialog|tr|plugins|policy|privacy|legal|login|help|business|hashtag|groups|events|watch|photo|photos|story|v\d[\d.]*|l\.php|about|policies|terms|ads|settings|cookies|flx)(?:[/.?]|$))(profile\.php\?id=\d+|(?:pages|people|pg)\/[^/?#]+(?:\/\d+)?|share\/[A-Za-z0-9]+|[^/?#]{2,80})/,
    toUrl: (handle) => `https://www.facebook.com/${handle.replace(/^pg\//, "")}`,
  },
  {
    field: "youtubeUrl",
    host: /^(m\.)?youtube\.com$/,
    profile:
      /^\/((?:channel|c|user)\/[^/?#]+|@[^/?#]+|(?!(?:watch|embed|playlist|shorts|results|feed|live|redirect|t|about|howyoutubeworks|iframe_api|v|premium|account|ads|creators)(?:[/?]|$))[A-Za-z0-9_.-]{3,60})\/?(?:$|[?#]|\w+\/?$)/,
    toUrl: (handle) => `https://www.youtube.com/${handle}`,
  },
  {
    field: "githubUrl",
    host: /^github\.com$/,
    profile:
      /^\/(?!(?:login|join|features|pricing|about|sponsors|topics|apps|orgs|site|security|contact|search|explore|marketplace|settings|collections|enterprise|customer-stories)(?:\/|$))([A-Za-z0-9-]{1,39})(?:\/|$)/,
    toUrl: (handle) => `https://github.com/${handle}`,
  },
];

/** Profiles of those who built the site or its theme, left over in templates. */
const LEFTOVERS =
  /^(wix|wordpress|wordpressdotcom|squarespace|webflow|shopify|jimdo|weebly|godaddy|elementor|envato|themeforest|yourusername|username|your-?company|example|company|facebook|instagram|twitter|linkedin|youtube|github|home|profile\.php)$/;

export function readSocials(site: Site): Candidate[] {
  const found = site.pages.flatMap((page) => [
    ...readLinks(page, site),
    ...readSameAs(page, site),
    ...readTwitterMeta(page, site),
  ]);
  return found;
}

function readLinks(page: SitePage, site: Site): Candidate[] {
  return page.links.flatMap((link) => {
    const profile = parseProfile(link.href);
    if (!profile) return [];
    const isFramed = link.place !== "main";
    const confidence = (isFramed ? 0.88 : 0.72) + bonus(profile, site);
    return [toCandidate(page, { ...profile, confidence, source: "link", quote: link.raw })];
  });
}

function readSameAs(page: SitePage, site: Site): Candidate[] {
  const urls = page.organisations.flatMap((node) => [node.sameAs].flat())
    .filter((url): url is string => typeof url === "string");
  return urls.slice(0, 50).flatMap((url) => {
    const profile = parseProfile(url);
    if (!profile) return [];
    const quote = page.html.includes(url) ? url : url.replaceAll("/", "\\/");
    return [
      toCandidate(page, { ...profile, confidence: 0.93 + bonus(profile, site), source: "jsonld", quote }),
    ];
  });
}

/** Twitter's own tag for the account behind a site. */
function readTwitterMeta(page: SitePage, site: Site): Candidate[] {
  const handle = page.metas.find((meta) => meta.name === "twitter:site")?.content ?? "";
  const profile = parseProfile(`https://x.com/${handle.replace(/^@/, "")}`);
  if (!profile) return [];
  const confidence = 0.8 + bonus(profile, site);
  return [toCandidate(page, { ...profile, confidence, source: "meta", quote: handle })];
}

interface Profile {
  readonly field: string;
  readonly url: string;
  readonly handle: string;
}

/** @returns undefined when the link is not a profile on one of the networks. */
export function parseProfile(href: string): Profile | undefined {
  const url = unwrapRedirect(href);
  if (!url) return undefined;
  const host = url.hostname.replace(/^www\./, "");
  const network = NETWORKS.find((each) => each.host.test(host));
  const match = network?.profile.exec(profilePath(url));
  const handle = match?.slice(1).find((group) => group !== undefined);
  if (!network || handle === undefined || LEFTOVERS.test(handle.toLowerCase())) return undefined;
  return { field: network.field, url: network.toUrl(handle), handle };
}

/** Only Facebook's numbered profiles need the query; elsewhere it holds languages and campaigns. */
function profilePath(url: URL): string {
  const id = url.searchParams.get("id");
  return url.pathname === "/profile.php" && id !== null ? `/profile.php?id=${id}` : url.pathname;
}

function unwrapRedirect(href: string): URL | undefined {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  const isRedirector = /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url";
  const inner = isRedirector ? url.searchParams.get("q") ?? url.searchParams.get("url") ?? "" : "";
  return URL.canParse(inner) ? new URL(inner) : url;
}

/** A handle that looks like the site's own name is hardly somebody else's; a person's profile often is. */
function bonus(profile: Profile, site: Site): number {
  const label = fold((site.domain ?? "").split(".")[0] ?? "");
  const handle = fold(profile.handle.replace(/^(company|in|school|showcase|channel|c|user)\//, ""));
  const isAlike = label.length >= 3 &&
    (handle.includes(label) || (handle.length >= 4 && label.includes(handle)));
  const isPerson = profile.handle.startsWith("in/");
  return (isAlike ? 0.06 : 0) - (isPerson ? 0.15 : 0);
}

function toCandidate(
  page: SitePage,
  found: Profile & { confidence: number; source: "link" | "jsonld" | "meta"; quote: string },
): Candidate {
  const { field, url: value, confidence, source } = found;
  const quote = found.quote.slice(0, 200);
  return { field, value, confidence: Math.min(confidence, 0.98), source, page, quote, extractor: EXTRACTOR };
}
