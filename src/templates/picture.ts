import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../content/url.js';
import type { Media, Rendition } from '../model.js';

/** Of its width to its height; undefined where that is not known, or is no picture's: its box would be as absurd. */
function ratioOf({ width = 0, height = 0 }: Rendition): number | undefined {
  const ratio = width / height;
  return width > 0 && ratio > 0.2 && ratio < 20 ? ratio : undefined;
}

/** `srcset` of the renditions that are the same picture in other widths: another ratio is another crop. */
function srcset(renditions: Media['renditions']): string | typeof nothing {
  const ratio = ratioOf(renditions[0]);
  const candidates = renditions.flatMap((rendition) => {
    const url = safeUrl(rendition.url, 'media');
    const sameCrop = ratio && Math.abs((ratioOf(rendition) ?? 0) / ratio - 1) < 0.02;
    // A comma or white space would end the candidate.
    return url && sameCrop ? [`${url.replaceAll(',', '%2C')} ${String(rendition.width)}w`] : [];
  });
  return candidates.length > 1 ? candidates.join(', ') : nothing;
}

/**
 * A picture whose room is known before it loads: by its own size, or by 3:2 where the data gives none.
 * @param sizes its width, for engines that cannot tell from the layout
 */
export function image(media: Media | undefined, sizes: string): TemplateResult | typeof nothing {
  const [first] = media?.renditions ?? [];
  const url = safeUrl(first?.url, 'media');
  if (media?.kind !== 'image' || !first || !url) return nothing;
  const { width, height } = first;
  // A pixel to count readers with.
  if (width === 1 && height === 1) return nothing;
  const sized = ratioOf(first) !== undefined;
  return html`<img
    part="image"
    class=${sized ? nothing : 'unsized'}
    alt=${media.alt ?? ''}
    width=${sized ? width : nothing}
    height=${sized ? height : nothing}
    loading="lazy"
    decoding="async"
    sizes="auto, ${sizes}"
    srcset=${srcset(media.renditions)}
    src=${url}
  />`;
}
