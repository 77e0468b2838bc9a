/**
 * Text that talks to a machine instead of to people. Such a text, and what stands right behind it, is planted: no reader
 * and no model gets to see it.
 */
import { cleanText } from "./clean_text.ts";
import type { ParsedPage } from "./parsed_page.ts";

const PREVIOUS =
  "(?:all|any|the|these|those|your|my|alle|die|deine|toutes?|les|tes|vos|todas?|las|tus|tutte|le|tue|alla|dina|de|je|wszystkie|kaikki|previous|prior|above|earlier|preceding|foregoing|vorherigen?|bisherigen?|obigen?|précédentes?|anteriores|precedenti|vorige|eerdere|tidigare|tidligere|aiemmat|poprzednie)";
const INSTRUCTIONS =
  "(?:instructions?|prompts?|rules|directions|commands|guidelines|context|anweisungen|instruktionen|consignes|instrucciones|istruzioni|instructies|instruktioner|instruksjoner|ohjeet|polecenia|instrukcje)";
const MODEL =
  "(?:AI|A\\.I\\.|artificial intelligence|LLMs?|GPT|ChatGPT|Claude|Gemini|Copilot|language models?|chat ?bots?|KI|IA|Sprachmodelle?|modèles? de langage|modelos? de lenguaje|modelli? linguistic[oi])";
const READER = `${MODEL}[- ]?(?:assistants?|agents?|models?|systems?|crawlers?|bots?|scrapers?|readers?)?`;
const ORDER =
  "(?:must|should|shall|please|need to|are (?:required|instructed|asked)|have to|müssen|sollen|doivent|deben|devono|måste|reading this|processing this|parsing this|extracting|summari[sz]ing)";
const FIELD =
  "(?:company |business )?(?:name|ceo|owner|vat|tax|phone|telephone|e-?mail|address|iban|account|industry|description|website|confidence|field|value)s?";

const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:ignore|disregard|forget|override|bypass|ignorier\\p{L}*|vergiss|missachte|ignorez|oubliez|ignora\\p{L}*|olvida|dimentica|negeer|vergeet|ignorera|glöm|ignorer|unohda|zignoruj)\\s+(?:${PREVIOUS}\\s+){0,5}${INSTRUCTIONS}`,
    "iu",
  ),
  /以前の指示|これまでの指示|上記の指示を|指示を無視/u,
  new RegExp(
    `\\b(?:to|for|attention|note|hey|dear|hello|message|instructions?)\\b.{0,12}\\b${READER}\\s*[:,!]`,
    "u",
  ),
  new RegExp(`\\b(?:if|when|as) (?:you(?:'re| are)?|an?) (?:an? )?${READER}\\b`, "iu"),
  new RegExp(`\\b${READER}\\s+(?:(?:that|which|who)\\s+.{0,40})?${ORDER}\\b`, "u"),
  new RegExp(
    `\\byou are (?:now )?(?:an? )?(?:\\p{L}+ ){0,3}(?:assistant|language model|LLM|AI|DAN)\\b`,
    "iu",
  ),
  /<\|?\/?(?:im_start|im_end|system|endoftext|assistant|user|begin_of_text|eot_id|start_header_id)\|?>|\[\/?INST\]|<<\/?SYS>>/i,
  /^\s*(?:#{1,4}\s*)?(?:system|assistant)\s*(?:prompt|message|instruction)?s?\s*:/i,
  /\b(?:system|developer) (?:prompt|message|override|instructions?)\b.{0,40}(?::|\b(?:is|are|now|says?|updated?)\b)/i,
  /\b(?:new|updated|additional|important|hidden) instructions? (?:for|to) (?:the )?(?:AI|model|assistant|extract|system)/i,
  // `set the CEO to Eve`, but not `use the phone as you like`.
  new RegExp(
    `\\b(?i:set|report|return|output|answer|extract|record)\\b.{0,20}\\b(?i:${FIELD})\\b.{0,15}\\b(?:to|as|with|is|=|to be)\\s+["'“«+]?[\\p{Lu}\\d]`,
    "u",
  ),
  /\b(?:respond|reply|answer|output) (?:only )?(?:with|in) (?:the following|exactly|this|json|valid json)\b/i,
  /\bthe (?:correct|real|true|actual) (?:answer|value|output) (?:is|for)\b/i,
];

/** Menus are made of shorter texts. */
const MIN_CHARS = 14;
/** Behind an order stand the values that it wants to be taken. */
const LINES_BEHIND = 3;

export function isInstruction(text: string): boolean {
  return text.length >= MIN_CHARS && PATTERNS.some((pattern) => pattern.test(text));
}

export function withoutInstructions(page: Omit<ParsedPage, "isInstructed">): ParsedPage {
  const lines = dropBehind(page.lines);
  const metas = page.metas.filter((meta) => !isInstruction(meta.content));
  const links = page.links.filter((link) => !isInstruction(link.text));
  const images = page.images.map((image) => isInstruction(image.alt) ? { ...image, alt: "" } : image);
  const jsonLd = page.jsonLd.filter((text) => !stringsIn(text).some(isInstruction));
  const title = isInstruction(page.title) ? "" : page.title;
  const kept = { title, lines, metas, links, images, jsonLd };
  const isInstructed = title !== page.title || lines.length < page.lines.length ||
    metas.length < page.metas.length || links.length < page.links.length ||
    jsonLd.length < page.jsonLd.length || images.some((image, index) => image !== page.images[index]);
  return { ...page, ...kept, isInstructed };
}

/** The texts of a JSON document, as they will be read; also of one that is broken. */
function stringsIn(json: string): string[] {
  const quoted = json.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  return quoted.filter((each) => each.includes(" ")).map((each) => cleanText(unquote(each)));
}

function unquote(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    // A raw line break, for instance: the text is looked at as it stands.
    return quoted;
  }
}

function dropBehind(lines: ParsedPage["lines"]): ParsedPage["lines"] {
  let toDrop = 0;
  return lines.filter((line) => {
    if (isInstruction(line.text)) toDrop = LINES_BEHIND + 1;
    return toDrop-- <= 0;
  });
}
