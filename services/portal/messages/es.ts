/** Every sentence of the portal in Spanish. */
import { html } from "../html.ts";
import type { Messages } from "./en.ts";

function countOf(count: number, shown: string, one: string, other: string): string {
  return `${shown} ${count === 1 ? one : other}`;
}

export const es: Messages = {
  direction: "ltr",
  language: "Español",
  skip: "Ir a las facturas",
  accountOf: (name) => html`Cuenta de ${name}`,
  titleOf: (seller) => `Su cuenta con ${seller}`,

  balanceOn: (day) => `Saldo pendiente a ${day}`,
  nothingToPay: "Nada que pagar",
  openInvoices: (count, shown) => `${countOf(count, shown, "factura pendiente", "facturas pendientes")}.`,
  pastDue: (amount, since) => html`<b>${amount} vencidos</b>, lo más antiguo desde el ${since}.`,
  nothingPastDue: "No hay nada vencido.",
  alsoOpen: "Otras monedas:",
  inYourFavour: (amounts) => html`A su favor: ${amounts}.`,
  lastPayment: (amount, day) => html`Su último pago: ${amount} el ${day}.`,
  payInvoice: (number, amount) => html`Pagar ${number} (${amount})`,

  agingTitle: "¿Qué antigüedad tiene el saldo?",
  agingOnly: (currency) => `solo ${currency}`,
  agingBands: [
    "Aún no vencido",
    "1–30 días de retraso",
    "31–60 días de retraso",
    "61–90 días de retraso",
    "Más de 90 días de retraso",
  ],
  none: "Nada",

  overdue: "Vencido",
  notYetDue: "Aún no vencido",
  paidIn: (year) => `Pagado en ${year}`,
  invoices: "Facturas",
  invoiceCount: (count, shown) => countOf(count, shown, "factura", "facturas"),
  nextOn: (day) => `la próxima el ${day}`,
  andAmounts: (amounts) => html`y ${amounts}`,
  since: (month) => `desde ${month}`,

  filterLabel: "Filtrar por estado",
  filters: { all: "Todas", open: "Pendientes", overdue: "Vencidas", paid: "Pagadas" },
  searchLabel: "Buscar número o descripción",
  searchHint: "Número o descripción",
  search: "Buscar",
  datesAndOrder: "Fechas y orden",
  issuedFrom: "Fecha desde",
  issuedTo: "hasta",
  order: "Orden",
  orders: {
    newest: "Más recientes primero",
    oldest: "Más antiguas primero",
    due: "Vencimiento más próximo",
    amount: "Importe más alto",
  },
  apply: "Aplicar",
  columns: { invoice: "Factura", issued: "Fecha", due: "Vence", amount: "Importe", status: "Estado" },
  download: "Descargar",
  downloadPdf: (number) => `Descargar ${number} en PDF`,
  nothingFound: "Ninguna factura coincide.",
  showAll: "Ver todas las facturas",
  shownOf: (shown, all) => `${shown} de ${all}`,
  shown: (shown) => `${shown} en pantalla`,
  pages: "Páginas",
  newest: "Más recientes",
  older: "Anteriores",

  states: {
    paid: "Pagada",
    open: "Pendiente",
    late: "Vencida",
    part: "Pagada en parte",
    credit: "Abono",
    refunded: "Reembolsada",
    void: "Anulada",
  },
  dueToday: "hoy",
  daysLate: (count, shown) => countOf(count, shown, "día de retraso", "días de retraso"),
  left: (amount) => html`faltan ${amount}`,
  paidOn: (day) => `Pagada el ${day}`,

  history: "Pagos",
  noPayments: "Aún no hay pagos.",
  paymentReceived: "Pago recibido",
  paymentReturned: "Pago devuelto",
  towards: (number) => html`Para ${number}`,

  payAndContact: "Pago y contacto",
  howToPay: "Cómo pagar",
  reference: "Indique el número de factura como referencia.",
  question: "¿Una pregunta sobre una factura?",
  write: (address) => html`Escriba a ${address}.`,
  call: (number) => html`Llame al ${number}.`,

  privateLink: (seller) =>
    html`Enlace privado. Quien lo tenga puede ver esta página; pida uno nuevo a ${seller} si se compartió por error.`,
  timeZone: (zone) => `Fechas en ${zone}`,
  logoOf: (seller) => `Logotipo de ${seller}`,
  updated: "Actualizado ahora mismo",

  emptyTitle: "Aún no hay facturas",
  emptyText: (seller) =>
    html`Cuando ${seller} le envíe una factura, aparecerá aquí con su PDF. Puede conservar este enlace.`,

  invoice: "Factura",
  creditNoteTitle: "Nota de abono",
  allInvoices: "Todas las facturas",
  from: "De",
  billedTo: "Para",
  issuedOn: "Fecha",
  dueOn: "Vence",
  lineItems: "Conceptos",
  lineColumns: {
    description: "Descripción",
    quantity: "Cant.",
    price: "Precio",
    tax: "Impuesto",
    amount: "Importe",
  },
  subtotal: "Subtotal",
  discount: "Descuento",
  tax: "Impuesto",
  total: "Total",
  paid: "Pagado",
  credited: "Abonos",
  leftToPay: "Queda por pagar",
  ofTotal: (left, total) => html`${left} de ${total}`,
  wasDue: (day, late) => `Venció el ${day}, ${late}`,
  isDue: (day) => `Vence el ${day}`,
  settled: "Esta factura está saldada. Gracias.",
  voided: "Esta factura fue anulada. No hay nada que pagar.",
  refunded: "Esta factura fue reembolsada.",
  creditNote: "Este importe está a su favor.",
  payNow: "Pagar ahora",
  pdf: "PDF",
  payment: "Pago",
  whatHappened: "Historial",
  invoiceIssued: "Factura emitida",
  note: "Nota",
  taxNumber: (number) => `NIF-IVA ${number}`,
  pageOf: "Página {page} de {pages}",

  taxOn: (rate, base) => `Impuesto ${rate} sobre ${base}`,
  creditedInvoice: "Factura abonada",
  receipt: "Recibo",
  paidDay: "Pagada el",
  amountPaid: "Importe pagado",
  files: { statement: "Extracto (PDF)", archive: "Todas las facturas (ZIP)", table: "Tabla (CSV)" },
  statement: {
    title: "Extracto de cuenta",
    from: "Desde",
    to: "Hasta",
    columns: { date: "Fecha", document: "Documento", debit: "Debe", credit: "Haber", balance: "Saldo" },
    kinds: {
      invoice: "Factura",
      credit_note: "Nota de abono",
      payment: "Pago de",
      cancellation: "Anulación de",
      refund: "Reembolso de",
    },
    opening: "Saldo inicial",
    sums: "Total del período",
    closing: "Saldo pendiente",
    inYourFavour: "Saldo a su favor",
    nothing: "No ha ocurrido nada en este período y no se debe nada.",
  },

  gone: {
    title: "Este enlace ya no sirve",
    text:
      "Otro más reciente lo ha sustituido. Lo encontrará en el último correo que recibió sobre una factura; " +
      "o pida uno nuevo al remitente.",
  },
  missing: {
    title: "No hay nada en esta dirección",
    text:
      "Compruebe que copió el enlace entero. Los enlaces son largos y algunos programas de correo los parten en dos líneas.",
  },
  unavailable: {
    title: "Volvemos en un momento",
    text:
      "Sus facturas están a salvo; esta página no se puede mostrar ahora. Inténtelo de nuevo en un minuto.",
  },
};
