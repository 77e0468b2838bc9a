/** How people talk to machines, in the languages in which it has been seen. */

const PREVIOUS =
  "(?:all|any|the|these|those|your|my|alle|die|deine|toutes?|les|tes|vos|todas?|las|tus|tutte|le|tue|alla|dina|de|je|wszystkie|kaikki|previous|prior|above|earlier|preceding|foregoing|vorherigen?|bisherigen?|obigen?|précédentes?|anteriores|precedenti|vorige|eerdere|tidigare|tidligere|aiemmat|poprzednie)";
const INSTRUCTIONS =
  "(?:instructions?|prompts?|rules|directions|commands|guidelines|context|anweisungen|instruktionen|consignes|instrucciones|instruções|istruzioni|instructies|instruktioner|instruksjoner|ohjeet|polecenia|instrukcje)";
const MODEL =
  "(?:AI|A\\.I\\.|artificial intelligence|LLMs?|GPT|ChatGPT|Claude|Gemini|Copilot|language models?|chat ?bots?|KI|IA|Sprachmodelle?|modèles? de langage|modelos? de lenguaje|modelli? linguistic[oi])";
const READER = `${MODEL}[- ]?(?:assistants?|agents?|models?|systems?|crawlers?|bots?|scrapers?|readers?)?`;
const ORDER =
  "(?:must|should|shall|please|need to|are (?:required|instructed|asked)|have to|müssen|sollen|doivent|deben|devono|måste|reading this|processing this|parsing this|extracting|summari[sz]ing)";
const FIELD =
  "(?:company |business )?(?:name|ceo|owner|vat|tax|phone|telephone|e-?mail|address|iban|account|industry|description|website|confidence|field|value)s?";

export const PATTERNS: readonly RegExp[] = [
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

  // Most languages have both words from Latin; others their own.
  /(?<!\p{L})(?:ignor|игнор|ігнор)\p{L}{0,20}[^.!?]{0,60}(?:instru[kcçț]|инструкц|указани|інструкц|вказів|pokyn|příkaz)/iu,
  /忽略[^。]{0,20}(?:指令|指示|提示|规则|說明|说明)|(?:지시|명령|프롬프트|지침)[^.]{0,12}무시/u,
  /(?:забудь|не обращай внимания)[^.!?]{0,40}(?:инструкц|указани|правил)/iu,
  /talimat\p{L}{0,20}[^.!?]{0,40}(?:yok say|görmezden|unut|dikkate alma)/iu,
  /(?:تجاهل|انس|تجاهلي)[^.!؟]{0,40}(?:تعليمات|أوامر|إرشادات)|התעלמ?ם?[^.!?]{0,40}הוראות/u,
  /निर्देश[^।]{0,30}(?:अनदेखा|नज़रअंदाज़|भूल)|(?:Αγνόησε|Αγνοήστε|Ξέχασε)[^.!;]{0,40}(?:οδηγ|εντολ)/iu,
  /utasítás\p{L}{0,20}[^.!?]{0,40}figyelmen kívül|figyelmen kívül[^.!?]{0,40}utasítás|abaikan[^.!?]{0,30}(?:instruksi|perintah)/iu,
  /(?:zanemari|zapomeň|zabudni|uita)[^.!?]{0,40}(?:uput|pokyn|instru)/iu,
  /<\|?\/?(?:function|tool)_?(?:calls?|results?|response|output)\b|<\/?(?:instructions?|prompt|thinking|human|invoke)>/i,
  /\b(?:tool|function|api)[ _-](?:results?|outputs?|responses?|calls?)\s*[:>{]\s*[{["]?/i,
  /(?:(?<![-=*#<[])[-=*#<[]{2,}|^)\s*(?:end|begin|start)(?:ning)? of (?:the )?(?:web ?site|web ?page|page|document|untrusted|user|context|input|data|system)\b/i,
  /"(?:value|evidence|quote|fields|confidence)"\s*:\s*["{[\d]/,
  /^\W*(?:dear|attention|hello|hey|note (?:for|to)|message (?:for|to)|instructions? (?:for|to))[ ,]+(?:(?:all|any|the|web|our|you)\s+){0,2}(?:crawlers?|bots?|robots?|scrapers?|spiders?|parsers?|(?:data|information) extract\p{L}+)\b/iu,
  /^\W*(?:AI|LLMs?|GPT)[ -]?(?:agents?|models?|assistants?|systems?|crawlers?|bots?)?\s*[:,]\s*(?:please|trust|use|ignore|output|report|record|treat|return|answer|note|do not|only|repeat|save|set)\b/i,
  /\byou are (?:now )?\p{L}+, an? (?:\p{L}+ ){0,3}(?:assistant|language model|LLM|AI|bot)\b/iu,
  /\b(?:decode|decrypt|decipher|rot13)\b.{0,40}\b(?:follow|execute|obey|run)\b/i,
];

/** Short, and said to nobody else. */
export const SHORT_PATTERN = /^#{2,4}\s*(?:system|instructions?|assistant|developer)\s*:?$/i;

/** Of letters alone: the plainest order, however it is spaced, split or spelled. */
export const COMPACT_PATTERN =
  /(?:ignore|disregard|forget|override|bypass)(?:all|any|of|the|these|those|your|my)*(?:previous|prior|above|earlier|preceding|foregoing|system)+(?:instructions?|prompts?|rules|directions|commands|guidelines|context)|snoitcurtsni(?:suoiverp|roirp|evoba)/;
