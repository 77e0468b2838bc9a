/** Passes a stream on as it is, and tells when it has ended or nobody reads it any more. */

export function watchEnd(
  source: ReadableStream<Uint8Array>,
): { stream: ReadableStream<Uint8Array>; ended: Promise<void> } {
  const reader = source.getReader();
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (!done) return controller.enqueue(value);
      controller.close();
      resolve();
    },
    cancel: async (reason) => {
      resolve();
      await reader.cancel(reason);
    },
  });
  // A stream that breaks has ended too.
  reader.closed.catch(() => resolve());
  return { stream, ended };
}
