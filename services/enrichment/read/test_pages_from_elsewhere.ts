/** Pages as small firms build them elsewhere, and on hosts of many: where they stand, what is on them, and what is to be read there. */
import type { MadeUpPages } from "./test_pages_of_europe.ts";

export const PAGES_FROM_ELSEWHERE: readonly MadeUpPages[] = [
  ["https://www.sakura-kogyo.co.jp", {
    "/":
      '<html lang="ja"><title>桜工業株式会社｜精密板金加工</title><h1>精密板金で未来をつくる</h1><p>桜工業株式会社は、精密板金加工の専門メーカーです。</p>',
    "/company":
      '<html lang="ja"><title>会社概要｜桜工業株式会社</title><table><tr><th>会社名</th><td>桜工業株式会社</td></tr><tr><th>所在地</th><td>〒144-0052 東京都大田区蒲田5-13-14</td></tr><tr><th>代表者</th><td>代表取締役　山田 太郎</td></tr><tr><th>設立</th><td>昭和48年4月</td></tr><tr><th>TEL</th><td>03-5550-1234</td></tr></table>',
  }, { "name": "桜工業株式会社", "zip": "144-0052", "ceoName": "山田 太郎", "foundedYear": "1973" }],
  ["https://yildizmobilya.com.tr", {
    "/":
      '<html lang="tr"><title>Yıldız Mobilya - Anasayfa</title><p>Özel tasarım mobilya üretimi.</p><footer>Yıldız Mobilya San. ve Tic. Ltd. Şti. Adres: Organize Sanayi Mah. 4. Cad. No: 12, 16140 Nilüfer / Bursa Tel: 0224 555 01 23</footer>',
  }, { "name": "Yıldız Mobilya", "city": "Nilüfer", "countryCode": "TR" }],
  ["https://www.gasthof-linde.com", {
    "/":
      '<html lang="de"><title>Home - gasthof-lindes Webseite!</title><h1>Gasthof Linde</h1><p>Gutbürgerliche Küche im Herzen des Schwarzwalds.</p><footer>Impressum | Datenschutz | Sitemap Anmelden Abmelden</footer>',
  }, { "name": "Gasthof Linde" }],
  ["https://www.annaberger.design", {
    "/":
      '<html lang="de"><title>Anna Berger | Grafikdesign</title><h1>Anna Berger</h1><p>Ich gestalte Marken für kleine Unternehmen.</p>',
  }, { "name": "Anna Berger" }],
  ["https://vn.com.vn", {
    "/":
      '<html lang="vi"><title>Công ty TNHH Hoa Sen</title><p>Công ty được thành lập năm 2005 tại Hà Nội.</p>',
  }, { "foundedYear": "2005" }],
  ["https://idn.co.id", {
    "/":
      '<html lang="id"><title>PT Sinar Jaya</title><p>PT Sinar Jaya didirikan pada tahun 2001 di Jakarta. Kami adalah perusahaan yang bergerak di bidang tekstil.</p>',
  }, { "foundedYear": "2001", "name": "PT Sinar Jaya" }],
  ["https://ru.ru", { "/": '<html lang="ru"><title>Завод Прибор</title><p>Завод основан в 1958 году.</p>' }, {
    "foundedYear": "1958",
  }],
  ["https://br1.com.br", {
    "/": '<html lang="pt-BR"><title>Um</title><p>Maria Souza<br>Sócia-fundadora e CEO</p>',
  }, { "ceoName": "Maria Souza" }],
  ["https://jp1.jp", {
    "/": '<html lang="ja"><title>一</title><table><tr><td>代表取締役社長</td><td>鈴木 一郎</td></tr></table>',
  }, { "ceoName": "鈴木 一郎" }],
  ["https://stmarysoakfield.org", {
    "/":
      "<html lang=\"en\"><title>St. Mary's Church, Oakfield - Home</title><p>A welcoming parish.</p><footer>St. Mary's Church · 45 Church Lane · Oakfield · BS8 1AB</footer>",
  }, { "name": "St. Mary's Church, Oakfield" }],
  ["https://jdoe1.github.io", {
    "/sunrise-dental/contact.html":
      '<html lang="en"><title>Contact</title><header><div class="logo">Sunrise Dental</div><nav><a href="index.html">Home</a><a href="contact.html">Contact</a></nav></header><h1>Contact us</h1><p>12 High Street, Bath BA1 5AB</p><p>Tel: 01225 555012</p><footer>© 2023 All rights reserved</footer>',
  }, { "name": "Sunrise Dental", "city": "Bath", "zip": "BA1 5AB" }],
  ["https://mrossi.github.io", {
    "/pizzeria/index.html":
      '<html lang="it"><title>Document</title><header><h1>Pizzeria Da Gino</h1></header><p>La vera pizza napoletana dal 1982.</p><footer>Via Roma 3, 80121 Napoli - Tel 081 555 0123</footer>',
  }, {
    "name": "Pizzeria Da Gino",
    "foundedYear": "1982",
    "city": "Napoli",
    "zip": "80121",
    "addressLine1": "Via Roma 3",
  }],
  ["https://kmeier.github.io", {
    "/website/impressum.html":
      '<html lang="de"><title>Impressum</title><h1>Impressum</h1><h2>Angaben gemäß § 5 TMG</h2><p>Katrin Meier<br>Yogastudio Lichtblick<br>Gartenstr. 5<br>04275 Leipzig</p><h2>Kontakt</h2><p>Telefon: 0341 5550123<br>E-Mail: hallo@yoga-lichtblick.de</p>',
  }, { "name": "Katrin Meier", "zip": "04275", "city": "Leipzig", "addressLine1": "Gartenstr. 5" }],
  ["https://maplewoodworks.ca", {
    "/":
      '<html lang="en"><title>Maple Woodworks</title><p>Maple Woodworks<br>123 King St W<br>Hamilton, ON L8P 4S6<br>905-555-0123</p>',
  }, { "name": "Maple Woodworks", "zip": "L8P 4S6", "city": "Hamilton", "countryCode": "CA" }],
  ["https://ukrmebli.com.ua", {
    "/":
      '<html lang="uk"><title>УкрМеблі - виробництво меблів</title><p>ТОВ «УкрМеблі»</p><p>м. Львів, вул. Городоцька, 100</p><p>тел. (032) 255-50-12</p>',
  }, { "name": "УкрМеблі", "city": "Львів" }],
  ["https://thairice.co.th", {
    "/":
      '<html lang="th"><title>บริษัท ไทยไรซ์ จำกัด</title><p>บริษัท ไทยไรซ์ จำกัด ผู้ผลิตข้าวหอมมะลิคุณภาพดี</p><p>โทร 02-555-0123</p>',
  }, { "name": "บริษัท ไทยไรซ์ จำกัด" }],
  ["https://yamato-cafe.jp", {
    "/":
      '<html lang="ja"><title>大和カフェ | 京都の町家カフェ</title><p>京都の町家を改装したカフェです。</p>',
    "/access":
      '<html lang="ja"><title>アクセス</title><p>京都府京都市中京区寺町通1-2-3</p><p>電話 075-555-0123</p>',
  }, { "name": "大和カフェ", "phone": "+81 75 555 0123" }],
];
