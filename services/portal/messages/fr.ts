/** Every sentence of the portal in French. */
import { html } from "../html.ts";
import type { Messages } from "./en.ts";

/** French counts nought as one. */
function countOf(count: number, shown: string, one: string, other: string): string {
  return `${shown} ${count < 2 ? one : other}`;
}

export const fr: Messages = {
  direction: "ltr",
  language: "Français",
  skip: "Aller aux factures",
  accountOf: (name) => html`Compte de ${name}`,
  titleOf: (seller) => `Votre compte chez ${seller}`,

  balanceOn: (day) => `Solde dû au ${day}`,
  nothingToPay: "Rien à payer",
  openInvoices: (count, shown) => `${countOf(count, shown, "facture à payer", "factures à payer")}.`,
  pastDue: (amount, since) => html`<b>${amount} en retard</b>, la plus ancienne depuis le ${since}.`,
  nothingPastDue: "Rien n’est en retard.",
  alsoOpen: "Autres devises\u00a0:",
  inYourFavour: (amounts) => html`En votre faveur\u00a0: ${amounts}`,
  lastPayment: (amount, day) => html`Votre dernier paiement\u00a0: ${amount} le ${day}.`,
  payInvoice: (number, amount) => html`Payer ${number} (${amount})`,

  agingTitle: "De quand date le solde\u00a0?",
  agingOnly: (currency) => `${currency} seulement`,
  agingBands: [
    "Pas encore échu",
    "1–30 jours de retard",
    "31–60 jours de retard",
    "61–90 jours de retard",
    "Plus de 90 jours de retard",
  ],
  none: "Rien",

  overdue: "En retard",
  notYetDue: "Pas encore échu",
  paidIn: (year) => `Payé en ${year}`,
  invoices: "Factures",
  invoiceCount: (count, shown) => countOf(count, shown, "facture", "factures"),
  nextOn: (day) => `prochaine le ${day}`,
  andAmounts: (amounts) => html`et ${amounts}`,
  since: (month) => `depuis ${month}`,

  filterLabel: "Filtrer par statut",
  filters: { all: "Toutes", open: "À payer", overdue: "En retard", paid: "Payées" },
  searchLabel: "Chercher un numéro ou une description",
  searchHint: "Numéro ou description",
  search: "Chercher",
  datesAndOrder: "Période et ordre",
  issuedFrom: "Date du",
  issuedTo: "au",
  order: "Ordre",
  orders: {
    newest: "Plus récentes d’abord",
    oldest: "Plus anciennes d’abord",
    due: "Échéance la plus proche",
    amount: "Montant le plus élevé",
  },
  apply: "Appliquer",
  columns: { invoice: "Facture", issued: "Date", due: "Échéance", amount: "Montant", status: "Statut" },
  download: "Télécharger",
  pick: (number) => `Choisir ${number}`,
  downloadPdf: (number) => `Télécharger ${number} en PDF`,
  nothingFound: "Aucune facture ne correspond.",
  showAll: "Voir toutes les factures",
  shownOf: (shown, all) => `${shown} sur ${all}`,
  shown: (shown) => `${shown} affichées`,
  pages: "Pages",
  newest: "Plus récentes",
  older: "Plus anciennes",

  states: {
    paid: "Payée",
    open: "À payer",
    late: "En retard",
    part: "Payée en partie",
    credit: "Avoir",
    refunded: "Remboursée",
    void: "Annulée",
  },
  dueToday: "aujourd’hui",
  daysLate: (count, shown) => countOf(count, shown, "jour de retard", "jours de retard"),
  left: (amount) => html`reste ${amount}`,
  paidOn: (day) => `Payée le ${day}`,

  history: "Paiements",
  noPayments: "Pas encore de paiement.",
  paymentReceived: "Paiement reçu",
  paymentReturned: "Paiement retourné",
  towards: (number) => html`Pour ${number}`,

  payAndContact: "Paiement et contact",
  howToPay: "Comment payer",
  reference: "Indiquez le numéro de facture en référence.",
  question: "Une question sur une facture\u00a0?",
  write: (address) => html`Écrivez à ${address}.`,
  call: (number) => html`Appelez le ${number}.`,

  privateLink: (seller) =>
    html`Lien privé. Quiconque le possède voit cette page\u00a0; demandez-en un nouveau à ${seller} s’il a été partagé par erreur.`,
  timeZone: (zone) => `Dates selon ${zone}`,
  logoOf: (seller) => `Logo de ${seller}`,
  updated: "Mis à jour à l’instant",

  emptyTitle: "Pas encore de facture",
  emptyText: (seller) =>
    html`Dès que ${seller} vous envoie une facture, elle apparaît ici avec son PDF. Vous pouvez garder ce lien.`,

  invoice: "Facture",
  creditNoteTitle: "Avoir",
  allInvoices: "Toutes les factures",
  from: "De",
  billedTo: "À",
  issuedOn: "Date d’émission",
  dueOn: "Échéance",
  lineItems: "Lignes",
  lineColumns: { description: "Description", quantity: "Qté", price: "Prix", tax: "TVA", amount: "Montant" },
  subtotal: "Sous-total",
  discount: "Remise",
  tax: "TVA",
  total: "Total",
  paid: "Payé",
  credited: "Avoirs",
  leftToPay: "Reste à payer",
  ofTotal: (left, total) => html`${left} sur ${total}`,
  wasDue: (day, late) => `Échue le ${day}, ${late}`,
  isDue: (day) => `Échéance le ${day}`,
  settled: "Cette facture est réglée. Merci.",
  voided: "Cette facture a été annulée. Il n’y a rien à payer.",
  refunded: "Cette facture a été remboursée.",
  creditNote: "Ce montant est en votre faveur.",
  payNow: "Payer maintenant",
  pdf: "PDF",
  payment: "Paiement",
  whatHappened: "Historique",
  invoiceIssued: "Facture émise",
  note: "Remarque",
  taxNumber: (number) => `N°\u00a0de TVA ${number}`,
  pageOf: "Page {page} sur {pages}",

  taxOn: (rate, base) => `TVA ${rate} sur ${base}`,
  creditedInvoice: "Facture d’origine",
  receipt: "Reçu",
  paidDay: "Payée le",
  means: "Moyen de paiement",
  received: "Reçu avec nos remerciements.",
  amountPaid: "Montant payé",
  files: {
    label: "Fichiers",
    account: "Relevé",
    picked: "Télécharger le choix",
    count: "choisies",
    hint: "Cochez des factures, ou prenez-les toutes.",
    pdf: "Relevé (PDF)",
    archive: "Toutes les factures (ZIP)",
    table: "Tableau (CSV)",
  },
  statement: {
    title: "Relevé de compte",
    from: "Du",
    to: "Au",
    columns: { date: "Date", document: "Document", debit: "Débit", credit: "Crédit", balance: "Solde" },
    kinds: {
      invoice: "Facture",
      credit_note: "Avoir",
      payment: "Règlement de",
      cancellation: "Annulation de",
      refund: "Remboursement de",
    },
    opening: "Solde initial",
    sums: "Total de la période",
    closing: "Solde dû",
    inYourFavour: "Solde en votre faveur",
    nothing: "Aucune opération pendant cette période, et rien n’est dû.",
    years: "Années",
    tooLong: "Cette période contient trop de lignes pour une page. Choisissez-en une plus courte.",
  },

  gone: {
    title: "Ce lien n’est plus valable",
    text:
      "Un lien plus récent l’a remplacé, ou il a expiré. Saisissez votre adresse e-mail\u00a0: si vos factures y sont envoyées, nous demanderons à l’expéditeur de vous envoyer un nouveau lien.",
  },
  resend: { email: "Adresse e-mail", send: "Recevoir un nouveau lien" },
  sent: {
    title: "Consultez votre messagerie",
    text:
      "Si vos factures sont envoyées à cette adresse, l’expéditeur a été prié de vous envoyer un nouveau lien. Cela peut prendre quelques minutes.",
  },
  busy: {
    title: "Un instant, s’il vous plaît",
    text:
      "Trop de demandes sont venues d’ici en peu de temps. Rien n’est perdu\u00a0: réessayez dans une minute.",
  },
  again: "Rouvrir la page",
  missing: {
    title: "Rien à cette adresse",
    text:
      "Vérifiez que le lien entier a été copié. Les liens sont longs, et certaines messageries les coupent en deux lignes.",
  },
  unavailable: {
    title: "De retour dans un instant",
    text:
      "Vos factures sont en sécurité\u00a0; cette page ne peut pas être construite pour le moment. Réessayez dans une minute.",
  },
};
