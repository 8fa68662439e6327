import { openHostPage, until, type Page } from './helpers.js';

export type WatchedPage = Page & { __ran: string[]; isReady?: boolean };

/** Notes whatever script of a stranger's would do, in `window.__ran`. */
const watch = `<script>{
  const ran = window.__ran = [];
  const note = (name) => (...what) => { ran.push(name + '(' + what.map(String).join() + ')'); };
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'pwned', 'fetch', 'Worker', 'WebSocket', 'EventSource', 'XMLHttpRequest']) window[name] = note(name);
  for (const name of ['write', 'writeln', 'execCommand']) document[name] = note(name);
  Navigator.prototype.sendBeacon = note('sendBeacon');
  History.prototype.pushState = History.prototype.replaceState = note('history');
  Object.defineProperty(document, 'cookie', { get: note('cookie'), set: note('cookie') });
  for (const type of ['pagehide', 'hashchange', 'submit', 'message']) addEventListener(type, note(type), true);
  // A link to somewhere else is for readers; one that is script runs.
  addEventListener('click', (event) => {
    const link = event.composedPath().find(({ href }) => href);
    if (/^(?:https?|mailto|tel):/.test(link?.protocol)) event.preventDefault();
  });
}</script>`;

/** What may be framed here when a reader asks for it. */
export const listed = /^https?:\/\/(?:x|gazette)\.example\//;

/** A page that shows our elements, and what else its script brings. */
export async function openWatched(script = "import '/src/define.ts';"): Promise<WatchedPage> {
  const page = (await openHostPage({
    headers: {
      // Pictures may be of anywhere: they are not fetched here, and that is no offence. All else is, and is let happen to see what it does.
      'content-security-policy': "img-src 'self'; media-src 'self'",
      'content-security-policy-report-only': "default-src 'self' 'unsafe-inline' 'unsafe-eval'; img-src * data: blob:; media-src * data: blob:; frame-src 'none'; object-src 'none'; form-action 'none'",
    },
    head: watch,
    body: `<script type="module">${script} window.isReady = true;</script>`,
  })) as WatchedPage;
  await until(() => page.isReady, 'the elements');
  return page;
}

const events = (
  'dblclick auxclick contextmenu mousedown mouseup mouseover mouseout mouseenter mousemove pointerover pointerdown pointerenter touchstart ' +
  'keydown keyup keypress focus blur focusin focusout load error abort beforeinput input change reset invalid select toggle ' +
  'beforetoggle animationstart animationend transitionstart transitionend copy cut paste drag drop dragstart scroll wheel canplay play ' +
  'loadstart ended begin start finish popstate resize beforematch cancel close'
).split(' ');

/** Every event at every node; of very many, at the first and the last. */
export function provoke(page: Page, root: ParentNode, types: readonly string[] = events): void {
  const elements = [...root.querySelectorAll<HTMLElement>('*')];
  if (elements.length > 300) elements.splice(50, elements.length - 100);
  const all = types.map((type) => new page.Event(type));
  for (const element of elements) {
    for (const event of all) element.dispatchEvent(event);
    element.dispatchEvent(new page.MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
  }
}

/** What happened on a page that should not; what it takes for a script to run on has passed. */
export async function happened(page: WatchedPage): Promise<string[]> {
  // A picture that fails, a timer, a task: whatever was started before them has run.
  await new Promise<void>((resolve) => {
    const picture = new page.Image();
    picture.onerror = () => { page.setTimeout(() => { page.requestAnimationFrame(() => { resolve(); }); }, 10); };
    picture.src = 'https://x.example/sentinel.png';
  });
  const loads = page.performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return [
    ...page.__ran.splice(0),
    ...page.__problems.splice(0).filter((problem) => !/^policy: (?:img|media)-src |^error: did not load|^policy: frame-src https:\/\/(?:x|gazette)\.example /.test(problem)),
    ...loads
      .filter(({ name }) => !name.startsWith(page.location.origin))
      .filter(({ name, initiatorType }) => !(/^(?:img|image|video|audio|track|source|other)$/.test(initiatorType) || (initiatorType === 'iframe' && listed.test(name))))
      .map(({ name, initiatorType }) => `${initiatorType} ${name}`),
  ];
}
