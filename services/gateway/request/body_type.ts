/** What a request says its body is. */
import { MIMEType } from "node:util";
import { OperationError } from "shared/errors.ts";

export interface BodyType {
  /** In lower case, without parameters; empty for one that cannot be read. */
  readonly essence: string;
  /** In lower case; UTF-8 when none is named. */
  readonly charset: string;
}

/** @throws {OperationError} UNSUPPORTED_MEDIA_TYPE for a body that is compressed. */
export function readBodyType({ headers }: Request): BodyType {
  const encoding = headers.get("content-encoding")?.toLowerCase() ?? "identity";
  if (encoding !== "identity") {
    throw new OperationError("UNSUPPORTED_MEDIA_TYPE", "The body must come without a Content-Encoding");
  }
  try {
    const { essence, params } = new MIMEType(headers.get("content-type") ?? "");
    return { essence, charset: params.get("charset")?.toLowerCase() ?? "utf-8" };
  } catch {
    return { essence: "", charset: "utf-8" };
  }
}
