import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../content/body.js';
import { directionOf } from '../locale/language.js';
import type { LiveUpdate } from '../model.js';
import { body } from './body.js';
import { byline } from './byline.js';
import { time } from './dates.js';
import { figure } from './figure.js';
import { heading, headingLevel } from './heading.js';
import type { StoryStyle } from './story.js';

/** An update of a live blog; its headline is a level below the story's. */
export function liveUpdate(update: LiveUpdate, content: Content | undefined, style: StoryStyle): TemplateResult {
  const { headline, image, datePublished } = update;
  const level = Math.min((headingLevel(style.headingLevel) ?? 2) + 1, 6);
  return html`<section part="update">
    <p class="meta" lang=${style.language} dir=${directionOf(style.language)}>${time(datePublished, style)} ${byline(update, style.language)}</p>
    ${headline ? heading(level, headline, 'update-headline') : nothing} ${figure(image)} ${body(content)}
  </section>`;
}
