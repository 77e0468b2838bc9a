/** Every sentence of the portal in English; the other languages have the same shape. */
import { html, type Renderable } from "../html.ts";

function invoices(count: number, shown: string): string {
  return count === 1 ? "1 invoice" : `${shown} invoices`;
}

export const en = {
  direction: "ltr" as "ltr" | "rtl",
  language: "English",
  /** Between the parts of a list. */
  comma: ",",
  skip: "Skip to invoices",
  accountOf: (name: Renderable) => html`Account of ${name}`,
  titleOf: (seller: string) => `Your account with ${seller}`,

  balanceOn: (day: string) => `Balance due on ${day}`,
  nothingToPay: "Nothing to pay",
  /** `count` decides the grammar, `shown` is the same number as the language writes it. */
  openInvoices: (count: number, shown: string) => `${shown} open ${count === 1 ? "invoice" : "invoices"}.`,
  /** `count` of amounts: currencies are not added up. */
  pastDue: (amounts: Renderable, since: Renderable, count: number) =>
    html`<b>${amounts} ${count === 1 ? "is" : "are"} past due</b>, the oldest since ${since}.`,
  nothingPastDue: "Nothing is past due.",
  alsoOpen: "Other currencies:",
  inYourFavour: (amounts: Renderable) => html`In your favour: ${amounts}`,
  lastPayment: (amount: Renderable, day: Renderable) => html`Your last payment: ${amount} on ${day}.`,
  payInvoice: (number: Renderable, amount: Renderable) => html`Pay ${number} (${amount})`,

  agingTitle: "How old is the balance?",
  agingOnly: (currency: string) => `${currency} only`,
  agingBands: [
    "Not yet due",
    "1–30 days late",
    "31–60 days late",
    "61–90 days late",
    "Over 90 days late",
  ],
  none: "None",

  overdue: "Overdue",
  notYetDue: "Not yet due",
  paidIn: (year: string) => `Paid in ${year}`,
  invoices: "Invoices",
  invoiceCount: invoices,
  nextOn: (day: string) => `next on ${day}`,
  andAmounts: (amounts: Renderable) => html`and ${amounts}`,
  since: (month: string) => `since ${month}`,

  filterLabel: "Filter by status",
  /** `paid` is all to which nothing is left: paid, credited, and credit notes. */
  filters: { all: "All", open: "Open", overdue: "Overdue", paid: "Settled" },
  searchLabel: "Search number or description",
  searchHint: "Number or description",
  search: "Search",
  datesAndOrder: "Dates and order",
  issuedFrom: "Issued from",
  issuedTo: "to",
  order: "Order",
  orders: { newest: "Newest first", oldest: "Oldest first", due: "Due soonest", amount: "Largest first" },
  apply: "Apply",
  columns: { invoice: "Invoice", issued: "Issued", due: "Due", amount: "Amount", status: "Status" },
  download: "Download",
  pick: (number: string) => `Pick ${number}`,
  downloadPdf: (number: string) => `Download ${number} as PDF`,
  nothingFound: "No invoice matches.",
  showAll: "Show all invoices",
  shownOf: (shown: string, all: string) => `Showing ${shown} of ${all}`,
  shown: (shown: string) => `Showing ${shown}`,
  pages: "Pages",
  newest: "Newest",
  older: "Older",

  states: {
    paid: "Paid",
    credited: "Credited",
    open: "Due",
    late: "Overdue",
    part: "Part paid",
    partCredited: "Part credited",
    credit: "Credit",
    refunded: "Refunded",
    void: "Void",
  },
  dueToday: "today",
  daysLate: (count: number, shown: string) => `${shown} ${count === 1 ? "day" : "days"} late`,
  left: (amount: Renderable) => html`${amount} left`,
  paidOn: (day: string) => `Paid ${day}`,

  history: "Payment history",
  noPayments: "No payments yet.",
  paymentReceived: "Payment received",
  paymentReturned: "Payment returned",
  paymentReversed: "Payment reversed",
  towards: (number: Renderable) => html`Towards ${number}`,

  payAndContact: "How to pay and contact",
  howToPay: "How to pay",
  reference: "Use the invoice number as reference.",
  question: "A question about an invoice?",
  write: (address: Renderable) => html`Write to ${address}.`,
  call: (number: Renderable) => html`Call ${number}.`,

  privateLink: (seller: Renderable) =>
    html`Private link. Anyone who has it can see this page; ask ${seller} for a new one if it was shared by mistake.`,
  timeZone: (zone: string) => `Dates in ${zone}`,
  logoOf: (seller: string) => `Logo of ${seller}`,
  updated: "Updated just now",

  emptyTitle: "No invoices yet",
  emptyText: (seller: Renderable) =>
    html`When ${seller} sends you an invoice it shows up here, with its PDF. You can keep this link.`,

  invoice: "Invoice",
  creditNoteTitle: "Credit note",
  allInvoices: "All invoices",
  from: "From",
  billedTo: "Billed to",
  issuedOn: "Issued",
  dueOn: "Due",
  lineItems: "Line items",
  lineColumns: { description: "Description", quantity: "Qty", price: "Price", tax: "Tax", amount: "Amount" },
  subtotal: "Subtotal",
  discount: "Discount",
  tax: "Tax",
  total: "Total",
  paid: "Paid",
  credited: "Credit notes",
  leftToPay: "Left to pay",
  ofTotal: (left: Renderable, total: Renderable) => html`${left} of ${total}`,
  wasDue: (day: string, late: string) => `Was due ${day}, ${late}`,
  isDue: (day: string) => `Due ${day}`,
  byCreditNote: "Settled by credit note",
  settled: "This invoice is settled. Thank you.",
  voided: "This invoice was cancelled. There is nothing to pay.",
  refunded: "This invoice was refunded.",
  creditNote: "This amount is in your favour.",
  payNow: "Pay now",
  pdf: "PDF",
  payment: "Payment",
  whatHappened: "What happened",
  invoiceIssued: "Invoice issued",
  note: "Note",
  taxNumber: (number: string) => `Tax number ${number}`,
  pageOf: "Page {page} of {pages}",

  taxOn: (rate: string, base: string) => `Tax ${rate} on ${base}`,
  creditedInvoice: "Credits invoice",
  receipt: "Receipt",
  paidDay: "Paid on",
  means: "Means of payment",
  received: "Received with thanks.",
  amountPaid: "Amount paid",
  files: {
    label: "Files",
    account: "Statement",
    picked: "Download picked",
    count: "picked",
    hint: "Tick invoices to pick them, or take all.",
    pdf: "Statement (PDF)",
    archive: "All invoices (ZIP)",
    archiveOfThese: "These invoices (ZIP)",
    table: "Table (CSV)",
  },
  statement: {
    title: "Statement of account",
    from: "From",
    to: "To",
    columns: { date: "Date", document: "Document", debit: "Charged", credit: "Credited", balance: "Balance" },
    kinds: {
      invoice: "Invoice",
      credit_note: "Credit note",
      payment: "Payment for",
      reversal: "Reversal of payment for",
      cancellation: "Cancellation of",
      refund: "Refund of",
    },
    opening: "Opening balance",
    sums: "Total of the period",
    closing: "Balance due",
    inYourFavour: "Balance in your favour",
    nothing: "Nothing happened in this period, and nothing is owed.",
    years: "Years",
    tooLong: "There is too much in this period for one page. Please choose a shorter one.",
  },

  gone: {
    title: "This link no longer works",
    text:
      "It was replaced by a newer one, or its time was over. Type your e-mail address: if your invoices go there, the sender will be asked to mail you a new link.",
  },
  resend: { email: "E-mail address", send: "Send me a new link" },
  sent: {
    title: "Please check your mail",
    text:
      "If your invoices go to that address, the sender has been asked to mail you a new link. It can take a few minutes.",
  },
  busy: {
    title: "One moment, please",
    text: "Too many requests came from here in a short time. Nothing is lost: please try again in a minute.",
  },
  again: "Open the page again",
  missing: {
    title: "Nothing at this address",
    text:
      "Check that the whole link was copied. Links are long, and some mail programs break them over two lines.",
  },
  unavailable: {
    title: "Back in a moment",
    text: "Your invoices are safe; this page cannot be built right now. Please try again in a minute.",
  },
};

export type Messages = typeof en;
