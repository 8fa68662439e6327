import { unsafeCSS, type CSSResult } from 'lit';

/** Style sheets for a part of a tree that has others elsewhere. Within `:where()`, their rules weigh what they weigh alone. */
export function within(selector: string, ...sheets: readonly CSSResult[]): CSSResult {
  return unsafeCSS(`${selector}{${sheets.map(({ cssText }) => cssText).join('')}}`);
}
