/**
 * HTML 4's entities and `apos` by code point: digits before a name say how many code points to skip.
 * Capital letters are left out where they are the small ones less 32.
 */
const ENTITIES =
  '34quot 3amp apos 20lt 1gt 97nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn ' +
  'sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest 6AElig 9ETH 6times 6THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve ' +
  'oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml 82OElig oelig 12Scaron scaron 22Yuml ' +
  '25fnof 307circ 21tilde 212alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf ' +
  'sigma tau upsilon phi chi psi omega 7thetasym upsih 3piv 7211ensp emsp 5thinsp 2zwnj zwj lrm rlm 3ndash mdash 3lsquo ' +
  'rsquo sbquo 1ldquo rdquo bdquo 1dagger Dagger bull 3hellip 9permil 1prime Prime 5lsaquo rsaquo 3oline 5frasl 103euro ' +
  '100image 6weierp 3real 5trade 18alefsym 90larr uarr rarr darr harr 32crarr 26lArr uArr rArr dArr hArr 43forall 1part ' +
  'exist 1empty 1nabla isin notin 1ni 3prod 1sum minus 4lowast 2radic 2prop infin 1ang 6and or cap cup int 8there4 7sim ' +
  '8cong 2asymp 23ne equiv 2le ge 28sub sup nsub 1sube supe 13oplus 1otimes 13perp 31sdot 66lceil rceil lfloor rfloor ' +
  '29lang rang 671loz 149spades 2clubs 1hearts diams';
const HAS_CAPITAL = /^(?!aelig|eth|thorn|divide|sigmaf)[a-z]/;

/** HTML, "numeric character reference end state". (Node's own decoder takes windows-1252 for latin1.) */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** With the `&` of its own escaped, too, unless what it stands for may be meant to be seen. */
const REFERENCE = /&(?:amp;(?!amp|[lg]t))?(?:#(\d+)|#x([\da-f]+)|([a-z][a-z\d]+));/gi;

const BLOCKS =
  'article|aside|blockquote|body|br|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|html|iframe|img|li|main|nav|ol|p|' +
  'picture|pre|script|section|style|table|tbody|td|tfoot|th|thead|tr|ul|video';
const INLINES =
  'a|abbr|audio|b|bdi|bdo|big|cite|code|del|dfn|em|embed|font|i|ins|kbd|mark|object|q|rp|rt|ruby|s|samp|small|source|span|strike|strong|' +
  'sub|sup|svg|time|tt|u|var|wbr';
// No `<` or `>` inside a tag, and text with a space must have a `=`: linear time, and "a<b and c>d" is no tag.
const END = String.raw`(?:\s[^<>=]*=[^<>]*|\s*\/?)>`;
const TAG = new RegExp(`<(?:/?(?:(${BLOCKS})|${INLINES})${END}|!--[^<>]*>)`, 'gi');
const BLOCK_TAG = new RegExp(`</?(?:${BLOCKS})${END}`, 'i');

let codePoints: Map<string, number> | undefined;

function named(name: string): number | undefined {
  if (!codePoints) {
    codePoints = new Map();
    let next = 0;
    for (const entry of ENTITIES.split(' ')) {
      const key = entry.replace(/^\d+/, '');
      next += parseInt(entry) || 0;
      codePoints.set(key, next);
      if (((next > 223 && next < 255) || (next > 944 && next < 970)) && HAS_CAPITAL.test(key)) {
        codePoints.set(key.charAt(0).toUpperCase() + key.slice(1), next - 32);
      }
      next++;
    }
  }
  return codePoints.get(name);
}

function character(code: number): string {
  if (code > 127 && code < 160) return WINDOWS_1252.charAt(code - 128);
  return code && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
}

/** Decodes character references once, as `&amp;lt;` to `&lt;`, but letters and signs however often they were escaped. Unknown names stay as they are. */
export function decodeEntities(value: string): string {
  return value.replace(REFERENCE, (whole: string, decimal?: string, hex?: string, name?: string) => {
    const code = name ? named(name) : hex ? parseInt(hex, 16) : Number(decimal);
    return code === undefined ? whole.replace('&amp;', '&') : character(code);
  });
}

/** Removes literal tags of known HTML elements; those that end a line or a block become a space. */
export function stripTags(value: string): string {
  return value.replace(TAG, (_tag, block?: string) => (block ? ' ' : ''));
}

/** Whether a string is HTML with a structure of its own rather than text. */
export function hasBlockTags(value: string): boolean {
  return BLOCK_TAG.test(value);
}

const ESCAPED_START = /^\s*&lt;[a-z!]/i;
/** Before another tag or the end: a tag amid words is spoken of. */
const ESCAPED_END = /&lt;\/(?:p|div|h[1-6]|[ou]l|blockquote|figure|table)&gt;\s*(?:&lt;|$)/i;

/** HTML without the second escaping that some sources give it, or the beginning of it. */
export function escapedOnce(html: string): string {
  return (ESCAPED_START.test(html) || (!html.includes('<') && ESCAPED_END.test(html))) && hasBlockTags(decodeEntities(stripTags(html))) ? decodeEntities(html) : html;
}

/**
 * One line of plain text: without HTML tags, entities decoded once, white space collapsed and trimmed.
 * A single space of another kind (no-break, thin, ideographic) is the writer's choice, and stays.
 */
export function plainText(value: string): string {
  return (/[<&]/.test(value) ? decodeEntities(stripTags(value)) : value)
    .replace(/[\0-\x08\x0e-\x1f\x7f]+/g, '')
    .replace(/\s{2,}|[\t-\r\u2028\u2029]/g, ' ')
    .trim();
}

/** The text of an HTML body, its blocks parted by blank lines: what is shown where HTML cannot be. */
export function textOfHtml(html: string): string {
  const [start = '', ...hidden] = html.split(/<(?=(?:script|style)[\s>])/i);
  const shown = hidden.map((part) => part.replace(/^[^]*?(?:<\/(?:script|style)|$)[^>]*>?/i, ''));
  const lines = [start, ...shown].join('').replace(/\s+/g, ' ').replace(TAG, (tag, block?: string) => (!block ? '' : /^<br/i.test(tag) ? '\n' : '\n\n'));
  return decodeEntities(lines).replace(/ {2,}/g, ' ').replace(/ *\n */g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}

/** The paragraphs of a plain-text body: parted by blank lines or, where it has none, by line ends. */
export function paragraphs(text: string): string[] {
  const lines = text.replace(/\r\n?|\u2028/g, '\n').replace(/\u2029/g, '\n\n').trim();
  const blank = /\n\s*\n/;
  return lines
    .split(blank.test(lines) ? blank : '\n')
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}
