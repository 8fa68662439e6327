/** What may stand in a body, said once more: of DESIGN.md, and apart from the code that keeps to it. */

const tags = new Set(
  (
    'p h2 h3 h4 h5 h6 br hr a em strong b i u s del ins sub sup small mark abbr cite q blockquote code pre kbd samp var time dfn ' +
    'ul ol li dl dt dd figure figcaption img picture source video audio track table caption colgroup col thead tbody tfoot tr th td ' +
    'div span section aside details summary ruby rt rp bdi bdo wbr'
  ).split(' '),
);

const links = /^(?:https?|mailto|tel):/;
const media = /^https?:/;
const candidates = /^https?:\S+(?: [\d.]+[wx])?(?:, https?:\S+(?: [\d.]+[wx])?)*$/;
const any = /^/;

/** Attributes by tag, and what their values are; `*` for every tag. */
const attributes: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  '*': { dir: any, lang: any, title: any },
  a: { href: links, hreflang: any, rel: /^noopener noreferrer$/ },
  img: { src: media, srcset: candidates, sizes: any, alt: any, width: any, height: any, loading: /^lazy$/, decoding: /^async$/ },
  source: { src: media, srcset: candidates, sizes: any, media: any, type: any, width: any, height: any },
  video: { src: media, poster: media, width: any, height: any, controls: /^$/, preload: /^none$/ },
  audio: { src: media, controls: /^$/, preload: /^none$/ },
  track: { src: media, kind: any, srclang: any, label: any, default: any },
  q: { cite: links },
  blockquote: { cite: links, part: /^embed$/ },
  del: { cite: links, datetime: any },
  ins: { cite: links, datetime: any },
  time: { datetime: any },
  td: { colspan: any, rowspan: any },
  th: { colspan: any, rowspan: any, scope: any },
  col: { span: any },
  colgroup: { span: any },
  ol: { start: any, reversed: any, type: any },
  li: { value: any },
  details: { open: any },
  span: { part: /^embed$/ },
  div: { class: /^scroller$/, tabindex: /^0$/, role: /^region$/, 'aria-label': any },
};

const forced: Readonly<Record<string, readonly string[]>> = {
  'a[href]': ['rel'],
  img: ['loading', 'decoding', 'alt'],
  'video, audio': ['controls', 'preload'],
};

/** What is wrong with a body's nodes, in words; nothing where they are as they should be. */
export function judge(body: Element | DocumentFragment): string[] {
  const wrong: string[] = [];
  for (const element of body.querySelectorAll('*')) {
    const { localName: tag, namespaceURI } = element;
    if (!tags.has(tag) || namespaceURI !== 'http://www.w3.org/1999/xhtml') wrong.push(`<${tag}> of ${String(namespaceURI)}`);
    for (const { name, value } of element.attributes) {
      const allowed = attributes[tag]?.[name] ?? attributes['*']?.[name];
      if (!allowed?.test(value)) wrong.push(`<${tag} ${name}="${value}">`);
    }
    if (element.shadowRoot) wrong.push(`<${tag}> with a shadow root`);
  }
  for (const [selector, names] of Object.entries(forced)) {
    for (const element of body.querySelectorAll(selector)) {
      for (const name of names) if (!element.hasAttribute(name)) wrong.push(`<${element.localName}> without ${name}`);
    }
  }
  const others = document.createTreeWalker(body, NodeFilter.SHOW_ALL & ~NodeFilter.SHOW_ELEMENT & ~NodeFilter.SHOW_TEXT);
  while (others.nextNode()) wrong.push(`a node of type ${String(others.currentNode.nodeType)}`);
  return wrong;
}

/** What a parser makes of a body's HTML; not that HTML, where it can change its meaning. */
export function reparsed({ innerHTML }: Element): string {
  const template = document.createElement('template');
  template.innerHTML = innerHTML;
  return template.innerHTML;
}
