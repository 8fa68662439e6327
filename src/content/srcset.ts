import { safeUrl } from './url.js';

const DESCRIPTOR = /^(?:\d+w|\d*\.?\d+x)?$/;

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
