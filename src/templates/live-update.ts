import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../content/body.js';
import { safeUrl } from '../content/url.js';
import type { LiveUpdate } from '../model.js';
import { body } from './body.js';
import { byline } from './byline.js';
import { time } from './dates.js';
import { figure } from './figure.js';
import { heading } from './heading.js';
import { headingLevel } from './heading-level.js';
import type { StoryStyle } from './story.js';

/** An update of a live blog; its headline is a level below the story's, its date a link to where it stands alone. `label` stands before everything. */
export function liveUpdate(update: LiveUpdate, content: Content | undefined, style: StoryStyle, label: unknown = nothing): TemplateResult {
  const { headline, image, datePublished } = update;
  const { language } = style;
  const level = Math.min((headingLevel(style.headingLevel) ?? 2) + 1, 6);
  const url = safeUrl(update.url, 'link');
  const date = time(datePublished, style);
  return html`<p class="meta" lang=${language}>
      ${label} ${url && date !== nothing ? html`<a part="link" rel="noopener noreferrer" href=${url}>${date}</a>` : date} ${byline(update, language)}
    </p>
    ${headline ? heading(level, headline, 'update-headline') : nothing} ${figure(image)} ${body(content)}`;
}
