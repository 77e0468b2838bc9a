/** Pages as small firms build them in Europe: where they stand, what is on them, and what is to be read there. */
export type MadeUpPages = readonly [
  origin: string,
  pages: Readonly<Record<string, string>>,
  stated: Readonly<Record<string, string | undefined>>,
];

export const PAGES_OF_EUROPE: readonly MadeUpPages[] = [
  ["https://www.schreinerei-voss.de", {
    "/":
      '<html lang="de"><title>Startseite – Schreinerei Voss</title><header class="elementor-header"><a href="https://www.schreinerei-voss.de/"><img src="/wp/logo.png" alt="Schreinerei Voss Logo"></a><nav><a href="/leistungen">Leistungen</a></nav></header><main><h1>Möbel nach Maß aus Kiel</h1><p>Wir fertigen Möbel, Türen und Treppen in eigener Werkstatt – seit drei Generationen.</p></main><footer>© 2024 Schreinerei Voss | Impressum</footer>',
    "/impressum":
      '<html lang="de"><title>Impressum – Schreinerei Voss</title><h1>Impressum</h1><p>Angaben gemäß § 5 DDG</p><p>Schreinerei Voss<br>Inh. Torben Voss<br>Hafenstraße 12<br>24103 Kiel</p><p>Telefon: 0431 5550123<br>E-Mail: info@schreinerei-voss.de</p>',
  }, {
    "name": "Schreinerei Voss",
    "ceoName": "Torben Voss",
    "addressLine1": "Hafenstraße 12",
    "zip": "24103",
    "city": "Kiel",
    "countryCode": "DE",
  }],
  ["https://huber-elektro.at", {
    "/":
      '<html lang="de-AT"><title>Elektro Huber | Ihr Elektriker in Graz</title><nav>Home Leistungen</nav><h1>Willkommen</h1><p>Elektroinstallationen aller Art.</p><footer>Elektro Huber e.U. · Inhaber: Martin Huber · Hauptstraße 5 · A-8010 Graz · Tel. +43 316 555 012</footer>',
  }, {
    "name": "Elektro Huber",
    "ceoName": "Martin Huber",
    "addressLine1": "Hauptstraße 5",
    "zip": "8010",
    "city": "Graz",
  }],
  ["https://www.malerei-bianchi.ch", {
    "/":
      '<html lang="de"><title>Malerei Bianchi GmbH - Home</title><h2>Kontakt</h2><p>Malerei Bianchi GmbH<br>Gewerbestrasse 8<br>8304 Wallisellen</p><p>044 555 01 23</p><p>info@malerei-bianchi.ch</p>',
  }, {
    "name": "Malerei Bianchi",
    "addressLine1": "Gewerbestrasse 8",
    "zip": "8304",
    "city": "Wallisellen",
    "countryCode": "CH",
  }],
  ["https://atelier-duval.fr", {
    "/":
      "<html lang=\"fr\"><title>Atelier Duval — Ébénisterie à Nantes</title><h1>Ébénisterie d'art</h1><p>L'Atelier Duval conçoit et restaure des meubles depuis 1998 à Nantes.</p>",
    "/mentions-legales":
      '<html lang="fr"><title>Mentions légales</title><h1>Mentions légales</h1><p>Le présent site est édité par Atelier Duval, SARL au capital de 8 000 euros, dont le siège social est situé 14 rue des Carmes, 44000 Nantes.</p><p>Gérante : Claire Duval</p><p>Téléphone : 02 40 55 01 23</p><h2>Hébergeur</h2><p>OVH, 2 rue Kellermann, 59100 Roubaix</p>',
  }, {
    "name": "Atelier Duval",
    "ceoName": "Claire Duval",
    "addressLine1": "14 rue des Carmes",
    "zip": "44000",
    "city": "Nantes",
    "foundedYear": "1998",
    "phone": "+33 2 40 55 01 23",
  }],
  ["https://www.officinarossi.it", {
    "/":
      '<html lang="it"><title>Home - Officina Rossi</title><h1>La tua auto in buone mani</h1><footer>Officina Rossi di Rossi Marco & C. S.n.c. - Via Garibaldi, 21 - 41121 Modena (MO) - Tel. 059 555123</footer>',
  }, { "name": "Officina Rossi", "addressLine1": "Via Garibaldi, 21", "zip": "41121", "city": "Modena" }],
  ["https://clinicasanblas.es", {
    "/":
      '<html lang="es"><title>Clínica San Blas | Fisioterapia en Sevilla</title><p>Fisioterapia y osteopatía en el centro de Sevilla.</p>',
    "/aviso-legal":
      '<html lang="es"><title>Aviso legal</title><h1>Aviso Legal</h1><ul><li>Titular: Clínica San Blas, S.L.P.</li><li>Domicilio social: C/ Feria, 12, bajo, 41003 Sevilla</li><li>Teléfono: 954 55 01 23</li><li>Inscrita en el Registro Mercantil de Sevilla</li></ul>',
  }, { "name": "Clínica San Blas", "addressLine1": "C/ Feria, 12, bajo", "zip": "41003", "city": "Sevilla" }],
  ["https://padariacentral.pt", {
    "/":
      '<html lang="pt"><title>Padaria Central</title><h1>Pão fresco todos os dias</h1><p>Rua do Comércio, 45<br>4050-210 Porto</p><p>T. 222 555 012</p><p>© 2023 Padaria Central, Lda.</p>',
  }, {
    "name": "Padaria Central",
    "addressLine1": "Rua do Comércio, 45",
    "zip": "4050-210",
    "city": "Porto",
    "countryCode": "PT",
  }],
  ["https://www.truhlarstvidvorak.cz", {
    "/":
      '<html lang="cs"><title>Truhlářství Dvořák – zakázková výroba nábytku</title><p>Vyrábíme kuchyně, skříně a dveře na míru.</p><footer>Josef Dvořák – Truhlářství, Lipová 112, 679 04 Adamov, tel.: 603 555 012</footer>',
  }, { "name": "Truhlářství Dvořák", "zip": "679 04", "city": "Adamov", "addressLine1": "Lipová 112" }],
  ["https://lundsror.se", {
    "/":
      '<html lang="sv"><title>Rörmokare i Västerås - Lunds Rör AB</title><p>Vi hjälper dig med allt inom VVS.</p><footer>Lunds Rör AB | Metallverksgatan 4, 721 30 Västerås | 021-555 01 23</footer>',
  }, { "name": "Lunds Rör AB", "zip": "721 30", "city": "Västerås", "addressLine1": "Metallverksgatan 4" }],
  ["https://kuljetusvirta.fi", {
    "/":
      '<html lang="fi"><title>Etusivu | Kuljetus Virta Oy</title><p>Kuljetuspalvelut koko Suomessa.</p><footer>Kuljetus Virta Oy<br>Teollisuustie 3<br>33330 Tampere<br>puh. 040 555 0123</footer>',
  }, { "name": "Kuljetus Virta", "addressLine1": "Teollisuustie 3", "zip": "33330", "city": "Tampere" }],
  ["https://murerhansen.dk", {
    "/":
      '<html lang="da"><title>Murermester Hansen ApS</title><p>Vi udfører alt murerarbejde.</p><footer>Murermester Hansen ApS · Vestergade 10 · 8600 Silkeborg · Tlf. 86 55 01 23</footer>',
  }, {
    "name": "Murermester Hansen ApS",
    "addressLine1": "Vestergade 10",
    "zip": "8600",
    "city": "Silkeborg",
  }],
  ["https://fjordbygg.no", {
    "/":
      '<html lang="nb"><title>Forside - Fjord Bygg AS</title><p>Vi bygger hus og hytter på Vestlandet.</p><footer>Fjord Bygg AS, Strandgata 5, 5004 Bergen. Daglig leder: Kari Lie</footer>',
  }, {
    "name": "Fjord Bygg",
    "ceoName": "Kari Lie",
    "zip": "5004",
    "city": "Bergen",
    "addressLine1": "Strandgata 5",
  }],
  ["https://www.greenhillsvet.ie", {
    "/":
      '<html lang="en-IE"><title>Green Hills Veterinary Clinic | Vets in Naas</title><p>Caring for your pets since 2004.</p><footer>Green Hills Veterinary Clinic, Main Street, Naas, Co. Kildare, W91 F7X3. Tel: 045 555 012</footer>',
  }, { "name": "Green Hills Veterinary Clinic", "zip": "W91 F7X3", "city": "Naas", "foundedYear": "2004" }],
  ["https://www.nordlichtkerzen.de", {
    "/":
      '<html lang="de"><title>Handgemachte Kerzen &ndash; Nordlicht Kerzen</title><meta property="og:site_name" content="Nordlicht Kerzen"><p>Kerzen aus Sojawachs.</p><footer>© 2025, Nordlicht Kerzen Powered by Shopify</footer>',
  }, { "name": "Nordlicht Kerzen" }],
  ["https://www.gemeinde-buchtal.de", {
    "/":
      '<html lang="de"><title>Gemeinde Buchtal: Startseite</title><p>Willkommen auf der Website der Gemeinde Buchtal.</p><footer><p>Gemeinde Buchtal</p><p>Rathausplatz 1</p><p>79252 Buchtal</p><p>Tel. 0761 5550-0</p></footer>',
  }, { "name": "Gemeinde Buchtal", "addressLine1": "Rathausplatz 1", "zip": "79252", "city": "Buchtal" }],
  ["https://www.alpenfein.at", {
    "/":
      '<html lang="de"><title>alpenfein – Feinkost aus Tirol</title><p>Unsere Feinkost kommt aus Tirol.</p><footer>alpenfein ist eine Marke der Bergland Foods GmbH. © Bergland Foods GmbH</footer>',
  }, { "name": "alpenfein" }],
  ["https://metalworks-kaunas.lt", {
    "/":
      '<html lang="lt"><title>Kontaktai | Metalo darbai</title><div><span>Direktorius</span><span>Tomas Petraitis</span></div><div><span>Įmonės kodas</span><span>302456789</span></div><div><span>Adresas</span><span>Pramonės g. 12, LT-51327 Kaunas</span></div><div><span>Telefonas</span><span>+370 612 34567</span></div>',
  }, {
    "ceoName": "Tomas Petraitis",
    "addressLine1": "Pramonės g. 12",
    "city": "Kaunas",
    "phone": "+370 612 34567",
  }],
  ["http://www.segel-brandt.de", {
    "/":
      '<html lang=""><title>Segelmacherei Brandt</title><table><tr><td bgcolor=blue><font size=5>Segelmacherei Brandt</font></td></tr><tr><td>Home</td></tr><tr><td>Segel</td></tr><tr><td>Wir nähen Segel seit 1974.<br><br>Segelmacherei Brandt, Am Hafen 3, 24159 Kiel, Tel. 0431/555012, Fax 0431/555013</td></tr></table>',
  }, {
    "name": "Segelmacherei Brandt",
    "addressLine1": "Am Hafen 3",
    "zip": "24159",
    "city": "Kiel",
    "phone": "+49 431 555012",
    "foundedYear": "1974",
  }],
  ["https://www.boulangerie-perrin.fr", {
    "/":
      '<html lang="fr"><title>Accueil - Boulangerie Perrin</title><p>Pains et viennoiseries au levain.</p>',
    "/mentions-legales.html":
      '<html lang="fr"><title>Mentions légales - Boulangerie Perrin</title><dl><dt>Raison sociale</dt><dd>PERRIN SARL</dd><dt>Siège social</dt><dd>3 place du Marché, 21000 Dijon</dd><dt>Directeur de la publication</dt><dd>Luc Perrin</dd></dl>',
  }, {
    "name": "Boulangerie Perrin",
    "addressLine1": "3 place du Marché",
    "zip": "21000",
    "city": "Dijon",
    "ceoName": "Luc Perrin",
  }],
  ["https://brauerei-hell.de", {
    "/":
      '<html lang="de"><title>Brauerei Hell</title><p>Seit 1846 brauen wir in Bamberg Bier nach dem Reinheitsgebot.</p>',
  }, { "foundedYear": "1846" }],
  ["https://firma-es.es", {
    "/":
      '<html lang="es"><title>Carpintería Soto</title><p>Carpintería Soto nació en 1962 de la mano de Manuel Soto.</p>',
  }, { "foundedYear": "1962", "name": "Carpintería Soto" }],
  ["https://laitiere.fr", {
    "/":
      '<html lang="fr"><title>La Laitière</title><p>Fondée en 1923 par la famille Morel, notre maison perpétue la tradition.</p>',
  }, { "foundedYear": "1923" }],
  ["https://ditta.it", {
    "/":
      "<html lang=\"it\"><title>Ditta Bruni</title><p>L'azienda nasce nel 1978 dall'idea di Franco Bruni.</p>",
  }, { "foundedYear": "1978" }],
  ["https://tehno.rs", {
    "/": '<html lang="sr"><title>Tehno Plus</title><p>Preduzeće je osnovano 1994. godine u Novom Sadu.</p>',
  }, { "foundedYear": "1994" }],
  ["https://ahoy.pl", { "/": '<html lang="pl"><title>Ahoy</title><p>Działamy na rynku od 2003 roku.</p>' }, {
    "foundedYear": "2003",
  }],
  ["https://uctarna.cz", {
    "/": '<html lang="cs"><title>Účtárna</title><p>Naše firma byla založena v roce 1992.</p>',
  }, { "foundedYear": "1992" }],
  [
    "https://fin.fi",
    { "/": '<html lang="fi"><title>Fin Oy</title><p>Yritys on perustettu vuonna 1985.</p>' },
    { "foundedYear": "1985" },
  ],
  ["https://zen.nl", {
    "/": '<html lang="nl"><title>Zen</title><p>Al sinds 1978 uw vertrouwde adres voor tuinmeubelen.</p>',
  }, { "foundedYear": "1978" }],
  ["https://hun.hu", { "/": '<html lang="hu"><title>Hun Kft.</title><p>Cégünk 1991-ben alakult.</p>' }, {
    "foundedYear": "1991",
  }],
  ["https://gre.gr", {
    "/": '<html lang="el"><title>Γκρε ΑΕ</title><p>Η εταιρεία ιδρύθηκε το 1988 στην Αθήνα.</p>',
  }, { "foundedYear": "1988" }],
  ["https://uk1.co.uk", {
    "/":
      '<html lang="en"><title>Brown & Co</title><h3>Sarah Brown</h3><p>Founder &amp; Managing Director</p>',
  }, { "ceoName": "Sarah Brown" }],
  ["https://de1.de", {
    "/": '<html lang="de"><title>Eins GmbH</title><p>Text</p>',
    "/impressum":
      '<html lang="de"><title>Impressum</title><p>Eins GmbH<br>Weg 1<br>10115 Berlin</p><p>Geschäftsführer: Dr. Peter Kühn, Eva Roth</p><p>Registergericht: Amtsgericht Charlottenburg<br>Registernummer: HRB 123456 B</p>',
  }, { "ceoName": "Peter Kühn" }],
  ["https://it1.it", {
    "/": '<html lang="it"><title>Uno Srl</title><p>Testo</p>',
    "/note-legali":
      '<html lang="it"><title>Note legali</title><p>Uno Srl - Legale rappresentante: Giulia Verdi</p>',
  }, { "ceoName": "Giulia Verdi" }],
  ["https://sk1.sk", {
    "/": '<html lang="sk"><title>Jedna s.r.o.</title><p>Text</p>',
    "/kontakt": '<html lang="sk"><title>Kontakt</title><p>Jedna s.r.o.</p><p>Konateľ: Ing. Ján Horák</p>',
  }, { "ceoName": "Ján Horák" }],
  ["https://dk1.dk", {
    "/": '<html lang="da"><title>Et ApS</title><p>Mette Holm<br>Adm. direktør<br>mh@dk1.dk</p>',
  }, { "ceoName": "Mette Holm" }],
  ["https://se1.se", { "/": '<html lang="sv"><title>Ett AB</title><p>Anna Lind, VD</p>' }, {
    "ceoName": "Anna Lind",
  }],
  ["https://nl1.nl", { "/": '<html lang="nl"><title>Een BV</title><p>Eigenaar: Pieter de Vries</p>' }, {
    "ceoName": "Pieter de Vries",
  }],
  ["https://optik-meier.de", {
    "/":
      '<html lang="de"><title>Optik Meier</title><h3>Filiale Bonn</h3><p>Markt 3, 53111 Bonn</p><h3>Hauptsitz</h3><p>Domstraße 9, 50668 Köln</p>',
  }, { "city": "Köln" }],
  ["https://www.kbh-tandlaege.dk", {
    "/":
      '<html lang="da"><title>Tandlæge København K | Tandlægerne Nyhavn</title><meta property="og:site_name" content="Tandlægerne Nyhavn"><p>Vi er tandlæger i hjertet af København.</p><footer>Tandlægerne Nyhavn, Nyhavn 20, 1051 København K, 33 55 01 23</footer>',
  }, { "name": "Tandlægerne Nyhavn", "zip": "1051", "city": "København K", "addressLine1": "Nyhavn 20" }],
  ["https://lauramartinpsicologa.es", {
    "/":
      '<html lang="es"><title>Psicóloga en Valencia - Laura Martín</title><p>Soy Laura Martín, psicóloga sanitaria en Valencia.</p><footer>Laura Martín Psicóloga © 2023. C/ Colón 10, 46004 Valencia</footer>',
  }, { "name": "Laura Martín Psicóloga", "zip": "46004", "city": "Valencia" }],
  ["https://www.tsv-eichwald.de", {
    "/":
      '<html lang="de"><title>TSV Eichwald 1921 e.V. - Startseite</title><p>Der TSV Eichwald ist der größte Sportverein im Landkreis.</p><footer>TSV Eichwald 1921 e.V., Sportplatzweg 2, 15732 Eichwald</footer>',
  }, { "name": "TSV Eichwald 1921 e.V.", "city": "Eichwald" }],
  ["https://ateliergaudin.fr", {
    "/":
      "<html lang=\"fr\"><title>L'atelier</title><h1>L'atelier</h1><p>Atelier Gaudin, c'est une équipe de quatre menuisiers passionnés à Angers.</p><p>Atelier Gaudin - 8 rue du Mail - 49100 Angers - 02 41 55 01 23</p>",
  }, {
    "name": "Atelier Gaudin",
    "zip": "49100",
    "city": "Angers",
    "addressLine1": "8 rue du Mail",
    "phone": "+33 2 41 55 01 23",
  }],
  ["https://www.lesamisdumoulin.be", {
    "/":
      '<html lang="fr"><title>Les Amis du Moulin ASBL</title><p>Les Amis du Moulin est une association qui restaure le moulin de Lasne.</p><p>Siège social : rue du Moulin 12, 1380 Lasne</p>',
  }, { "name": "Les Amis du Moulin", "zip": "1380", "city": "Lasne", "addressLine1": "rue du Moulin 12" }],
  ["https://www.kosmetikstudio-vera.ch", {
    "/":
      '<html lang="de-CH"><title>Kosmetikstudio Vera – Gesichtsbehandlungen in Bern</title><p>Kosmetikstudio Vera<br>Vera Keller<br>Marktgasse 14<br>3011 Bern<br>079 555 01 23</p>',
  }, { "name": "Kosmetikstudio Vera", "zip": "3011", "city": "Bern", "addressLine1": "Marktgasse 14" }],
  ["https://www.byggfirmakarlsson.se", {
    "/":
      '<html lang="sv"><title>Om oss - Byggfirma Karlsson</title><p>Byggfirma Karlsson startades 2004 av Per Karlsson i Örebro.</p><p>Innehar F-skatt</p><p>Adress: Verkstadsgatan 8, Örebro</p>',
  }, {
    "name": "Byggfirma Karlsson",
    "foundedYear": "2004",
    "city": "Örebro",
    "addressLine1": "Verkstadsgatan 8",
    "countryCode": "SE",
  }],
  ["https://optica-lux.ro", {
    "/":
      '<html lang="ro"><title>Contact - Optica Lux</title><p>Optica Lux SRL</p><p>Adresa: Str. Memorandumului nr. 10, Cluj-Napoca, jud. Cluj</p><p>Tel: 0264 555 012</p>',
  }, {
    "name": "Optica Lux",
    "city": "Cluj-Napoca",
    "addressLine1": "Str. Memorandumului nr. 10",
    "countryCode": "RO",
    "phone": "+40 264 555 012",
  }],
  ["https://pekara-zlatno.hr", {
    "/":
      '<html lang="hr"><title>Pekara Zlatno | Kontakt</title><p>Pekara Zlatno d.o.o.</p><p>Ilica 45, 10000 Zagreb</p><p>Direktor: Ivan Horvat</p>',
  }, {
    "name": "Pekara Zlatno",
    "zip": "10000",
    "city": "Zagreb",
    "ceoName": "Ivan Horvat",
    "addressLine1": "Ilica 45",
  }],
  ["https://notaire-roux.fr", {
    "/":
      '<html lang="fr"><title>Office notarial Roux & Associés – Notaires à Lyon</title><p>L\'office notarial vous accueille du lundi au vendredi.</p><footer>12 place Bellecour – 69002 Lyon – 04 72 55 01 23</footer>',
  }, { "zip": "69002", "city": "Lyon", "addressLine1": "12 place Bellecour" }],
  ["https://zubni-novak.cz", {
    "/":
      '<html lang="cs"><title>Zubní ordinace MUDr. Petr Novák</title><p>Nabízíme komplexní zubní péči.</p><p>Adresa: Masarykova 10, Brno</p><p>Objednávky: 545 555 012</p>',
  }, {
    "name": "Zubní ordinace MUDr. Petr Novák",
    "city": "Brno",
    "addressLine1": "Masarykova 10",
    "phone": "+420 545 555 012",
  }],
  ["https://ordinacija-kos.hr", {
    "/":
      '<html lang="hr"><title>Stomatološka ordinacija Kos</title><p>Radno vrijeme: pon-pet 8:00-16:00</p><p>Vukovarska 5, 21000 Split</p><p>021 555 012</p>',
  }, { "name": "Stomatološka ordinacija Kos", "zip": "21000", "city": "Split", "phone": "+385 21 555 012" }],
  ["https://edukacio.hu", {
    "/":
      '<html lang="hu"><title>Edukáció Nyelviskola - Kapcsolat</title><p>Edukáció Nyelviskola Kft.</p><p>1061 Budapest, Andrássy út 10. II/3.</p><p>Ügyvezető: Kiss Anna</p><p>+36 1 555 0123</p>',
  }, {
    "name": "Edukáció Nyelviskola",
    "zip": "1061",
    "city": "Budapest",
    "ceoName": "Kiss Anna",
    "addressLine1": "Andrássy út 10. II/3",
  }],
  ["https://camping-lac.ch", {
    "/":
      '<html lang="fr"><title>Camping du Lac</title><p>Le Camping du Lac vous accueille d\'avril à octobre.</p><p>Route du Lac 4<br>1470 Estavayer</p><p>+41 26 555 01 23</p>',
  }, { "name": "Camping du Lac", "zip": "1470", "city": "Estavayer", "addressLine1": "Route du Lac 4" }],
];
