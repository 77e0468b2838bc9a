/** What second sources answer, no more of it than is good, and whether it is JSON. */

/** @throws when it is longer; the signal's reason when it fires. */
export async function readLimited(
  response: Response,
  { maxChars, signal }: { maxChars: number; signal: AbortSignal },
): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    signal.throwIfAborted();
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxChars) throw new Error("the answer is too long");
  }
  return text + decoder.decode();
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema then says that it is not what it should be.
    return undefined;
  }
}
