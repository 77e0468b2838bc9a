/** Whether a text is a name, how it reads without what stands around it, and how well it fits the domain. */
import { addressLabels, isPublisher, isSharedHost } from "../address_labels.ts";
import { fold } from "../candidate.ts";
import { LEGAL_FORM } from "../legal_forms.ts";
import type { Site } from "../site.ts";
import { isPersonName } from "./person_name.ts";

const NO_NAME =
  /^(home|homepage|startseite|start|accueil|inicio|início|etusivu|hem|hjem|forside|domů|domov|strona główna|főoldal|kezdőlap|acasă|αρχική|начало|почетна|головна|главная|početna|domača stran|pagrindinis|sākums|avaleht|ana ?sayfa(?:mız)?|welcome|willkommen|bienvenue|bienvenid[oa]s?|benvenut[io]|welkom|välkommen|velkommen|tervetuloa|witamy|vítejte|bem-vindo|index|untitled|kontakt|contact|impressum|copyright|about|about us|über uns|blog|menu|logo|ホーム|トップ|トップページ|just another wordpress site|page not found|404|official site|official website|offizielle website|site officiel|sitio oficial|sito ufficiale|login|sign in|shop|my site|mysite|website|new page|blank|my (?:wordpress )?(?:web)?site|my blog|mysite \d+|site title|page title|your (?:site|company|business) (?:name|title)|company name|business name|vite app|vite \+ \w+(?: \+ ts)?|react app|next\.?js|nuxt(?:\.?js)? app|create next app|astro(?: basics| starter)?|webflow|wix|jimdo|squarespace|wordpress|default (?:site|title)|sidan hittades inte|terms|hauptseite|landing ?page|[^|]{2,30}s (?:webseite|website)!|inicio - mi sitio|mon site|il mio sito|mi sitio|moja strona|back|zurück|retour|tillbaka)$|^(?:https?:|www\.)/i;
