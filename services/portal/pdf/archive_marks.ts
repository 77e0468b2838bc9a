/**
 * What the typesetter cannot write into a PDF/A-3a: that it is a PDF/UA-1 too, and which e-invoice it carries. Both are
 * XMP metadata (ISO 14289-1, 5; Factur-X 1.0, 6.2), added as an incremental update (ISO 32000-1, 7.5.6).
 */
import { Buffer } from "node:buffer";

/** A schema that PDF/A does not know has to be described in the file itself (ISO 19005-3, 6.6.2.3). */
interface Schema {
  readonly name: string;
  readonly uri: string;
  readonly prefix: string;
  readonly properties: Readonly<Record<string, { type: string; description: string; value: string }>>;
}

const ACCESSIBLE: Schema = {
  name: "PDF/UA Universal Accessibility Schema",
  uri: "http://www.aiim.org/pdfua/ns/id/",
  prefix: "pdfuaid",
  properties: { part: { type: "Integer", description: "Part of ISO 14289 that is met", value: "1" } },
};

const E_INVOICE: Schema = {
  name: "Factur-X PDFA Extension Schema",
  uri: "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
  prefix: "fx",
  properties: {
    DocumentType: { type: "Text", description: "INVOICE", value: "INVOICE" },
    DocumentFileName: { type: "Text", description: "Name of the embedded XML", value: "factur-x.xml" },
    Version: { type: "Text", description: "Version of the standard", value: "1.0" },
    ConformanceLevel: { type: "Text", description: "Profile of the standard", value: "EN 16931" },
  },
};

/**
 * @param pdf As the typesetter makes it: a classic table of cross references, metadata as plain text.
 * @throws {TypeError} when it is none such.
 */
export function markArchive(pdf: Uint8Array, hasEInvoice: boolean): Uint8Array {
  // One letter for each byte, so that positions in the text are positions in the file.
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length).toString("latin1");
  const schemas = hasEInvoice ? [ACCESSIBLE, E_INVOICE] : [ACCESSIBLE];
  const root = findReference(text, "Root");
  const catalog = readObject(text, root);
  const metadata = findReference(catalog, "Metadata");
  const objects: [number, string][] = [
    [metadata, writeMetadata(readObject(text, metadata), schemas)],
    [root, showTitle(catalog)],
  ];
  return Buffer.concat([pdf, Buffer.from(writeUpdate(text, objects, root), "latin1")]);
}

/** The last one counts: what a text says comes before the trailer. */
function findReference(text: string, key: string): number {
  const found = /^ (\d+) 0 R/.exec(text.slice(text.lastIndexOf(`/${key} `) + key.length + 1))?.[1];
  if (!found) throw new TypeError(`Cannot mark the file: there is no ${key}`);
  return Number(found);
}

function readObject(text: string, number: number): string {
  const start = text.lastIndexOf(`\n${number} 0 obj`);
  const end = text.indexOf("\nendobj", start);
  if (start < 0 || end < 0) throw new TypeError(`Cannot mark the file: there is no object ${number}`);
  return text.slice(text.indexOf("obj", start) + 3, end);
}

/** PDF/UA-1, 7.1: the window is named after the document, not after the file. */
function showTitle(catalog: string): string {
  return catalog.replace("/ViewerPreferences <<", "/ViewerPreferences <<\n    /DisplayDocTitle true");
}

function writeMetadata(object: string, schemas: readonly Schema[]): string {
  const packet = object.slice(object.indexOf("stream\n") + 7, object.lastIndexOf("\nendstream"));
  const marked = packet
    .replace("<pdfaExtension:schemas><rdf:Bag>", `$&${schemas.map(describeSchema).join("")}`)
    .replace("</rdf:RDF>", `${schemas.map(writeValues).join("")}$&`);
  if (marked.length === packet.length) {
    throw new TypeError("Cannot mark the file: its metadata are not plain");
  }
  return `\n<< /Length ${marked.length} /Type /Metadata /Subtype /XML >>\nstream\n${marked}\nendstream`;
}

function describeSchema({ name, uri, prefix, properties }: Schema): string {
  const described = Object.entries(properties).map(([property, { type, description }]) =>
    `<rdf:li rdf:parseType="Resource"><pdfaProperty:category>external</pdfaProperty:category>` +
    `<pdfaProperty:description>${description}</pdfaProperty:description>` +
    `<pdfaProperty:name>${property}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType></rdf:li>`
  );
  return `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema>` +
    `<pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>` +
    `<pdfaSchema:property><rdf:Seq>${described.join("")}</rdf:Seq></pdfaSchema:property></rdf:li>`;
}

function writeValues({ uri, prefix, properties }: Schema): string {
  const values = Object.entries(properties).map(([property, { value }]) =>
    `<${prefix}:${property}>${value}</${prefix}:${property}>`
  );
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${uri}">${values.join("")}</rdf:Description>`;
}

function writeUpdate(text: string, objects: readonly [number, string][], root: number): string {
  const sorted = objects.toSorted(([a], [b]) => a - b);
  let body = "\n";
  const entries = sorted.map(([number, content]) => {
    const offset = String(text.length + body.length).padStart(10, "0");
    body += `${number} 0 obj${content}\nendobj\n`;
    return `${number} 1\n${offset} 00000 n \n`;
  });
  const trailer = text.slice(text.lastIndexOf("trailer"));
  const read = (pattern: RegExp) => pattern.exec(trailer)?.[0] ?? "";
  const size = read(/\/Size \d+/);
  const previous = read(/(?<=startxref\s)\d+/);
  const others = `${read(/\/Info \d+ 0 R/)} ${read(/\/ID \[[^\]]*\]/)}`;
  return `${body}xref\n${entries.join("")}trailer\n` +
    `<< ${size} /Root ${root} 0 R ${others} /Prev ${previous} >>\n` +
    `startxref\n${text.length + body.length}\n%%EOF\n`;
}
