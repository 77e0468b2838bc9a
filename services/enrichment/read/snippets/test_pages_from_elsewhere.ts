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
  ["https://hofladen.github.io", {
    "/site/impressum.html":
      '<html lang="de"><title>Impressum</title><h1>Impressum</h1><p><strong>Hofladen Sund GbR</strong><br>Rika und Ole Sund<br>Dorfstraße 3<br>24999 Wees</p><p>Vertreten durch: Rika Sund, Ole Sund</p><p>Tel.: +49 (0) 4631 / 55 50 12</p><p>Mail: moin [at] hofladen-sund [punkt] de</p>',
  }, {
    "name": "Hofladen Sund GbR",
    "ceoName": "Rika Sund",
    "zip": "24999",
    "city": "Wees",
    "addressLine1": "Dorfstraße 3",
    "email": "moin@hofladen-sund.de",
  }],
  ["https://idraulica.github.io", {
    "/x/contatti.html":
      '<html lang="it"><title>Contatti</title><header><a href="index.html"><img src="logo.png" alt="Idraulica Bruni"></a></header><h1>Contatti</h1><p>Sede legale: Via Dante 12 - 20900 Monza (MB)</p><p>Tel. 039 555 012</p><p>info@idraulicabruni.it</p>',
  }, { "name": "Idraulica Bruni", "zip": "20900", "city": "Monza", "addressLine1": "Via Dante 12" }],
  ["https://taller.github.io", {
    "/t/contacto.html":
      '<html lang="es"><title>Contacto - Taller Mecánico Ríos</title><p>Estamos en Calle Sol 14, 29001 Málaga.</p><p>Teléfono: 952 55 50 12</p><p>Horario: Lunes a Viernes 9.00 - 14.00</p>',
  }, {
    "name": "Taller Mecánico Ríos",
    "zip": "29001",
    "city": "Málaga",
    "addressLine1": "Calle Sol 14",
    "phone": "+34 952 55 50 12",
  }],
  ["https://stolarz.github.io", {
    "/s/kontakt.html":
      '<html lang="pl"><title>Kontakt - Stolarnia Dąb</title><h2>Stolarnia Dąb</h2><p>Jan Kowal</p><p>ul. Leśna 4</p><p>34-500 Zakopane</p><p>tel. kom. 601 555 012</p>',
  }, { "name": "Stolarnia Dąb", "zip": "34-500", "city": "Zakopane", "addressLine1": "ul. Leśna 4" }],
  ["https://snickeri.github.io", {
    "/k/kontakt.html":
      '<html lang="sv"><title>Kontakt</title><div>Sunds Snickeri</div><div>Besöksadress:</div><div>Hamngatan 3</div><div>451 40 Uddevalla</div><div>Tel: 0522-555 01</div><footer>© Sunds Snickeri 2022</footer>',
  }, { "name": "Sunds Snickeri", "zip": "451 40", "city": "Uddevalla", "addressLine1": "Hamngatan 3" }],
  ["https://kapper.github.io", {
    "/k/contact.html":
      '<html lang="nl"><title>Contact | Kapsalon Lotte</title><p>Kapsalon Lotte</p><p>Dorpsstraat 8</p><p>6411 AB Heerlen</p><p>045 - 555 01 23</p>',
  }, {
    "name": "Kapsalon Lotte",
    "zip": "6411 AB",
    "city": "Heerlen",
    "addressLine1": "Dorpsstraat 8",
    "phone": "+31 45 555 0123",
  }],
  ["https://sakura.github.io", {
    "/c/company.html":
      '<html lang=""><title>会社案内</title><h1>会社案内</h1><table><tr><td>商号</td><td>有限会社さくら塗装</td></tr><tr><td>代表者名</td><td>佐藤 花子</td></tr><tr><td>所在地</td><td>〒460-0008 愛知県名古屋市中区栄1-2-3</td></tr><tr><td>電話番号</td><td>052-555-0123</td></tr><tr><td>創業</td><td>1975年</td></tr></table>',
  }, { "ceoName": "佐藤 花子", "zip": "460-0008", "foundedYear": "1975" }],
  ["https://acmegroup.github.io", {
    "/about.html":
      '<html lang="en"><title>About</title><h1>About Willow Creek Pottery</h1><p>Willow Creek Pottery was founded in 2011 by Jane Willow in a converted barn outside Asheville.</p><p>We make tableware by hand.</p><footer>Willow Creek Pottery, 88 Mill Road, Asheville, NC 28801</footer>',
  }, {
    "name": "Willow Creek Pottery",
    "foundedYear": "2011",
    "zip": "28801",
    "city": "Asheville",
    "addressLine1": "88 Mill Road",
  }],
  ["https://feuerwehr.github.io", {
    "/f/impressum.html":
      '<html lang="de"><title>Freiwillige Feuerwehr Wees - Impressum</title><h1>Impressum</h1><p>Freiwillige Feuerwehr Wees e.V.<br>Am Gerätehaus 1<br>24999 Wees</p><p>1. Vorsitzender: Ole Petersen</p><p>Registergericht: Amtsgericht Flensburg, VR 1234</p>',
  }, { "name": "Freiwillige Feuerwehr Wees", "ceoName": "Ole Petersen", "zip": "24999" }],
  ["https://rekisui.jp", {
    "/":
      '<html lang="ja"><title>歴水堂 - 和菓子の老舗</title><p>明治20年創業の和菓子店です。</p><p>石川県金沢市尾張町1-1-1</p><p>TEL 076-255-0123</p>',
  }, { "foundedYear": "1887", "phone": "+81 76 255 0123" }],
  // A page that a script fills says all in its head, and that it is a service, too.
  ["https://www.glenalu.co.uk", {
    "/":
      '<html lang="en"><title>Glenalu | Windows</title><script type="application/ld+json">{"@context":"https://schema.org","@type":["LocalBusiness","Service"],"name":"Glenalu","telephone":"0131 496 0321","description":"Steel fabrication and aluminium windows, manufactured in Penicuik.","address":{"@type":"PostalAddress","streetAddress":"Unit 2B, Eastfield Estate","addressLocality":"Penicuik","postalCode":"EH26 8HA","addressCountry":"GB"}}</script><div id="root"></div>',
  }, { "city": "Penicuik", "phone": "+44 131 496 0321", "industry": "Manufacturing" }],
  ["https://koladecars.com.ng", {
    "/":
      '<html lang="en"><title>Kolade Motors</title><a href="https://wa.me/2348035550123?text=Hello">Write to us</a><footer><p>© Kolade Motors<p>Old petrol station, Lekki Epe expressway, (near the school) Ajah, Lekki, Lagos, Nigeria</footer>',
  }, {
    "phone": "+234 803 555 0123",
    "city": "Lagos",
    "countryCode": "NG",
    "addressLine1": "Old petrol station, Lekki Epe expressway, (near the school) Ajah, Lekki",
  }],
  // Towns stand above or before their county or province.
  ["https://hartleylegal.co.uk", {
    "/":
      '<html lang="en"><title>Hartley Legal</title><p>Contact</p><p>Sutton Road, Cookham,<br>Berkshire, SL6 9RD</p><p>+44 1628 496012',
  }, { "addressLine1": "Sutton Road", "city": "Cookham", "zip": "SL6 9RD" }],
  ["https://prairieconcrete.ca", {
    "/":
      '<html lang="en"><title>Prairie Concrete</title><h3>Address</h3><address>Winnipeg<br>Manitoba<br>R2J 2J1</address>',
  }, { "city": "Winnipeg", "zip": "R2J 2J1", "countryCode": "CA" }],
  ["https://koladefarms.com.ng", {
    "/":
      '<html lang="en"><title>Kolade Farms</title><h3>No. 18 Park road, Opposite the Mosque, Zaria Kaduna State.</h3><p>Contact: Kolade Farms',
  }, { "city": "Zaria", "countryCode": "NG" }],
  ["https://koladehomes.com.ng", {
    "/":
      '<html lang="en"><title>Kolade Homes</title><footer><h5>Address</h5><p>28, Modele Street,<br>Surulere,Lagos State.</p></footer>',
  }, { "addressLine1": "28, Modele Street", "city": "Surulere" }],
  ["https://ridgehaulage.co.uk", {
    "/":
      '<html lang="en"><title>Ridge Haulage</title><div><small>Phone</small><b>+44 151 496 0123</b></div><div><small>Location</small><strong>Woodward Rd,<br>Liverpool L33 7UZ</strong></div>',
  }, { "addressLine1": "Woodward Rd", "city": "Liverpool" }],
  // Of the company itself, and not of whom it works for.
  ["https://suds.example", {
    "/":
      '<html lang="en"><title>Suds Supplies</title><meta name="description" content="Suds Supplies is a UK-based commercial supplier of surfactants.">',
  }, { "countryCode": "GB" }],
  ["https://elmlaw.example", {
    "/":
      '<html lang="en"><title>Elm Law</title><p>Elm Law does due diligence on US-based companies for clients of Elm Law.',
  }, { "countryCode": undefined }],
  // What stands in meta tags for networks, and mobiles of Mexico as they were dialled until 2019.
  ["https://sonrisaviajes.com.mx", {
    "/":
      '<html lang="es"><title>Sonrisa Viajes</title><meta property="business:contact_data:email" content="Hola@sonrisaviajes.com.mx"><meta property="business:contact_data:locality" content="Puebla"><meta property="og:email" content="{{ email }}"><a href="https://wa.me/5215521114455">Escríbenos</a>',
  }, { "email": "hola@sonrisaviajes.com.mx", "city": "Puebla", "phone": "+52 55 2111 4455" }],
  // Since when somebody holds an office, no company exists.
  ["https://ashworthlaw.example", {
    "/":
      '<html lang="en"><title>Ashworth Law</title><p>He is also Chairman of the Guild of Arbitrators (since 2014).',
  }, { "foundedYear": undefined }],
  // A head that was copied with another one's site.
  ["https://guardtec.com.ng", {
    "/":
      '<html lang="en"><title>Guardtec Ltd</title><meta property="og:url" content="https://inkmachines.org/"><meta property="og:site_name" content="Ink Machines Ltd"><meta property="og:description" content="Industrial coding and printing machines for factories in Lagos.">',
  }, { "description": undefined }],
  ["https://ivory-dental.example", {
    "/":
      '<html lang="en"><title>Ivory Dental</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"Dentist","name":"Ivory Dental","image":"https://ivory-dental.example/branding/logo.png"}</script>',
  }, { "logoUrl": "https://ivory-dental.example/branding/logo.png" }],
  // Zeros have the right check digit, too.
  ["https://www.sundtre.no", {
    "/":
      '<html lang="nb"><title>Sund Tre AS</title><footer><p>© 2026 Sund Tre AS — Org.nr. 000 000 000</p></footer>',
  }, { "companyNumber": undefined }],
  // A menu drawn as pictures leads home, and is no logo.
  ["https://sundrecords.example", {
    "/":
      '<html lang="en"><title>Sund Records</title><header><a href="/"><img src="/m-home.png" alt="Home"></a><a href="/about"><img src="/m-about.png" alt="About us"></a><a href="/support"><img src="/m-support.png" alt="Support"></a></header>',
  }, { "logoUrl": undefined }],
  // Below a category Facebook writes a page's name and its number.
  ["https://sundcanoe.lt", {
    "/":
      '<html lang="lt"><title>Sund baidarės</title><footer><a href="https://www.facebook.com/pages/biz/Sund-baidares-242500832900501/"><img src="/f.png"></a></footer>',
  }, { "facebookUrl": "https://www.facebook.com/pages/biz/Sund-baidares-242500832900501" }],
  // The end of a number to call, and a village in its district.
  ["https://www.sundupe.lt", {
    "/":
      '<html lang="lt"><title>Kontaktai | Sundupė</title><h1>Kontaktai</h1><p>Tel. nr.: +370 648 30197 Jonas</p><p>Adresas: Sodų g. 12, Sundakų k., Prienų r.</p>',
  }, { "zip": undefined, "addressLine1": "Sodų g. 12", "city": "Sundakų", "countryCode": "LT" }],
  // The largest part first; and what stands between a street and its town.
  ["https://sundlogic.example", {
    "/":
      '<html lang="en"><title>Sundlogic</title><p>Contacts</p><p>Address: Lithuania, Kaunas, K. Sundo 26-208</p>',
  }, { "addressLine1": "K. Sundo 26-208", "city": "Kaunas", "countryCode": "LT" }],
  ["https://gruposund.pe", {
    "/":
      '<html lang="es"><title>Grupo Sund</title><footer><p>Domicilio: Jr. Cruz Alta N° 140, Int 905, urb. Los Olivos, Santiago de Surco, Lima-Perú.</p></footer>',
  }, { "addressLine1": "Jr. Cruz Alta N° 140", "city": "Santiago de Surco", "countryCode": "PE" }],
  // Below a map stands a street of somewhere.
  ["https://sund-potolki.ru", {
    "/":
      '<html lang="ru"><title>Контакты - Сунд</title><p>Посмотреть карту. Адрес: ул. М. Горького, 29</p><p>г.Саратов<br>ул. Садовая 12</p><footer><p>© 2014 Сунд<br>Россия, Саратов, ул. Садовая, д.12</p></footer>',
  }, { "addressLine1": "ул. Садовая 12", "city": "Саратов" }],
  // Whoever put a site on a host of many, and the name that the folder is made of.
  ["https://janeroe.github.io", {
    "/svd-Sundovac/onama.html":
      '<html lang="sr"><title>SVD | O nama</title><h1>O nama</h1><p>SVD Sundovac je jedno od društava sa najdužom tradicijom.</p><footer>&copy 2020 Jane Roe. All rights reserved</footer>',
  }, { "name": "SVD Sundovac" }],
  // Its address behind the sign says where a site stands.
  ["https://okulista-roe.pl", {
    "/":
      '<html lang="pl"><title>Lek. med. Jan Roe - Gabinet okulistyczny</title><header><a href="/"><img src="/logo.png" alt="Lek. med. Jan Roe"></a></header><p>Lek. med. Jan Roe</p><footer>© Copyright okulista-roe.pl | Kontakt</footer>',
  }, { "name": "Lek. med. Jan Roe", "industry": "Healthcare" }],
  // What is told of the group that a company belongs to is not its own.
  ["https://sgb.mk", {
    "/za-nas.html":
      '<html lang="mk"><title>SGB broker</title><p>СГБ АД Скопје е дел од меѓународната групација за финансиско советување SGB Group со седиште во Грац.</p><p>SGB Group е основана 1985 година со идеја за стручно советување на клиентите.</p>',
  }, {
    "foundedYear": undefined,
    "description":
      "СГБ АД Скопје е дел од меѓународната групација за финансиско советување SGB Group со седиште во Грац.",
  }],
  ["https://sundwerkgroup.example", {
    "/about":
      '<html lang="en"><title>Sundwerk Group</title><h1>About</h1><p>Sundwerk Group was founded in 1985 and builds boats for the whole coast.</p>',
  }, { "foundedYear": "1985" }],
  // The day of a founding, and that since which rules hold; who stands for a club.
  ["https://sundklub.rs", {
    "/o-nama":
      '<html lang="sr"><title>Klub Sund</title><h1>O nama</h1><p>Klub je osnovan 09.06.1976 godine.</p><p>Zastupnik: Aleksandar Roe</p>',
  }, { "foundedYear": "1976", "ceoName": "Aleksandar Roe" }],
  ["https://kanzlei-sund.example", {
    "/": '<html lang="de"><title>Kanzlei Sund</title><p>Das Vergütungsgesetz gilt seit 01.07.2004.</p>',
  }, { "foundedYear": undefined }],
  // Who runs a site stands behind two labels, who hosts it below a sentence that ends in a colon.
  ["https://peintresud.fr", {
    "/mentions":
      '<html lang="fr"><title>Mentions légales</title><p>Nom / Raison sociale : Peinture du Sud</p><p>Le site est hébergé par :</p><address>Nuage (Inform)<br>6 Rue du Val<br>85180 Les Sables</address>',
  }, { "name": "Peinture du Sud", "zip": undefined }],
  // A question and a mood state nothing; old pages have their sentences in tables, some beside their address.
  ["https://sundbaltic.example", {
    "/":
      '<html lang="en"><title>Sundbaltic</title><h2>Shortage</h2><p>In case of a shortage in the market, is your chain the first one to run out of it?</p>',
    "/contacts":
      '<html lang="en"><title>Sundbaltic</title><p>Sundbaltic is the best solution for managing the supply chain of pharmacies.</p>',
  }, { "description": "Sundbaltic is the best solution for managing the supply chain of pharmacies." }],
  ["https://sundtrieve.example", {
    "/about":
      '<html lang="en"><title>Sundtrieve</title><p>Sundtrieve was started in 2010 with the mission of becoming a premier retrieval company.</p><p>Sundtrieve is very excited about providing additional resources to build upon its foundation.</p>',
  }, {
    "description": "Sundtrieve was started in 2010 with the mission of becoming a premier retrieval company.",
  }],
  ["https://sundcycle.example", {
    "/about":
      '<html lang="en"><title>Sundcycle</title><table><tr><td>The Sundcycle Company is a vendor-neutral integrator of storage solutions.</td></tr></table>',
  }, {
    "description": "The Sundcycle Company is a vendor-neutral integrator of storage solutions.",
  }],
  // A long paragraph tells the founding in one of its sentences.
  ["https://sundtale.rs", {
    "/o-nama": `<html lang="sr"><title>Klub Sund</title><h1>O nama</h1><p>${
      "Naš klub okuplja ljude sa svih strana [1]. ".repeat(16)
    }Klub je osnovan 09.06.1976 godine. Takmičili smo se 2005. godine.</p>`,
  }, { "foundedYear": "1976" }],
  // What an insurance broker is called in Macedonia, and what pictures stand on.
  ["https://sundbroker.mk", {
    "/":
      '<html lang="mk"><title>Сунд осигурувања</title><p>Посредуваме помеѓу клиентите и осигурителните компании.</p>',
  }, { "industry": "Finance" }],
];
