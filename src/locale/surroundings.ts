/**
 * Where news is shown, as far as that is not the reader's own: a server does not know who reads what it writes, nor when.
 * With a zone, dates are worded for any reader at any time.
 */
export let surroundings: { readonly language: string; readonly timeZone: string } | undefined;

/** In the script-tag files nothing calls it, and all that hangs on it is gone. */
export function setSurroundings(value: typeof surroundings): void {
  surroundings = value;
}
