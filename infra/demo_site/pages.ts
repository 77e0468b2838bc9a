/** The pages of a demo company as HTML, written the way small companies write theirs. */
import type { DemoCompany } from "./companies.ts";

export type PageName = "" | "about" | "contact" | "imprint";

/** Links are relative, so that a site works at the root of a host and below a path. */
export function renderPage(company: DemoCompany, page: PageName, origin: string): string {
  const title = page === ""
    ? `${company.name} | ${company.slogan}`
    : `${company.words[page]} | ${company.name}`;
  return `<!doctype html>
<html lang="${company.language}">
<head>
<meta charset="utf-8">
<title>${escape(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escape(company.description)}">
<meta property="og:site_name" content="${escape(company.name)}">
<meta property="og:title" content="${escape(title)}">
<meta property="og:description" content="${escape(company.description)}">
<meta property="og:image" content="${origin}logo.png">
<link rel="icon" type="image/png" href="logo.png">
<link rel="apple-touch-icon" href="logo.png">
${company.hasJsonLd && page === "" ? renderJsonLd(company, origin) : ""}
</head>
<body>
${renderHeader(company)}
<main>
${BODIES[page](company)}
</main>
${renderFooter(company)}
</body>
</html>
`;
}

const BODIES: Readonly<Record<PageName, (company: DemoCompany) => string>> = {
  "": ({ name, slogan, description, words }) =>
    `<h1>${escape(name)}</h1>
<p class="slogan">${escape(slogan)}</p>
<p>${escape(description)}</p>
<p><a href="about">${escape(words.about)}</a></p>`,
  about: ({ legalName, description, foundedYear, industry, words }) =>
    `<h1>${escape(words.about)}</h1>
<p>${escape(description)}</p>
<p>${escape(legalName)}, ${escape(words.since)} ${foundedYear}. ${escape(industry)}.</p>`,
  contact: (company) =>
    `<h1>${escape(company.words.contact)}</h1>
<address>
<strong>${escape(company.name)}</strong><br>
${renderAddress(company)}
</address>
${renderReach(company)}`,
  imprint: (company) =>
    `<h1>${escape(company.words.imprint)}</h1>
<p>${escape(company.legalName)}<br>
${renderAddress(company)}</p>
${renderReach(company)}
${company.vatNumber && `<p>${escape(company.words.vat)}: ${escape(company.vatNumber)}</p>`}`,
};

function renderHeader({ name, words }: DemoCompany): string {
  return `<header>
<a href="./"><img src="logo.png" alt="${escape(name)}" width="64" height="64" class="logo"></a>
<nav><a href="about">${escape(words.about)}</a> <a href="contact">${escape(words.contact)}</a></nav>
</header>`;
}

function renderFooter({ legalName, socials, words }: DemoCompany): string {
  const links = Object.entries(socials).map(([name, url]) => `<a href="${escape(url)}" rel="me">${name}</a>`);
  return `<footer>
<p>&copy; ${escape(legalName)} · <a href="contact">${escape(words.contact)}</a> · <a href="imprint">${
    escape(words.imprint)
  }</a></p>
<p>${links.join(" · ")}</p>
</footer>`;
}

function renderAddress(company: DemoCompany): string {
  const lines = [company.street, renderCity(company), company.country].map(escape);
  return `<span class="label">${escape(company.words.address)}:</span><br>\n${lines.join("<br>\n")}`;
}

/** The order that people of the country write. */
function renderCity({ countryCode, state, zip, city }: DemoCompany): string {
  if (state) return `${city}, ${state} ${zip}`;
  return countryCode === "GB" ? `${city} ${zip}` : `${zip} ${city}`;
}

function renderReach({ phone, email, words }: DemoCompany): string {
  const dialled = phone.replaceAll(" ", "");
  return `<p>${escape(words.phone)}: <a href="tel:${dialled}">${escape(phone)}</a><br>
${escape(words.email)}: <a href="mailto:${escape(email)}">${escape(email)}</a></p>`;
}

function renderJsonLd(company: DemoCompany, origin: string): string {
  const organization = {
    "@context": "https://schema.org",
    "@type": "Organization",
    name: company.name,
    legalName: company.legalName,
    description: company.description,
    url: origin,
    logo: `${origin}logo.png`,
    email: company.email,
    telephone: company.phone,
    foundingDate: String(company.foundedYear),
    ...(company.vatNumber && { vatID: company.vatNumber }),
    sameAs: Object.values(company.socials),
    address: {
      "@type": "PostalAddress",
      streetAddress: company.street,
      postalCode: company.zip,
      addressLocality: company.city,
      addressCountry: company.countryCode,
    },
  };
  return `<script type="application/ld+json">${
    JSON.stringify(organization).replaceAll("<", "\\u003c")
  }</script>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(
    '"',
    "&quot;",
  );
}
