/** The organisation's own profiles on social networks, among its links and in its JSON-LD. */
import { type Candidate, fold } from "../candidate.ts";
import { isForeignLink, type Site, type SitePage } from "../site.ts";

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
      /^\/(?!(?:p|reel|reels|explore|stories|tv|accounts|about|legal|direct|share)(?:\/|$))([A-Za-z0-9_.]{1,30})(?:\/profilecard)?\/?$/,
    toUrl: (handle) => `https://www.instagram.com/${handle}`,
  },
  {
    field: "facebookUrl",
    host: /^((m|web|business)\.|[a-z]{2}-[a-z]{2}\.)?(facebook|fb)\.com$/,
    profile:
      /^\/(?!(?:sharer|share\.php|sharer\.php|dialog|tr|plugins|policy|privacy|legal|login|help|business|hashtag|groups|events|watch|photo|photos|story|v\d[\d.]*|l\.php|about|policies|terms|ads|settings|cookies|flx)(?:[/.?]|$))(profile\.php\?id=\d+|(?:pages|people|pg|p)\/(?:category\/)?[^/?#]+(?:\/(?:\d+|[^/?#]*-\d{6,}))?|share\/[A-Za-z0-9]+|[^/?#]{2,80})/,
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
  /^(wix|wordpress|wordpressdotcom|squarespace|webflow|shopify|jimdo|weebly|godaddy|elementor|elemntor|envato|vercel|netlify|nextjs|gatsbyjs|reactjs|bootstrap|getbootstrap|yoast|colorlib|html5up|templatemo|templatemonster|themegrill|hostinger|ionos|strato|tilda|framer|duda|prestashop|magento|joomla|drupal|typo3|w3layouts|bootstrapmade|themeforest|yourusername|username|your-?company|example|company|facebook|instagram|twitter|linkedin|youtube|github|home|profile\.php)$/;

/** For a profile that is not called like the site, where such profiles are often others'. */
const STRANGER_MALUS = 0.31;
/** Where the link is a network's sign, as in a row of the company's own. */
const DOUBT_MALUS = 0.18;

export function readSocials(site: Site): Candidate[] {
  const found = site.pages.flatMap((page) => [
    ...readLinks(page, site),
    ...readSameAs(page, site),
    ...readTwitterMeta(page, site),
    ...readWritten(page, site),
  ]);
  return found;
}

function readLinks(page: SitePage, site: Site): Candidate[] {
  return page.links.flatMap((link) => {
    const profile = parseProfile(link.href);
    if (!profile) return [];
    const isFramed = link.place !== "main";
    const alike = bonus(profile, site);
    if (isForeignLink(page, link) && alike <= 0) return [];
    // A person's profile is the company's only where the company is called like that person.
    if (profile.handle.startsWith("in/") && !isAlike(profile, site)) return [];
    // In the middle of a page stand customers, authors and partners, too.
    const malus = isFramed || alike > 0 ? 0 : isSign(link.text) ? DOUBT_MALUS : STRANGER_MALUS;
    const confidence = (isFramed ? 0.88 : 0.72) + alike - malus;
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

/** `Instagram: @acmetools`, which nobody made a link. */
const WRITTEN =
  /(?<!\p{L})(instagram|twitter|facebook|youtube)\s*[:：]\s*@?([A-Za-z0-9](?:[A-Za-z0-9_.]{1,28}[A-Za-z0-9_]))$/iu;
const MAX_WRITTEN_CHARS = 60;
const HOSTS: Readonly<Record<string, string>> = { youtube: "www.youtube.com/@", twitter: "x.com/" };

function readWritten(page: SitePage, site: Site): Candidate[] {
  return page.lines.flatMap(({ text, place }, index) => {
    if (text.length > MAX_WRITTEN_CHARS || page.foreignLines.has(index)) return [];
    const [, network = "", handle = ""] = WRITTEN.exec(text) ?? [];
    const name = network.toLowerCase();
    const profile = handle === ""
      ? undefined
      : parseProfile(`https://${HOSTS[name] ?? `${name}.com/`}${handle}`);
    if (!profile || (place === "main" && !isAlike(profile, site))) return [];
    const confidence = 0.74 + bonus(profile, site);
    return [toCandidate(page, { ...profile, confidence, source: "link", quote: text })];
  });
}

/** A picture, or the network's name; a customer is linked with a name. */
function isSign(text: string): boolean {
  return text.length <= 2 ||
    /facebook|instagram|twitter|linkedin|youtube|github|follow|folg|seguir|suiv/i.test(text);
}

/** Twitter's own tag for the account behind a site. */
function readTwitterMeta(page: SitePage, site: Site): Candidate[] {
  const handle = page.metas.find((meta) => meta.name === "twitter:site")?.content ?? "";
  const profile = parseProfile(`https://x.com/${handle.replace(/^@/, "")}`);
  if (!profile) return [];
  const alike = bonus(profile, site);
  const confidence = 0.8 + (alike > 0 ? alike : -DOUBT_MALUS);
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
  if (!network || handle === undefined || isLeftover(handle)) return undefined;
  return { field: network.field, url: network.toUrl(handle), handle };
}

function isLeftover(handle: string): boolean {
  const bare = handle.toLowerCase().replace(/^(?:company|school|showcase|channel|c|user|pages)\//, "");
  return LEFTOVERS.test(bare) || LEFTOVERS.test(bare.replace(/[-_.]?(?:com|hq|inc|official|app)$/, ""));
}

/** Only Facebook's numbered profiles need the query; elsewhere it holds languages and campaigns. */
function profilePath(url: URL): string {
  const id = url.pathname === "/profile.php" ? url.searchParams.get("id") : null;
  return id === null ? url.pathname : `/profile.php?id=${id}`;
}

function unwrapRedirect(href: string): URL | undefined {
  const url = /^https?:/i.test(href) ? URL.parse(href) : null;
  if (url === null) return undefined;
  const isRedirector = /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url";
  const inner = isRedirector ? url.searchParams.get("q") ?? url.searchParams.get("url") ?? "" : "";
  return URL.canParse(inner) ? new URL(inner) : url;
}

/** A handle that looks like the site's own name is hardly somebody else's; a person's profile often is. */
function bonus(profile: Profile, site: Site): number {
  const isPerson = profile.handle.startsWith("in/");
  return (isAlike(profile, site) ? 0.06 : 0) - (isPerson ? 0.15 : 0);
}

const MIN_COMMON_CHARS = 5;

function isAlike(profile: Profile, site: Site): boolean {
  const label = bare((site.domain ?? "").split(".")[0] ?? "");
  const handle = bare(profile.handle.replace(/^(company|in|school|showcase|channel|c|user)\//, ""));
  if (label.length >= 3 && handle.includes(label)) return true;
  if (label.length >= 3 && handle.length >= 4 && label.includes(handle)) return true;
  const beginning = handle.slice(0, Math.max(MIN_COMMON_CHARS, Math.floor(handle.length * 0.6)));
  return beginning.length >= MIN_COMMON_CHARS &&
    (label.startsWith(beginning) || bare(site.home.title).includes(beginning));
}

/** `oak-and-anchor` and `oakanchor` are the same. */
function bare(name: string): string {
  return fold(
    name.replace(/(?<=[-_. ])(and|und|et|och|og|&)(?=[-_. ])/gi, "").replace(
      /(?<=[a-z]{3})and(?=[a-z]{3})/g,
      "",
    ),
  );
}

function toCandidate(
  page: SitePage,
  found: Profile & { confidence: number; source: "link" | "jsonld" | "meta"; quote: string },
): Candidate {
  const { field, url: value, confidence, source } = found;
  const quote = found.quote.slice(0, 200);
  return { field, value, confidence: Math.min(confidence, 0.98), source, page, quote, extractor: EXTRACTOR };
}
