/** For tests: a certificate authority of our own, and what it (or nobody) has signed. */
import "reflect-metadata";
import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";

export interface Certificate {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
}

export interface Authority extends Certificate {
  issue(request: CertificateRequest): Promise<Certificate>;
}

export interface CertificateRequest {
  readonly names?: readonly string[];
  readonly addresses?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const YESTERDAY = new Date(Date.now() - 86_400_000);
const TOMORROW = new Date(Date.now() + 86_400_000);

export async function createAuthority(): Promise<Authority> {
  const keys = await makeKeys();
  const root = await X509CertificateGenerator.createSelfSigned({
    name: "CN=Test authority",
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
    ...validity({}),
  });
  const issue = async (request: CertificateRequest) => {
    const own = await makeKeys();
    const leaf = await X509CertificateGenerator.create({
      subject: "CN=Test site",
      issuer: root.subject,
      publicKey: own.publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm: ALGORITHM,
      extensions: [namesOf(request)],
      ...validity(request),
    });
    return { cert: leaf.toString("pem"), key: await exportKey(own) };
  };
  return { cert: root.toString("pem"), key: await exportKey(keys), issue };
}

export async function signItself(request: CertificateRequest): Promise<Certificate> {
  const keys = await makeKeys();
  const extensions = [namesOf(request)];
  const cert = await X509CertificateGenerator.createSelfSigned({
    name: "CN=Test site",
    keys,
    signingAlgorithm: ALGORITHM,
    extensions,
    ...validity(request),
  });
  return { cert: cert.toString("pem"), key: await exportKey(keys) };
}

function namesOf({ names = [], addresses = [] }: CertificateRequest): SubjectAlternativeNameExtension {
  return new SubjectAlternativeNameExtension([
    ...names.map((value) => ({ type: "dns" as const, value })),
    ...addresses.map((value) => ({ type: "ip" as const, value })),
  ]);
}

function validity({ notBefore = YESTERDAY, notAfter = TOMORROW }: CertificateRequest) {
  return { notBefore, notAfter };
}

function makeKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
}

async function exportKey({ privateKey }: CryptoKeyPair): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey));
  return `-----BEGIN PRIVATE KEY-----\n${
    bytes.toBase64().replace(/.{64}/g, "$&\n")
  }\n-----END PRIVATE KEY-----\n`;
}
