/** The organisation's logo among the page's images, and its icon. */
import { isNode, textOf } from "../parse/json_ld.ts";
import type { PageImage } from "../parse/parsed_page.ts";
import { type Candidate, fold } from "./candidate.ts";
import { isNoName } from "./names/name_form.ts";
import { findCountryByName } from "./places/countries.ts";
import type { Site, SitePage } from "./site.ts";

const EXTRACTOR = "logos/2";
/** A shorter text begins many names. */
const MIN_ALT_CHARS = 5;
/** `Acme Tools company logo` */
const MAX_BESIDE_NAME = 12;
/** Of a picture in the text, which nothing else calls a logo: `Acme Tools Ltd`, but not `Acme Tools workshop`. */
const MAX_BESIDE_NAME_IN_TEXT = 6;
/** Blocks that show other people's logos. */
const FOREIGN =
  /(?<![a-z])(client|kund(en|er)|customer|partner|sponsor|payment|zahlung|award|badge|trust|testimonial|review|press|featured|as-seen|certif|zertifi|member|brands|marken|franchise|qr(?:-?code)?(?![a-z])|(?<![a-z])lang(?:uages?)?(?![a-z])|carousel|slider|social|flag|cookie|app-?store|google-?play|integration|(?<![a-z])(?:fb|facebook|instagram|insta|linkedin|whatsapp|youtube|tiktok)[-_]?(?:logo|icon)|(?:logo|icon)[-_]?(?:fb|facebook|instagram|linkedin|whatsapp|youtube|tiktok)(?![a-z]))/;

export function readLogos(site: Site): Candidate[] {
  const images = site.pages.flatMap((page) =>
    page.images.flatMap((image, index) => rateImage(image, page, { site, isFirst: index === 0 }))
  );
  const told = site.pages.flatMap((page) => fromJsonLd(page));
  return [...told, ...images, ...readIcons(site.home)];
}

function fromJsonLd(page: SitePage): Candidate[] {
  return page.organisations.flatMap((node) => {
    const picture = pictureOf(node.image);
    // Many have their logo for their picture.
    const text = pictureOf(node.logo) || (/logo[^/]*$/i.test(picture) ? picture : "");
    if (text === "" || !URL.canParse(text, page.url)) return [];
    const url = new URL(text, page.url);
    const quote = page.html.includes(text) ? text : text.replaceAll("/", "\\/");
    const found = { value: url.href, confidence: 0.78, source: "jsonld" as const, quote };
    return url.pathname.length > 1 ? [toCandidate(page, "logoUrl", found)] : [];
  });
}

function pictureOf(told: unknown): string {
  const [first] = [told].flat();
  return isNode(first)
    ? textOf(first.url) || textOf(first.contentUrl) || textOf(first["@id"])
    : textOf(first);
}

/** Beside the one that leads home. */
const MIN_MENU_PICTURES = 2;

/** Keeps a place, and shows nothing. */
const SPACER = /(?:^|\/)(?:shim|spacer|blank|transparent|pixel|clear|dot|1x1|x)\.(?:gif|png)$/;

function rateImage(
  image: PageImage,
  page: SitePage,
  { site, isFirst }: { site: Site; isFirst: boolean },
): Candidate[] {
  const file = new URL(image.src).pathname.toLowerCase();
  const label = fold((site.domain ?? "").split(".")[0] ?? "");
  const says = [
    /logo|logga|logotip/.test(file),
    /(^|[^a-z])(logo|brand)/.test(image.context),
    /logo|logga/i.test(image.alt),
  ];
  const alt = fold(image.alt);
  // A picture of somebody or something is described at length.
  const isInText = image.place === "main" && !says.some(Boolean) && image.linksTo === undefined;
  const isBrief = alt.length <= label.length + (isInText ? MAX_BESIDE_NAME_IN_TEXT : MAX_BESIDE_NAME);
  const isNamed = label.length >= 3 &&
    (fold(file.split("/").at(-1) ?? "").includes(label) || (isBrief && alt.includes(label)) ||
      (alt.length >= MIN_ALT_CHARS && label.startsWith(alt)));
  const isHome = leadsHome(image.linksTo, site.home.url);
  // A picture that says nothing of itself is told by its place, and by where it leads.
  const isInPlace = isHome ? image.place === "header" || isFirst || isNamed : isFirst && isNamed;
  if ((!says.some(Boolean) && !isInPlace) || SPACER.test(file)) return [];
  if (
    !says.some(Boolean) && !isNamed &&
    (isFlag(image, file) || isMenuWord(image, { images: page.images, home: site.home.url }))
  ) return [];
  let confidence = 0.35 + 0.1 * says.filter(Boolean).length;
  if (isHome) confidence += 0.2;
  if (image.place === "header") confidence += 0.15;
  if (image.place === "footer") confidence += 0.05;
  if (isNamed) confidence += 0.1;
  // Old pages have no header, and their logo nowhere to lead.
  if (isFirst && image.place === "main" && !isHome) confidence += 0.1;
  if (FOREIGN.test(image.context) || FOREIGN.test(file)) confidence -= 0.3;
  if (page.role !== "home") confidence -= 0.05;
  const found = {
    value: image.src,
    confidence: Math.min(confidence, 0.95),
    source: "image" as const,
    quote: image.raw,
  };
  return [toCandidate(page, "logoUrl", found)];
}

/** `greece.png` and `en.svg` lead home in another language. */
function isFlag({ alt }: PageImage, file: string): boolean {
  const [name = ""] = file.split("/").at(-1)?.split(".") ?? [];
  return /^[a-z]{2}$/.test(name) ||
    [name.replaceAll(/[-_]/g, " "), alt].some((text) => findCountryByName(text) !== undefined);
}

/** `Home`, drawn as a picture beside `About us` and `Contact`. */
function isMenuWord(
  { alt, place }: PageImage,
  { images, home }: { images: readonly PageImage[]; home: string },
): boolean {
  if (!isNoName(alt.trim())) return false;
  const others = images.filter((other) =>
    other.place === place && other.linksTo !== undefined && other.alt !== "" &&
    !leadsHome(other.linksTo, home)
  );
  return others.length >= MIN_MENU_PICTURES;
}

function leadsHome(href: string | undefined, homeUrl: string): boolean {
  if (href === undefined || !/^https?:/.test(href)) return false;
  const [target, home] = [new URL(href), new URL(homeUrl)];
  const path = target.pathname.replace(/(index|home|default)\.[a-z]+$/, "");
  if (target.host.replace(/^www\./, "") !== home.host.replace(/^www\./, "")) return false;
  return path === "/" || path === home.pathname.replace(/[^/]+\.[a-z]+$/, "") || /^\/[a-z]{2}\/?$/.test(path);
}

function readIcons(home: SitePage): Candidate[] {
  const size = (sizes: string) => Number(/\d+/.exec(sizes)?.[0] ?? 0);
  const byQuality = [...home.icons].sort((a, b) =>
    Number(b.rel.includes("apple")) - Number(a.rel.includes("apple")) || size(b.sizes) - size(a.sizes)
  );
  return byQuality.slice(0, 1).map((icon) =>
    toCandidate(home, "iconUrl", { value: icon.href, confidence: 0.95, source: "link", quote: icon.raw })
  );
}

function toCandidate(
  page: SitePage,
  field: string,
  found: { value: string; confidence: number; source: "jsonld" | "image" | "link"; quote: string },
): Candidate {
  return { ...found, field, page, quote: found.quote.slice(0, 200), extractor: EXTRACTOR };
}
