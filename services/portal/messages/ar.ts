/** Every sentence of the portal in Arabic, which also proves the mirrored layout. */
import { html } from "../html.ts";
import type { Messages } from "./en.ts";

interface Forms {
  readonly one: string;
  readonly two: string;
  /** Follows a number that ends in three to ten. */
  readonly few: string;
  /** Follows one that ends in eleven to ninety-nine. */
  readonly many: string;
  /** Follows nought and whole hundreds. */
  readonly other: string;
}

const INVOICES: Forms = {
  one: "فاتورة واحدة",
  two: "فاتورتان",
  few: "فواتير",
  many: "فاتورة",
  other: "فاتورة",
};
const OPEN_INVOICES: Forms = {
  one: "فاتورة مفتوحة واحدة",
  two: "فاتورتان مفتوحتان",
  few: "فواتير مفتوحة",
  many: "فاتورة مفتوحة",
  other: "فاتورة مفتوحة",
};
const DAYS: Forms = { one: "يومًا واحدًا", two: "يومين", few: "أيام", many: "يومًا", other: "يوم" };

function countOf(forms: Forms, count: number, shown: string): string {
  const rule = new Intl.PluralRules("ar").select(count);
  if (rule === "one" || rule === "two") return forms[rule];
  return `${shown} ${forms[rule === "zero" ? "other" : rule]}`;
}

