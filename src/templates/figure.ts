import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../content/url.js';
import type { Media } from '../model.js';
import { image } from './picture.js';

function recording({ kind, renditions }: Media): TemplateResult | typeof nothing {
  const sources = renditions.flatMap(({ url, type }) => {
    const safe = safeUrl(url, 'media');
    return safe ? [html`<source src=${safe} type=${type ?? nothing} />`] : [];
  });
  if (sources.length === 0) return nothing;
  return kind === 'video' ? html`<video controls preload="none">${sources}</video>` : html`<audio controls preload="none">${sources}</audio>`;
}

/** A picture, film or sound with its caption and credit. */
export function figure(media: Media | undefined): TemplateResult | typeof nothing {
  const picture = media?.kind === 'image' ? image(media, '40em') : media ? recording(media) : nothing;
  if (!media || picture === nothing) return nothing;
  const { caption, credit } = media;
  return html`<figure>
    ${picture}
    ${caption || credit
      ? html`<figcaption>
          ${caption ? html`<span part="caption" dir="auto">${caption}</span>` : nothing}
          ${credit ? html`<span part="credit" dir="auto">${credit}</span>` : nothing}
        </figcaption>`
      : nothing}
  </figure>`;
}
