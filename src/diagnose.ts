/** Says in plain words what is wrong with the news on a page. Importing it registers nothing. */
import { parse } from './formats/lazy.js';
import type { ParsedFeed } from './formats/parse.js';
import type { Article } from './model.js';
import { hasContent, isAvailable, isReadable } from './source/availability.js';
import { isReachable, load, LoadError } from './source/load.js';
import { version } from './version.js';

/** One thing that is wrong, and what mends it. */
export interface Finding {
  /** Where; not there for what is wrong with the whole page. */
  readonly element?: Element;
  readonly problem: string;
  readonly mend: string;
}

/** The tags of this version; a test holds it. */
export const tags: readonly string[] = [
  'headline-carousel', 'headline-grid', 'headline-list', 'headline-ticker', 'news-actions', 'news-article', 'news-card', 'news-live', 'news-reader', 'news-time',
];

/** Of what there can be a thousand of, so many are told one by one. */
const mostTold = 5;

/** Milliseconds. */
const reportTime = 200;

interface NewsElement extends HTMLElement {
  readonly src?: string;
  readonly feed?: unknown;
  readonly article?: unknown;
}

const classOf = (tag: string) => customElements.get(tag) as (CustomElementConstructor & { version?: unknown; define?: unknown }) | undefined;

/** The version of the class behind a tag; none where it is not one of ours. */
function versionOf(tag: string): string | undefined {
  const found = classOf(tag);
  return typeof found?.version === 'string' && typeof found.define === 'function' ? found.version : undefined;
}

/** All elements but forms, whose inputs can take the place of their properties; in open shadow roots too. */
function elementsIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll(':not(form)')].flatMap((element) => [element, ...(element.shadowRoot ? elementsIn(element.shadowRoot) : [])]);
}

const count = (number: number, one: string): string => (number === 1 ? `one ${one}` : `${number} ${one}s`);

/** How an element is known to who reads a table. */
function describe(element: Element): string {
  const { localName, id, src } = element as NewsElement;
  return `<${localName}${id && ` id="${id}"`}${src ? ` src="${src.slice(0, 80)}"` : ''}>`;
}

/** Changes of a letter that make one word another. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (const [at, wanted] of Array.from(other).entries()) {
      next.push(Math.min((row[at] ?? 0) + (letter === wanted ? 0 : 1), (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The tag that was meant. */
function meant(name: string): string | undefined {
  const [nearest] = tags.map((tag) => ({ tag, far: distance(name, tag) })).sort((one, other) => one.far - other.far);
  return nearest && nearest.far <= 3 ? nearest.tag : undefined;
}

const scriptsOfOurs = () => [...document.scripts].filter(({ src }) => /newsleaf(?!\.(diagnose|xml))/i.test(src));

/** Why no script has defined an element. */
async function notDefined(): Promise<Pick<Finding, 'problem' | 'mend'>> {
  const [script] = scriptsOfOurs();
  if (!script) {
    return { problem: 'it was never defined: no script on this page is Newsleaf\'s, by its address', mend: 'Add <script src="…/newsleaf.iife.js" async></script>, where the CMS lets scripts be.' };
  }
  const { src, type } = script;
  if (type && !/^(module|(text|application)\/(java|ecma)script)$/i.test(type)) {
    return { problem: `it was never defined: something gave its script the type "${type}", which browsers do not run`, mend: `Let the tool that delays scripts, or asks for consent, leave out ${src}.` };
  }
  const refused = await refusal(src);
  if (refused) return { problem: `it was never defined: its script ${refused.problem}`, mend: refused.mend };
  return {
    problem: 'it was never defined: its script is there, and was refused or failed',
    mend: `Look at the console. If the page has a Content-Security-Policy, it needs: script-src ${new URL(src).origin}`,
  };
}

/** The directive that lets an address in, with what the policy allows already. */
function directive({ originalPolicy }: SecurityPolicyViolationEvent, { origin }: URL): string {
  const directives = originalPolicy.split(';').map((text) => text.trim().split(/\s+/));
  const [, ...allowed] = directives.find(([name]) => name === 'connect-src') ?? directives.find(([name]) => name === 'default-src') ?? [];
  return ['connect-src', ...allowed.filter((source) => source !== "'none'"), origin === location.origin ? "'self'" : origin].join(' ');
}

const byStatus: readonly (readonly [from: number, mend: string])[] = [
  [500, 'The server of the news has a problem of its own: ask who runs it.'],
  [429, 'The server is asked too often: raise refresh, or serve a copy from your own site.'],
  [405, 'Mend src: the server gives no news to who asks for that.'],
  [404, 'Mend src: there is nothing at that address.'],
  [401, 'The server wants a login or a key. Newsleaf sends neither: serve a copy from your own site.'],
  [400, 'Mend src: the server does not understand that address.'],
];

