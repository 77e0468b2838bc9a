/** Fictitious companies whose web sites the demo serves; every name, number and address is made up. */

export interface DemoCompany {
  readonly slug: string;
  readonly language: string;
  readonly name: string;
  readonly legalName: string;
  readonly slogan: string;
  readonly description: string;
  readonly industry: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly zip: string;
  readonly city: string;
  readonly state?: string;
  readonly countryCode: string;
  readonly country: string;
  readonly vatNumber: string;
  readonly foundedYear: number;
  readonly socials: Readonly<Record<string, string>>;
  readonly words: Words;
  /** Whether the page says who it is in JSON-LD as well, or only in words. */
  readonly hasJsonLd: boolean;
  /** Red, green, blue of the logo. */
  readonly color: readonly [number, number, number];
}

/** The labels of a site in its own language. */
export interface Words {
  readonly about: string;
  readonly contact: string;
  readonly imprint: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly vat: string;
  readonly since: string;
}

const GERMAN: Words = {
  about: "Über uns",
  contact: "Kontakt",
  imprint: "Impressum",
  phone: "Telefon",
  email: "E-Mail",
  address: "Anschrift",
  vat: "USt-IdNr.",
  since: "gegründet",
};

const ENGLISH: Words = {
  about: "About us",
  contact: "Contact",
  imprint: "Legal notice",
  phone: "Phone",
  email: "Email",
  address: "Address",
  vat: "VAT number",
  since: "founded",
};

