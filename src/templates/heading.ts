import { html, type TemplateResult } from 'lit';
import { headingLevel, type HeadingLevel } from './heading-level.js';

const headings: Record<HeadingLevel, (text: unknown, part: string) => TemplateResult> = {
  1: (text, part) => html`<h1 part=${part} dir="auto">${text}</h1>`,
  2: (text, part) => html`<h2 part=${part} dir="auto">${text}</h2>`,
  3: (text, part) => html`<h3 part=${part} dir="auto">${text}</h3>`,
  4: (text, part) => html`<h4 part=${part} dir="auto">${text}</h4>`,
  5: (text, part) => html`<h5 part=${part} dir="auto">${text}</h5>`,
  6: (text, part) => html`<h6 part=${part} dir="auto">${text}</h6>`,
};

/** A headline as a real heading; an impossible level becomes 2. */
export function heading(level: unknown, text: unknown, part = 'headline'): TemplateResult {
  return headings[headingLevel(level) ?? 2](text, part);
}