type Answered = Awaited<ReturnType<typeof load>>;

async function ask(href: string): Promise<Answered | Pick<Finding, 'problem' | 'mend'>> {
  let violation: SecurityPolicyViolationEvent | undefined;
  const note = (event: SecurityPolicyViolationEvent) => {
    if (event.effectiveDirective === 'connect-src') violation = event;
  };
  document.addEventListener('securitypolicyviolation', note);
  try {
    return await load(href, new AbortController().signal);
  } catch (error) {
    const { status, message } = error instanceof LoadError ? error : { status: undefined, message: String(error) };
    const url = URL.parse(href, document.baseURI);
    if (!url) return { problem: `has no address that a browser understands: ${href}`, mend: 'Mend src.' };
    if (status !== undefined) {
      const [, mend = 'Mend src.'] = byStatus.find(([from]) => status >= from) ?? [];
      return { problem: `cannot be had: the server answers HTTP ${status}`, mend };
    }
    const isThere = await isReachable(url.href);
    // A policy is reported some time after what it refused.
    await new Promise((resolve) => setTimeout(resolve, reportTime));
    if (violation) return { problem: 'cannot be had: this page\'s Content-Security-Policy refuses it', mend: `Let the policy say: ${directive(violation, url)}` };
    if (location.protocol === 'https:' && url.protocol === 'http:') return { problem: 'cannot be had: browsers refuse http: on a page of https:', mend: `Use https:${url.href.slice(5)}` };
    if (isThere && url.origin !== location.origin) {
      return { problem: `cannot be had: ${url.host} gives no leave to read it (CORS)`, mend: 'Let that server send the header Access-Control-Allow-Origin: * or serve a copy from your own site.' };
    }
    if (url.protocol === 'file:') return { problem: 'cannot be had: browsers let a page read no files', mend: 'Look at the page by a web server: npx http-server starts one in a folder.' };
    if (!navigator.onLine) return { problem: 'cannot be had: this browser is offline', mend: 'Go online.' };
    return { problem: `cannot be had: ${message.replace(`${href}: `, '')}`, mend: 'Open the address in a tab. If it is there, an extension of the browser or a firewall may stand between.' };
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
}

async function refusal(href: string): Promise<Pick<Finding, 'problem' | 'mend'> | undefined> {
  const answer = await ask(href);
  return 'problem' in answer ? answer : undefined;
}

/** Why an article is not shown. */
function hiddenBecause(article: Article, now: number): string | undefined {
  const { status, embargoedUntil, expires } = article;
  const { expires: _, ...lasting } = article;
  if (status !== 'usable') return `its status is ${status}`;
  if (!isAvailable(lasting, now)) return `it is under embargo until ${embargoedUntil?.iso ?? ''}`;
  return isAvailable(article, now) ? undefined : `it expired on ${expires?.iso ?? ''}`;
}

/** The first few of some, and how many more there are. */
function* few<T>(all: readonly T[], tell: (one: T) => Finding, rest: (more: number) => Finding): Iterable<Finding> {
  for (const one of all.slice(0, mostTold)) yield tell(one);
  if (all.length > mostTold) yield rest(all.length - mostTold);
}

/** What of the news is not shown, and why. */
function* hidden(element: NewsElement, items: readonly Article[]): Iterable<Finding> {
  const isList = 'feed' in element;
  const now = Date.now();
  if (items.length === 0) {
    yield { element, problem: 'there is no item in the news', mend: 'Nothing, if there is no news. Else look at where it comes from: a filter may be too narrow.' };
    return;
  }
  const wanted = isList ? items : items.slice(0, 1);
  const shut = wanted.flatMap((article) => {
    const reason = hiddenBecause(article, now) ?? ((isList ? isReadable : hasContent)(article) ? undefined : 'it has no words');
    return reason === undefined ? [] : [{ reason, name: article.headline ?? article.id }];
  });
  yield* few(
    shut,
    ({ reason, name }) => ({ element, problem: `«${name}» is not shown: ${reason}`, mend: 'Nothing, if that is so. Else mend it where the news comes from.' }),
    (more) => ({ element, problem: `${count(more, 'more item')} not shown for such reasons`, mend: 'The same.' }),
  );
}

/** What is wrong with the data that an element is given as text. */
async function* data(element: NewsElement, what: string, text: string, url: string): AsyncIterable<Finding> {
  let parsed: ParsedFeed;
  try {
    parsed = await parse(text, url);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isPage = /^\s*<(!doctype html|html)/i.test(text);
    yield {
      element,
      problem: `${what} cannot be read: ${isPage ? 'it is a web page' : message}`,
      mend: isPage ? 'Mend src: it is to be the address of a feed, or of JSON.' : 'Give it news in one of the formats that README.md lists; a JSON checker finds what is no JSON.',
    };
    return;
  }
  const { feed, issues } = parsed;
  yield* few(
    issues,
    ({ path, reason }) => ({ element, problem: `${what}, ${path}: ${reason}`, mend: 'It was left out, or mended. To have it shown, mend it where the news comes from.' }),
    (more) => ({ element, problem: `${what}: ${count(more, 'more issue')} of that kind`, mend: 'The event news-load has them all, as event.issues.' }),
  );
  yield* hidden(element, feed.items);
}

/** What is wrong with an element that is defined. */
async function* newsOf(element: NewsElement): AsyncIterable<Finding> {
  const attribute = element.getAttribute('feed') ?? element.getAttribute('article');
  const script = element.querySelector(':scope > script[type*="json" i]');
  // By property, it is there as it was read.
  const value = (element.feed ?? element.article) as { readonly items?: readonly Article[] } | undefined;
  if (element.getAttribute('limit') === '0') yield { element, problem: 'nothing is shown: limit is 0', mend: 'Raise limit, or leave it out.' };
  if (attribute) yield* data(element, 'its attribute', attribute, document.baseURI);
  else if (script?.textContent.trim()) yield* data(element, 'its script', script.textContent, document.baseURI);
  else if (element.src) {
    const answer = await ask(element.src);
    if ('problem' in answer) yield { element, problem: `its src ${answer.problem}`, mend: answer.mend };
    else yield* data(element, 'its src', answer.text, answer.url);
  } else if (value) yield* hidden(element, value.items ?? [value as Article]);
  else if (element.matches(':state(error)')) {
    yield { element, problem: 'the data that was set could not be read', mend: 'The event news-error, and the console, say why.' };
  } else yield { element, problem: 'it has no news to show', mend: 'Give it src, a child <script type="application/json">, or the property feed or article.' };
}

/** What is wrong with the tags of a page, and with who defined them. */
async function* tagsOf(elements: readonly Element[]): AsyncIterable<Finding> {
  const marked = elements.filter((element) => element.hasAttribute('data-newsleaf'));
  const named = [...elements.filter(({ localName }) => tags.includes(localName) || /news|headline/.test(localName)), ...marked];
  if (!elements.some(({ localName }) => versionOf(localName) !== undefined) && named.length === 0) {
    yield {
      problem: 'there is no element of Newsleaf on this page',
      mend: 'Add <headline-list src="…"></headline-list>. A CMS that strips unknown tags may leave <div data-newsleaf="headline-list" data-src="…"></div>.',
    };
  }
  for (const element of named) {
    const isMarked = element.hasAttribute('data-newsleaf');
    const name = (isMarked ? element.getAttribute('data-newsleaf') : element.localName) ?? '';
    const said = isMarked ? `data-newsleaf="${name}"` : `<${name}>`;
    const nearest = meant(name);
    if (tags.includes(name)) {
      if (isMarked || !classOf(name)) yield { element, ...(await notDefined()) };
      else if (versionOf(name) === undefined) {
        yield { element, problem: `another script on this page has a ${said} of its own`, mend: 'Register ours under another name: import a class from npm and call define("acme-headlines") on it.' };
      }
    } else if (!classOf(name) && (isMarked || nearest || /^(news|headline)-/.test(name))) {
      yield { element, problem: `${said} is no element of Newsleaf ${version}`, mend: nearest ? `Write ${said.replace(name, nearest)}.` : `There are: ${tags.join(', ')}.` };
    }
  }
  const globalVersion = (window as { Newsleaf?: { version?: unknown } }).Newsleaf?.version;
  const versions = new Set([...tags.map(versionOf), globalVersion, version].filter((one) => typeof one === 'string'));
  if (versions.size > 1) {
    const where = scriptsOfOurs().map(({ src }) => src);
    yield { problem: `there are two versions of Newsleaf on this page: ${[...versions].join(' and ')}`, mend: `Load one only; the first to come is used.${where.length > 1 ? ` There are: ${where.join(', ')}` : ''}` };
  }
}

/**
 * Looks at every element of Newsleaf on the page, asks for its data once more, and says what is wrong: on the console, and
 * as what it gives back.
 */
export async function diagnose(): Promise<Finding[]> {
  const elements = elementsIn(document);
  const findings: Finding[] = [];
  for await (const finding of tagsOf(elements)) findings.push(finding);
  const defined = elements.filter(({ localName }) => versionOf(localName) !== undefined) as NewsElement[];
  for (const element of defined) for await (const finding of newsOf(element)) findings.push(finding);
  if (findings.length > 0) console.table(findings.map(({ element, problem, mend }) => ({ where: element ? describe(element) : 'the page', problem, mend })));
  else console.info(`Newsleaf ${version} finds nothing wrong with ${count(defined.length, 'element')} on this page.`);
  return findings;
}