export const DEMO_COMPANIES: readonly DemoCompany[] = [
  {
    slug: "nordlicht",
    language: "de",
    name: "Nordlicht Werkstatt",
    legalName: "Nordlicht Werkstatt GmbH",
    slogan: "Leuchten aus Kiel",
    description:
      "Wir entwerfen und fertigen Leuchten für Theater, Museen und Werkhallen, einzeln und in kleinen Serien.",
    industry: "Manufacturing",
    email: "hallo@nordlicht-werkstatt.example",
    phone: "+49 431 5550123",
    street: "Werftstraße 14",
    zip: "24143",
    city: "Kiel",
    countryCode: "DE",
    country: "Deutschland",
    vatNumber: "DE136695976",
    foundedYear: 1998,
    socials: {
      LinkedIn: "https://www.linkedin.com/company/nordlicht-werkstatt",
      Instagram: "https://www.instagram.com/nordlichtwerkstatt",
    },
    words: GERMAN,
    hasJsonLd: true,
    color: [24, 90, 157],
  },
  {
    slug: "harbour-and-finch",
    language: "en",
    name: "Harbour & Finch",
    legalName: "Harbour & Finch Ltd",
    slogan: "Bookkeeping for people who would rather sail",
    description:
      "Harbour & Finch keeps the books of two hundred small businesses along the south coast of England.",
    industry: "Accounting",
    email: "post@harbour-finch.example",
    phone: "+44 20 7946 0958",
    street: "7 Quay Lane",
    zip: "PO1 3AX",
    city: "Portsmouth",
    countryCode: "GB",
    country: "United Kingdom",
    vatNumber: "GB980780684",
    foundedYear: 2006,
    socials: {
      LinkedIn: "https://www.linkedin.com/company/harbour-and-finch",
      X: "https://x.com/harbourfinch",
      Facebook: "https://www.facebook.com/harbourandfinch",
    },
    words: ENGLISH,
    hasJsonLd: true,
    color: [12, 115, 95],
  },
  {
    slug: "atelier-lumiere",
    language: "fr",
    name: "Atelier Lumière",
    legalName: "Atelier Lumière SARL",
    slogan: "Photographie d'architecture",
    description: "Nous photographions des bâtiments pour les architectes et les villes, de Lyon à Marseille.",
    industry: "Photography",
    email: "bonjour@atelier-lumiere.example",
    phone: "+33 1 99 00 12 34",
    street: "12 rue de la République",
    zip: "69002",
    city: "Lyon",
    countryCode: "FR",
    country: "France",
    vatNumber: "FR40303265045",
    foundedYear: 2011,
    socials: { Instagram: "https://www.instagram.com/atelierlumiere" },
    words: {
      about: "À propos",
      contact: "Contact",
      imprint: "Mentions légales",
      phone: "Téléphone",
      email: "Courriel",
      address: "Adresse",
      vat: "N° TVA",
      since: "fondé en",
    },
    hasJsonLd: false,
    color: [176, 58, 46],
  },
  {
    slug: "fjallrav-data",
    language: "sv",
    name: "Fjällräv Data",
    legalName: "Fjällräv Data AB",
    slogan: "Molndrift utan överraskningar",
    description: "Fjällräv Data driver servrar och databaser åt kommuner och skolor i norra Sverige.",
    industry: "Cloud hosting",
    email: "hej@fjallrav-data.example",
    phone: "+46 8 5550 1234",
    street: "Storgatan 5",
    zip: "903 26",
    city: "Umeå",
    countryCode: "SE",
    country: "Sverige",
    vatNumber: "SE556188840401",
    foundedYear: 2015,
    socials: {
      LinkedIn: "https://www.linkedin.com/company/fjallrav-data",
      X: "https://x.com/fjallravdata",
    },
    words: {
      about: "Om oss",
      contact: "Kontakt",
      imprint: "Företagsuppgifter",
      phone: "Telefon",
      email: "E-post",
      address: "Adress",
      vat: "Momsnummer",
      since: "grundat",
    },
    hasJsonLd: true,
    color: [214, 137, 16],
  },
  {
    slug: "cedar-and-sons",
    language: "en",
    name: "Cedar & Sons Roofing",
    legalName: "Cedar & Sons Roofing LLC",
    slogan: "Roofs that outlast the mortgage",
    description: "Family-run roofing company for homes, barns and schools around Portland, Oregon.",
    industry: "Construction",
    email: "office@cedar-sons.example",
    phone: "+1 503 555 0142",
    street: "4820 SE Timber Avenue",
    zip: "97206",
    city: "Portland",
    state: "OR",
    countryCode: "US",
    country: "United States",
    vatNumber: "",
    foundedYear: 1974,
    socials: { Facebook: "https://www.facebook.com/cedarandsonsroofing" },
    words: ENGLISH,
    hasJsonLd: false,
    color: [110, 72, 40],
  },
  {
    slug: "sakura-seimitsu",
    language: "ja",
    name: "さくら精密",
    legalName: "株式会社さくら精密",
    slogan: "小さな部品、大きな信頼",
    description: "医療機器と時計のための精密部品を、京都の工場で一つずつ製造しています。",
    industry: "Precision engineering",
    email: "info@sakura-seimitsu.example",
    phone: "+81 75 555 0101",
    street: "烏丸通四条下る100",
    zip: "600-8001",
    city: "京都市",
    countryCode: "JP",
    country: "日本",
    vatNumber: "",
    foundedYear: 1962,
    socials: { X: "https://x.com/sakuraseimitsu" },
    words: {
      about: "会社概要",
      contact: "お問い合わせ",
      imprint: "特定商取引法に基づく表記",
      phone: "電話番号",
      email: "メール",
      address: "所在地",
      vat: "登録番号",
      since: "創業",
    },
    hasJsonLd: true,
    color: [219, 112, 147],
  },
  {
    slug: "almendra-organics",
    language: "es",
    name: "Almendra Orgánica",
    legalName: "Almendra Orgánica S.L.",
    slogan: "Almendras y aceite desde 1951",
    description: "Cultivamos almendras ecológicas en la sierra de Granada y las enviamos a toda Europa.",
    industry: "Food production",
    email: "hola@almendra-organica.example",
    phone: "+34 958 55 01 23",
    street: "Camino del Molino 3",
    zip: "18009",
    city: "Granada",
    countryCode: "ES",
    country: "España",
    vatNumber: "ESB58378431",
    foundedYear: 1951,
    socials: {
      Instagram: "https://www.instagram.com/almendraorganica",
      Facebook: "https://www.facebook.com/almendraorganica",
    },
    words: {
      about: "Quiénes somos",
      contact: "Contacto",
      imprint: "Aviso legal",
      phone: "Teléfono",
      email: "Correo",
      address: "Dirección",
      vat: "NIF-IVA",
      since: "desde",
    },
    hasJsonLd: false,
    color: [88, 124, 52],
  },
  {
    slug: "dhow-logistics",
    language: "en",
    name: "Dhow Logistics",
    legalName: "Dhow Logistics W.L.L.",
    slogan: "Freight across the Gulf, on time",
    description:
      "Dhow Logistics moves chilled and dry freight between Kuwait, Bahrain and the Emirates every day.",
    industry: "Logistics",
    email: "desk@dhow-logistics.example",
    phone: "+965 2255 0142",
    street: "Shuwaikh Port Road 21",
    zip: "70654",
    city: "Kuwait City",
    countryCode: "KW",
    country: "Kuwait",
    vatNumber: "",
    foundedYear: 1989,
    socials: { LinkedIn: "https://www.linkedin.com/company/dhow-logistics" },
    words: ENGLISH,
    hasJsonLd: true,
    color: [0, 76, 109],
  },
];
