/** Levels of a heading. */
const levels = [1, 2, 3, 4, 5, 6] as const;
export type HeadingLevel = (typeof levels)[number];

/** A level, or its text; undefined where it is none. */
export function headingLevel(level: unknown): HeadingLevel | undefined {
  return levels.find((known) => String(known) === String(level));
}