/** What pages are called after what stands on them, whoever's they are. */
export const PAGE_WORD =
  /^(?:(?:allgemeine )?geschäftsbedingungen|algemene voorwaarden|k[öo]pvillkor|allmänna villkor|vilk[åa]r|regulamin|obchodní podmínky|obchodné podmienky|termeni (?:și|si) condiții|conditions générales(?: de vente| d['’]utilisation)?|condizioni generali|términos y condiciones|condiciones (?:de uso|generales)|termos (?:e condições|de uso)|kullanım koşulları|ászf|cgv|libro de reclamaciones|widerruf(?:sbelehrung|srecht)?|versand(?:kosten)?|sitemap|site map|mapa del sitio|anfahrt|öffnungszeiten|preise|prices|pricing|ceník|cennik|cenník|tarifs?|precios|prezzi|prijzen|priser|hinnasto|referenzen|referencje|reference|referenties|portfolio|projekte|projects|aktuelles|aktuality|aktualności|nyheter|uutiset|notizie|noticias|actualités|find us|where to find us|how to find us|get in touch|reach us|visit us|menu|opening hours|locations?|careers|jobs|hvem er vi|vem är vi|kuka olemme|wir über uns|wer sind wir|das sind wir|über uns (?:&|und) kontakt|history|geschichte|historie|historia|notre histoire|la nostra storia|our history|mission|our mission|management|leadership|kontakt(?:y|i|ai|id|er)?|kontakta oss|kontakt oss|kontakt os|contact us|contacts|contactez[- ]nous|nous contacter|contatti|contattaci|contacto|contactos|cont[aá]ctanos|contato|contatos|contacta?(?:te)?|yhteystiedot|ota yhteytt[aä]|kapcsolat|el[eé]rhet[oő]s[eé]g(?:ek|[uü]nk)?|ileti[sş]im|επικοινωνία|контакт[иы]?|контакти|zwiąż się z nami|saziņa|קשר|צור קשר|お問い?合わ?せ|連絡先|문의|오시는 길|o n[aá]s|o firmie|o společnosti|o nama|o podjetju|om oss|om os|om f[oö]retaget|meist[aä]|tietoa meist[aä]|yritys|yritysesittely|over ons|wie zijn wij|wer wir sind|unternehmen|[uü]ber mich|qui sommes[- ]nous ?\??|[aà] propos|la soci[eé]t[eé]|l['’]entreprise|chi siamo|azienda|l['’]azienda|qui[eé]nes somos|nosotros|sobre (?:n[oó]s|nosotros|mim)|acerca de|(?:la )?empresa|quem somos|a empresa|despre noi|r[oó]lunk|hakk[iı]m[iı]zda|kurumsal|σχετικά|ποιοι είμαστε|εταιρεία|о нас|про нас|о компании|за нас|apie mus|par mums|meist|company|company profile|our company|our story|our team|team|who we are|the company|会社概要|会社情報|企業情報|会社案内|회사 ?소개|אודות|legal notice|imprint|legal information|mentions l[eé]gales|informations l[eé]gales|aviso legal|nota legal|note legali|colofon|impresszum|privacy|privacy (?:policy|notice|statement)|datenschutz(?:erkl[aä]rung)?|politique de confidentialit[eé]|pol[ií]tica de privacidade?|informativa (?:sulla )?privacy|privacyverklaring|integritetspolicy|tietosuoja(?:seloste)?|polityka prywatno[sś]ci|gizlilik politikas[iı]|terms|terms (?:of (?:use|service)|and conditions)|agb|cookies?|cookie policy|document|donate|services|our services|products|leistungen|palvelut|tj[aä]nster|services proposés|servizi|servicios|servi[cç]os|us[lł]ugi|slu[zž]by|hizmetler(?:imiz)?|услуги|послуги|faq|news|trang chủ|liên hệ|giới thiệu|về chúng tôi|sản phẩm|dịch vụ|beranda|tentang(?: kami)?|hubungi kami|kontak(?: kami)?|profil(?: perusahaan)?|layanan|produk|laman utama|首页|首頁|联系我们|聯絡我們|聯繫我們|关于我们|關於我們|公司简介|公司簡介|产品中心|الرئيسية|من نحن|اتصل بنا|تواصل معنا|خدماتنا|หน้าแรก|เกี่ยวกับเรา|ติดต่อเรา|галерея|галерија|γκαλερί|galerie|gallery)$/iu;

export function isNoName(value: string): boolean {
  const bare = value.replace(/[\s?!:.…]+$/u, "");
  return NO_NAME.test(value) || NO_NAME.test(bare) || PAGE_WORD.test(bare);
}

/** Longer texts are no names, whatever is taken away from them. */
const MAX_CHARS = 300;

/** `Acme | info@acme.example` */
function beforeAddress(text: string): string {
  const [told = "", ...others] = text.split(/(?<=\S)@(?=\S)/, 2);
  return others.length === 0 ? text : told.replace(/\S+$/, "").replace(/(?<![\s|,])[\s|,]+$/, "");
}

/** Without greetings, addresses and marks. */
export function tidyName(text: string): string {
  if (text.length > MAX_CHARS) return "";
  return beforeAddress(text).replace(
    /^((?:copyright|©)\s*:?|welcome to|willkommen bei|bienvenue chez|home\s*[-–|:]|about|über|kontakt|contact|name(?=\s.*\b(?:Ltd|Inc|Corp|LLC)\b))\s+/i,
    "",
  )
    .replace(
      /(?<![\s,.|–—:;-])[\s,.|–—:;-]+$/,
      (end) =>
        end.startsWith(".") &&
          /\b(Inc|Ltd|Corp|Co|S\.A|d\.o\.o|s\.r\.o|e\.V|e\.K)$/.test(text.slice(0, -end.length))
          ? "."
          : "",
    )
    .replace(/ and (?:its|their) (?:licensors|affiliates|subsidiaries|contributors|suppliers)$/i, "")
    // `The Angel, High Street, Purton SN5 4AB`
    .replace(/^([^,\d]{3,40}), .*,.*\d.*$/, "$1")
    .replace(/[®™]/g, "").trim();
}

const FOREIGN_LETTERS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}]/u;
const FOREIGN_LETTERS_GAIN = 0.1;
const UNLIKE = -0.05;

/** How well a name fits the address: the same, its beginning or its initials. */
export function likeness(name: string, site: Site): number {
  // Addresses are written in Latin letters: nothing can be compared.
  if (FOREIGN_LETTERS.test(name) && !/\p{Script=Latin}{3}/u.test(name)) return FOREIGN_LETTERS_GAIN;
  const labels = addressLabels(site).map(fold).filter((label) => label.length >= 2);
  const bare = fold(name.replace(LEGAL_FORM, ""));
  if (labels.length === 0 || bare === "") return 0;
  // On a host of many an address need not be like the name.
  const unlike = isSharedHost(site.home.url) ? 0 : UNLIKE;
  if (isPersonName(name) && isPublisher(name, site)) return unlike;
  return Math.max(...labels.map((label) => likenessTo(label, name) ?? unlike));
}

function likenessTo(label: string, name: string): number | undefined {
  const bare = fold(name.replace(LEGAL_FORM, ""));
  if (bare === label || fold(name) === label) return 0.25;
  const words = name.replace(LEGAL_FORM, "").replaceAll("&", " and ").split(/[\s/–-]+/).map(fold).filter(
    Boolean,
  );
  // `huber-elektro.example` of Elektro Huber.
  if (words.length >= 2 && words.every((word) => word.length >= 3 && label.includes(word))) return 0.15;
  // `rdx.example` of RDX Antriebstechnik.
  if (words.length >= 2 && words[0] === label) return 0.15;
  const initials = words.map((word) => word[0]).join("");
  if (initials.length >= 2 && initials === label) return 0.15;
  if (words.length >= 2 && label.length >= 4 && beginsWords(label, words)) return 0.15;
  const [first = ""] = words;
  if (first.length >= 5 && label.startsWith(first) && words.length <= 3) return 0.02;
  if (bare.length >= 4 && label.length >= 4 && (label.includes(bare) || bare.includes(label))) {
    return bare.length <= label.length * 3 ? 0.15 : 0;
  }
  return undefined;
}

/** `prairiestatecu` is made of beginnings of `Prairie State Credit Union`, word by word. */
function beginsWords(label: string, [word, ...others]: readonly string[], isFirst = true): boolean {
  if (label === "") return true;
  if (word === undefined) return false;
  for (let length = commonBeginning(label, word); length >= 1; length--) {
    if (beginsWords(label.slice(length), others, false)) return true;
  }
  // Words are left out of addresses, but hardly the first.
  return !isFirst && beginsWords(label, others, false);
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