export const ar: Messages = {
  direction: "rtl",
  language: "العربية",
  comma: "،",
  skip: "انتقل إلى الفواتير",
  accountOf: (name) => html`حساب ${name}`,
  titleOf: (seller) => `حسابك لدى ${seller}`,

  balanceOn: (day) => `الرصيد المستحق في ${day}`,
  nothingToPay: "لا شيء مستحق",
  openInvoices: (count, shown) => `${countOf(OPEN_INVOICES, count, shown)}.`,
  pastDue: (amount, since) => html`<b>${amount} متأخرة السداد</b>، أقدمها منذ ${since}.`,
  nothingPastDue: "لا توجد مبالغ متأخرة.",
  alsoOpen: "عملات أخرى:",
  inYourFavour: (amounts) => html`لصالحك: ${amounts}`,
  lastPayment: (amount, day) => html`آخر دفعة منك: ${amount} في ${day}.`,
  payInvoice: (number, amount) => html`ادفع ${number} (${amount})`,

  agingTitle: "كم عمر الرصيد؟",
  agingOnly: (currency) => `بعملة ${currency} فقط`,
  agingBands: [
    "لم يحن موعدها",
    "متأخرة 1–30 يومًا",
    "متأخرة 31–60 يومًا",
    "متأخرة 61–90 يومًا",
    "متأخرة أكثر من 90 يومًا",
  ],
  none: "لا شيء",

  overdue: "متأخرة",
  notYetDue: "لم يحن موعدها",
  paidIn: (year) => `المدفوع في ${year}`,
  invoices: "الفواتير",
  invoiceCount: (count, shown) => countOf(INVOICES, count, shown),
  nextOn: (day) => `التالية في ${day}`,
  andAmounts: (amounts) => html`و\u00a0${amounts}`,
  since: (month) => `منذ ${month}`,

  filterLabel: "تصفية حسب الحالة",
  filters: { all: "الكل", open: "مفتوحة", overdue: "متأخرة", paid: "مسددة" },
  searchLabel: "ابحث بالرقم أو الوصف",
  searchHint: "الرقم أو الوصف",
  search: "بحث",
  datesAndOrder: "الفترة والترتيب",
  issuedFrom: "الإصدار من",
  issuedTo: "إلى",
  order: "الترتيب",
  orders: { newest: "الأحدث أولًا", oldest: "الأقدم أولًا", due: "الأقرب استحقاقًا", amount: "الأعلى مبلغًا" },
  apply: "تطبيق",
  columns: { invoice: "الفاتورة", issued: "الإصدار", due: "الاستحقاق", amount: "المبلغ", status: "الحالة" },
  download: "تنزيل",
  pick: (number) => `اختر ${number}`,
  downloadPdf: (number) => `تنزيل ${number} بصيغة PDF`,
  nothingFound: "لا توجد فاتورة مطابقة.",
  showAll: "عرض كل الفواتير",
  shownOf: (shown, all) => `عرض ${shown} من ${all}`,
  shown: (shown) => `عرض ${shown}`,
  pages: "الصفحات",
  newest: "الأحدث",
  older: "الأقدم",

  states: {
    paid: "مدفوعة",
    credited: "مُسوّاة",
    open: "مستحقة",
    late: "متأخرة",
    part: "مدفوعة جزئيًا",
    partCredited: "إشعار دائن جزئي",
    credit: "إشعار دائن",
    refunded: "مستردة",
    void: "ملغاة",
  },
  dueToday: "اليوم",
  daysLate: (count, shown) => `متأخرة ${countOf(DAYS, count, shown)}`,
  left: (amount) => html`المتبقي ${amount}`,
  paidOn: (day) => `دُفعت في ${day}`,

  history: "سجل المدفوعات",
  noPayments: "لا مدفوعات بعد.",
  paymentReceived: "دفعة مستلمة",
  paymentReturned: "دفعة معادة",
  paymentReversed: "دفعة ملغاة",
  towards: (number) => html`عن ${number}`,

  payAndContact: "طريقة الدفع والتواصل",
  howToPay: "طريقة الدفع",
  reference: "اذكر رقم الفاتورة مرجعًا للدفع.",
  question: "لديك سؤال عن فاتورة؟",
  write: (address) => html`اكتب إلى ${address}.`,
  call: (number) => html`اتصل على ${number}.`,

  privateLink: (seller) =>
    html`رابط خاص. كل من يملكه يرى هذه الصفحة؛ اطلب من ${seller} رابطًا جديدًا إن تمت مشاركته بالخطأ.`,
  timeZone: (zone) => `التواريخ بتوقيت ${zone}`,
  logoOf: (seller) => `شعار ${seller}`,
  updated: "حُدّثت الصفحة الآن",

  emptyTitle: "لا فواتير بعد",
  emptyText: (seller) =>
    html`عندما يرسل إليك ${seller} فاتورة ستظهر هنا مع ملف PDF. يمكنك الاحتفاظ بهذا الرابط.`,

  invoice: "فاتورة",
  creditNoteTitle: "إشعار دائن",
  allInvoices: "كل الفواتير",
  from: "من",
  billedTo: "إلى",
  issuedOn: "تاريخ الإصدار",
  dueOn: "تاريخ الاستحقاق",
  lineItems: "البنود",
  lineColumns: { description: "الوصف", quantity: "الكمية", price: "السعر", tax: "الضريبة", amount: "المبلغ" },
  subtotal: "المجموع الفرعي",
  discount: "الخصم",
  tax: "الضريبة",
  total: "الإجمالي",
  paid: "المدفوع",
  credited: "إشعارات دائنة",
  leftToPay: "المتبقي للدفع",
  ofTotal: (left, total) => html`${left} من ${total}`,
  wasDue: (day, late) => `استحقت في ${day}، ${late}`,
  isDue: (day) => `تستحق في ${day}`,
  byCreditNote: "سُوّيت بإشعار دائن",
  settled: "سُددت هذه الفاتورة. شكرًا لك.",
  voided: "أُلغيت هذه الفاتورة. لا شيء مستحق.",
  refunded: "استُرد مبلغ هذه الفاتورة.",
  creditNote: "هذا المبلغ لصالحك.",
  payNow: "ادفع الآن",
  pdf: "PDF",
  payment: "دفعة",
  whatHappened: "ما الذي حدث",
  invoiceIssued: "صدرت الفاتورة",
  note: "ملاحظة",
  taxNumber: (number) => `الرقم الضريبي ${number}`,
  pageOf: "صفحة {page} من {pages}",

  taxOn: (rate, base) => `ضريبة ${rate} على ${base}`,
  creditedInvoice: "عن الفاتورة",
  receipt: "إيصال دفع",
  paidDay: "تاريخ الدفع",
  means: "وسيلة الدفع",
  received: "استُلم المبلغ، وشكرًا لك.",
  amountPaid: "المبلغ المدفوع",
  files: {
    label: "الملفات",
    account: "كشف حساب",
    picked: "تنزيل المختار",
    count: "مختارة",
    hint: "اختر فواتير أو نزّلها كلها.",
    pdf: "كشف حساب (PDF)",
    archive: "كل الفواتير (ZIP)",
    archiveOfThese: "هذه الفواتير (ZIP)",
    table: "جدول (CSV)",
  },
  statement: {
    title: "كشف حساب",
    from: "من",
    to: "إلى",
    columns: { date: "التاريخ", document: "المستند", debit: "مدين", credit: "دائن", balance: "الرصيد" },
    kinds: {
      invoice: "فاتورة",
      credit_note: "إشعار دائن",
      payment: "دفعة عن",
      reversal: "إلغاء دفعة عن",
      cancellation: "إلغاء",
      refund: "رد مبلغ",
    },
    opening: "الرصيد الافتتاحي",
    sums: "مجموع الفترة",
    closing: "الرصيد المستحق",
    inYourFavour: "رصيد لصالحك",
    nothing: "لم يحدث شيء في هذه الفترة، ولا يوجد رصيد مستحق.",
    years: "السنوات",
    tooLong: "في هذه الفترة ما لا تتسع له صفحة واحدة. اختر فترة أقصر.",
  },

  gone: {
    title: "لم يعد هذا الرابط صالحًا",
    text:
      "حل محله رابط أحدث أو انتهت مدته. اكتب عنوان بريدك الإلكتروني: إن كانت فواتيرك تُرسل إليه فسنطلب من المرسل أن يرسل إليك رابطًا جديدًا.",
  },
  resend: { email: "عنوان البريد الإلكتروني", send: "أرسل إليّ رابطًا جديدًا" },
  sent: {
    title: "راجع بريدك",
    text:
      "إن كانت فواتيرك تُرسل إلى هذا العنوان فقد طُلب من المرسل أن يرسل إليك رابطًا جديدًا. قد يستغرق ذلك بضع دقائق.",
  },
  busy: {
    title: "لحظة من فضلك",
    text: "وردت من هنا طلبات كثيرة في وقت قصير. لم يضع شيء: حاول مرة أخرى بعد دقيقة.",
  },
  again: "افتح الصفحة من جديد",
  missing: {
    title: "لا شيء في هذا العنوان",
    text: "تأكد من نسخ الرابط كاملًا. الروابط طويلة، وبعض برامج البريد تقطعها على سطرين.",
  },
  unavailable: {
    title: "نعود بعد لحظة",
    text: "فواتيرك محفوظة؛ لا يمكن عرض هذه الصفحة الآن. حاول مرة أخرى بعد دقيقة.",
  },
};
