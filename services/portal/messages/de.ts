/** Every sentence of the portal in German. */
import { html } from "../html.ts";
import type { Messages } from "./en.ts";

export const de: Messages = {
  direction: "ltr",
  language: "Deutsch",
  skip: "Zu den Rechnungen springen",
  accountOf: (name) => html`Konto von ${name}`,
  titleOf: (seller) => `Ihr Konto bei ${seller}`,

  balanceOn: (day) => `Offener Betrag am ${day}`,
  nothingToPay: "Nichts zu zahlen",
  openInvoices: (count, shown) => `${shown} ${count === 1 ? "offene Rechnung" : "offene Rechnungen"}.`,
  pastDue: (amount, since) => html`<b>${amount} überfällig</b>, die älteste Forderung seit dem ${since}.`,
  nothingPastDue: "Nichts ist überfällig.",
  alsoOpen: "Weitere Währungen:",
  inYourFavour: (amounts) => html`Zu Ihren Gunsten: ${amounts}.`,
  lastPayment: (amount, day) => html`Ihre letzte Zahlung: ${amount} am ${day}.`,
  payInvoice: (number, amount) => html`${number} bezahlen (${amount})`,

  agingTitle: "Wie alt ist der offene Betrag?",
  agingOnly: (currency) => `nur ${currency}`,
  agingBands: [
    "Noch nicht fällig",
    "1–30 Tage überfällig",
    "31–60 Tage überfällig",
    "61–90 Tage überfällig",
    "Über 90 Tage überfällig",
  ],
  none: "Nichts",

  overdue: "Überfällig",
  notYetDue: "Noch nicht fällig",
  paidIn: (year) => `Bezahlt ${year}`,
  invoices: "Rechnungen",
  invoiceCount: (count, shown) => count === 1 ? "1 Rechnung" : `${shown} Rechnungen`,
  nextOn: (day) => `nächste am ${day}`,
  andAmounts: (amounts) => html`und ${amounts}`,
  since: (month) => `seit ${month}`,

  filterLabel: "Nach Status filtern",
  filters: { all: "Alle", open: "Offen", overdue: "Überfällig", paid: "Bezahlt" },
  searchLabel: "Nummer oder Beschreibung suchen",
  searchHint: "Nummer oder Beschreibung",
  search: "Suchen",
  tableCaption: "Rechnungen, neueste zuerst",
  columns: { invoice: "Rechnung", issued: "Datum", due: "Fällig", amount: "Betrag", status: "Status" },
  download: "Herunterladen",
  downloadPdf: (number) => `${number} als PDF herunterladen`,
  nothingFound: "Keine passende Rechnung.",
  showAll: "Alle Rechnungen zeigen",
  shownOf: (shown, all) => `${shown} von ${all}`,
  shown: (shown) => `${shown} gezeigt`,
  pages: "Seiten",
  newest: "Neueste",
  older: "Ältere",

  states: {
    paid: "Bezahlt",
    open: "Offen",
    late: "Überfällig",
    part: "Teilbezahlt",
    credit: "Gutschrift",
    refunded: "Erstattet",
    void: "Storniert",
  },
  dueToday: "heute",
  daysLate: (count, shown) => `${shown} ${count === 1 ? "Tag" : "Tage"} überfällig`,
  left: (amount) => html`noch ${amount}`,
  paidOn: (day) => `Bezahlt ${day}`,

  history: "Zahlungen",
  noPayments: "Noch keine Zahlungen.",
  paymentReceived: "Zahlung eingegangen",
  paymentReturned: "Zahlung zurückgegeben",
  towards: (number) => html`Für ${number}`,

  payAndContact: "Zahlung und Kontakt",
  howToPay: "So zahlen Sie",
  reference: "Bitte die Rechnungsnummer als Verwendungszweck angeben.",
  question: "Eine Frage zu einer Rechnung?",
  write: (address) => html`Schreiben Sie an ${address}.`,
  call: (number) => html`Rufen Sie an: ${number}.`,

  privateLink: (seller) =>
    html`Privater Link. Wer ihn hat, sieht diese Seite; bitten Sie ${seller} um einen neuen, falls er versehentlich geteilt wurde.`,
  timeZone: (zone) => `Datumsangaben in ${zone}`,
  logoOf: (seller) => `Logo von ${seller}`,

  emptyTitle: "Noch keine Rechnungen",
  emptyText: (seller) =>
    html`Sobald ${seller} Ihnen eine Rechnung stellt, erscheint sie hier samt PDF. Sie können diesen Link behalten.`,

  invoice: "Rechnung",
  creditNoteTitle: "Gutschrift",
  allInvoices: "Alle Rechnungen",
  from: "Von",
  billedTo: "An",
  issuedOn: "Rechnungsdatum",
  dueOn: "Fällig am",
  lineItems: "Positionen",
  lineColumns: {
    description: "Beschreibung",
    quantity: "Menge",
    price: "Preis",
    tax: "Steuer",
    amount: "Betrag",
  },
  subtotal: "Zwischensumme",
  discount: "Rabatt",
  tax: "Steuer",
  total: "Gesamt",
  paid: "Bezahlt",
  credited: "Gutschriften",
  leftToPay: "Noch zu zahlen",
  ofTotal: (left, total) => html`${left} von ${total}`,
  wasDue: (day, late) => `War fällig am ${day}, ${late}`,
  isDue: (day) => `Fällig am ${day}`,
  settled: "Diese Rechnung ist beglichen. Vielen Dank.",
  voided: "Diese Rechnung wurde storniert. Es ist nichts zu zahlen.",
  refunded: "Diese Rechnung wurde erstattet.",
  creditNote: "Dieser Betrag ist zu Ihren Gunsten.",
  payNow: "Jetzt bezahlen",
  pdf: "PDF",
  payment: "Zahlung",
  whatHappened: "Verlauf",
  invoiceIssued: "Rechnung gestellt",
  note: "Anmerkung",
  taxNumber: (number) => `USt-IdNr. ${number}`,
  pageOf: "Seite {page} von {pages}",

  gone: {
    title: "Dieser Link gilt nicht mehr",
    text:
      "Er wurde durch einen neueren ersetzt. Der neueste Link steht in der letzten E-Mail zu einer Rechnung; " +
      "oder bitten Sie den Absender um einen neuen.",
  },
  missing: {
    title: "Unter dieser Adresse ist nichts",
    text:
      "Bitte prüfen Sie, ob der ganze Link kopiert wurde. Links sind lang, und manche Mailprogramme brechen sie um.",
  },
  unavailable: {
    title: "Gleich wieder da",
    text:
      "Ihre Rechnungen sind sicher; die Seite lässt sich gerade nicht aufbauen. Bitte in einer Minute erneut versuchen.",
  },
};
