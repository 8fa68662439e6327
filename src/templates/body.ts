import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../content/body.js';

/** A body: safe nodes, or paragraphs. */
export function body(content: Content | undefined): TemplateResult | typeof nothing {
  if (!content) return nothing;
  const isText = Array.isArray(content);
  return html`<div part="body" class="prose">
    ${isText ? html`<div>${(content as readonly string[]).map((paragraph) => html`<p dir="auto">${paragraph}</p>`)}</div>` : content}
  </div>`;
}
