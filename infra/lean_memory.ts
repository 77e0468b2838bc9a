/** How little memory a service takes: settings of V8 and of the C library (.github/decisions/0028-lean-memory.md says why). */

/** For each heap, and a thread has one of its own. None of these is a limit: V8 ends a process that reaches one. */
export const LEAN_HEAPS = [
  // Megabytes of the young generation.
  "--max-semi-space-size=1",
  // Megabytes of the old generation before its first collection; bytes from the network count too.
  "--initial-old-space-size=8",
  // Per cent that a heap may grow between two collections.
  "--heap-growing-percent=20",
  // What a collection frees goes back to the system, not into a pool.
  "--no-memory-pool",
  // One function is optimised at a time, by one compiler.
  "--concurrent-turbofan-max-threads=1",
  "--no-maglev",
  // The WebAssembly that draws pictures is compiled quickly and never optimised.
  "--liftoff-only",
  // `{2,3}` of a pattern stays a loop.
  "--no-regexp-unroll",
  // The runtime's own code is not copied beside each heap.
  "--no-short-builtin-calls",
];

/** Variables of the C library, for which a service itself does not ask. */
export const LEAN_POOLS = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_TRIM_THRESHOLD_: "131072",
  MALLOC_MMAP_THRESHOLD_: "131072",
};

/** For a service in which one thread at a time does most of the work: a second pool would never be given back. */
export const ONE_POOL = { ...LEAN_POOLS, MALLOC_ARENA_MAX: "1" };
