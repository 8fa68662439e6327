/** The browser's own, whatever a page makes of the name later. */
export const { URL } = globalThis;

const LINK = /^(?:https?|mailto|tel):$/;
const MEDIA = /^https?:$/;

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
