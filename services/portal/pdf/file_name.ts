/** The name under which a reader's computer keeps the file. */
import { cleanText } from "../plain_text.ts";

/** Slashes and their like could leave the folder; the rest of Unicode stays, so that the number can be recognised. */
export function pdfFileName(invoiceNumber: string): string {
  const name = cleanText(invoiceNumber).replace(/[/\\:*?"<>|\s]+/g, "-").replace(/^[.-]+|[.-]+$/g, "");
  const safe = DEVICE.test(name) ? `invoice-${name}` : name;
  return `${[...safe].slice(0, 80).join("") || "invoice"}.pdf`;
}

/** Windows opens these instead of a file, whatever stands after the dot. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
