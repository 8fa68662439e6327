const LINK = /^(?:https?|mailto|tel):$/;
const MEDIA = /^https?:$/;
const DESCRIPTOR = /^(?:\d+w|\d*\.?\d+x)?$/;

/** A base that is itself no URL makes `new URL` refuse even an absolute value. */
function resolve(value: string, base: string | undefined): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return base === undefined ? undefined : resolve(value, undefined);
  }
}

/**
 * The one gate for URLs from supplied data.
 *
 * @param kind `link` allows http, https, mailto and tel; `media` allows http and https.
 * @param base what a relative URL resolves against; without it, a relative URL is refused.
 * @returns the absolute URL, or undefined where there is none to trust. Never throws.
 */
export function safeUrl(value: unknown, kind: 'link' | 'media', base?: string): string | undefined {
  const text = typeof value === 'string' && value.trim();
  const url = text ? resolve(text, base) : undefined;
  return url && (kind === 'link' ? LINK : MEDIA).test(url.protocol) ? url.href : undefined;
}

/**
 * A `srcset` with every candidate passed through {@link safeUrl}.
 *
 * @returns the candidates that are safe and well-formed, or undefined when none is. Never throws.
 */
export function safeSrcset(value: unknown, base?: string): string | undefined {
  if (typeof value !== 'string') return undefined;
  const kept: string[] = [];
  // HTML "parse a srcset attribute": a URL may hold commas; one at its end means there is no descriptor.
  const candidate = /([^\s,]\S*)([^,]*)/g;
  for (let found; (found = candidate.exec(value)); ) {
    const [, token = '', rest = ''] = found;
    const bare = token.endsWith(',');
    if (bare) candidate.lastIndex = found.index + token.length;
    const url = safeUrl(bare ? token.replace(/(?<!,),+$/, '') : token, 'media', base);
    const descriptor = bare ? '' : rest.trim();
    if (url && DESCRIPTOR.test(descriptor)) kept.push(descriptor ? `${url} ${descriptor}` : url);
  }
  return kept.join(', ') || undefined;
}
