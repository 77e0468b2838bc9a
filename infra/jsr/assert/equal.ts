/** Structural equality: same kind, same keys (an undefined key counts), same values, cycles included. */

export function equal(left: unknown, right: unknown): boolean {
  return isEqual(left, right, new Map());
}

type Visited = Map<object, Set<object>>;

function isEqual(left: unknown, right: unknown, visited: Visited): boolean {
  if (left === right || Object.is(left, right)) return true;
  if (!isObject(left) || !isObject(right)) return false;
  if (!isSameKind(left, right)) return false;
  if (isVisited(left, right, visited)) return true;
  return isSameContent(left, right, visited);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isSameKind(left: object, right: object): boolean {
  const kindOf = (value: object) => value.constructor ?? Object;
  return kindOf(left) === kindOf(right);
}

function isVisited(left: object, right: object, visited: Visited): boolean {
  const partners = visited.get(left) ?? new Set();
  visited.set(left, partners);
  if (partners.has(right)) return true;
  partners.add(right);
  return false;
}

function isSameContent(left: object, right: object, visited: Visited): boolean {
  if (left instanceof Date) return Object.is(left.getTime(), (right as Date).getTime());
  if (left instanceof RegExp || left instanceof URL) return String(left) === String(right);
  if (left instanceof WeakMap || left instanceof WeakSet || left instanceof Promise) return false;
  if (left instanceof ArrayBuffer) {
    return isSameBytes(new Uint8Array(left), new Uint8Array(right as ArrayBuffer));
  }
  if (left instanceof Uint8Array) return isSameBytes(left, right as Uint8Array);
  if (left instanceof Set) return isSameMembers([...left], [...right as Set<unknown>], visited);
  if (left instanceof Map) return isSameMembers([...left], [...right as Map<unknown, unknown>], visited);
  if (left instanceof Error && left.message !== (right as Error).message) return false;
  return isSameProperties(left, right, visited);
}

function isSameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

function isSameMembers(left: unknown[], right: unknown[], visited: Visited): boolean {
  if (left.length !== right.length) return false;
  const rest = [...right];
  return left.every((member) => {
    // A failed try must not mark its pairs as seen, or a cycle guard would later call them equal.
    const index = rest.findIndex((candidate) => isEqual(member, candidate, copyOf(visited)));
    if (index >= 0) rest.splice(index, 1);
    return index >= 0;
  });
}

function copyOf(visited: Visited): Visited {
  return new Map([...visited].map(([key, partners]) => [key, new Set(partners)]));
}

function isSameProperties(left: object, right: object, visited: Visited): boolean {
  if (Array.isArray(left) && left.length !== (right as unknown[]).length) return false;
  const keys = enumerableKeys(left);
  if (keys.length !== enumerableKeys(right).length) return false;
  return keys.every((key) =>
    Object.hasOwn(right, key) && isEqual(Reflect.get(left, key), Reflect.get(right, key), visited)
  );
}

function enumerableKeys(value: object): PropertyKey[] {
  const symbols = Object.getOwnPropertySymbols(value).filter((key) =>
    Object.prototype.propertyIsEnumerable.call(value, key)
  );
  return [...Object.keys(value), ...symbols];
}
