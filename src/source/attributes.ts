/** What a property or attribute says, which can be anything: frameworks set `"3"` and `undefined`. */

/** One of some values; the first where it is none of them. */
export function oneOf<T extends string>(values: readonly [T, ...T[]], value: unknown): T {
  return values.find((name) => name === value) ?? values[0];
}

/** A number, or its text. */
export function numberOf(value: unknown): number | undefined {
  const isGiven = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
  return isGiven && !Number.isNaN(Number(value)) ? Number(value) : undefined;
}

/** Text as it is: for a property whose setter reads it. */
export const asGiven = { converter: (value: string | null): string | null => value };

export const asNumber = { converter: numberOf };
