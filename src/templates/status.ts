import { html, type TemplateResult } from 'lit';

/** One short sentence about the data, announced when it changes; always there, as a live region must be. */
export function status(message: string, hidden = false): TemplateResult {
  return html`<p part="status" role="status" class=${hidden ? 'visually-hidden' : ''}>${message}</p>`;
}
