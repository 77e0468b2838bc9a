/** The site's own statement of what its organisation does. */
import type { Candidate } from "./candidate.ts";
import { shorten } from "./clean_text.ts";
import type { Site, SitePage } from "./site.ts";

const EXTRACTOR = "descriptions/1";
const MAX_CHARS = 500;
const METAS = [
  { name: "description", confidence: 0.9 },
  { name: "og:description", confidence: 0.87 },
  { name: "twitter:description", confidence: 0.82 },
];
const PLACEHOLDER =
  /(lorem ipsum|just another wordpress|create react app|your description|description here|web site created using|enter your|coming soon|under construction|default description|built with|page builder)/i;
const ABOUT_US =
  /\b(we|our|wir|unser\w*|nous|notre|nos|somos|nuestr\w+|siamo|nostr\w+|wij|onze?|vi|vår\w*|våre|me|olemme|nosso|jesteśmy|nasz\w*)\b|当社|弊社|私たち/iu;

export function readDescriptions(site: Site): Candidate[] {
  return [...fromMetas(site.home), ...fromParagraphs(site)];
}

function fromMetas(home: SitePage): Candidate[] {
  return METAS.flatMap(({ name, confidence }) => {
    const text = home.metas.find((meta) => meta.name === name)?.content ?? "";
    if (text.length < 25 || PLACEHOLDER.test(text)) return [];
    const rated = text.length < 45 ? confidence - 0.1 : confidence;
    return [toCandidate(home, { text, confidence: rated, source: "meta" })];
  });
}

function fromParagraphs(site: Site): Candidate[] {
  const [label = ""] = (site.domain ?? "").split(".");
  const pages = site.pages.filter((page) => page.role === "home" || page.role === "about");
  return pages.flatMap((page) => {
    const paragraphs = page.lines.filter(({ text, place, tag }) =>
      place === "main" && !/^(li|td|button|h[1-6])$/.test(tag) && text.length >= 60 && text.length <= 700 &&
      !PLACEHOLDER.test(text) && !/cookie|javascript/i.test(text)
    );
    const about = paragraphs.find(({ text }) => ABOUT_US.test(text) || text.toLowerCase().includes(label));
    const chosen = about ?? paragraphs[0];
    const confidence = about ? 0.6 : 0.52;
    return chosen ? [toCandidate(page, { text: chosen.text, confidence, source: "text" })] : [];
  });
}

function toCandidate(
  page: SitePage,
  { text, confidence, source }: { text: string; confidence: number; source: "meta" | "text" },
): Candidate {
  const value = shorten(text, MAX_CHARS);
  return {
    field: "description",
    value,
    confidence,
    source,
    page,
    quote: text.slice(0, 200).trim(),
    extractor: EXTRACTOR,
  };
}
