import axeCore from 'axe-core';
import { render, type TemplateResult } from 'lit';

const containers = new Set<HTMLElement>();

afterEach(() => {
  for (const container of containers) container.remove();
  containers.clear();
});

/** Puts it into a fresh container, which is removed after the test, and waits for the first render. */
export async function mount<T extends Element = HTMLElement>(content: string | TemplateResult | Element): Promise<T> {
  const container = document.createElement('div');
  containers.add(container);
  document.body.append(container);
  if (typeof content === 'string') container.innerHTML = content;
  else if (content instanceof Element) container.append(content);
  else render(content, container);
  const element = container.firstElementChild;
  if (!element) throw new Error('mount: nothing in it');
  if ('updateComplete' in element) await element.updateComplete;
  return element as T;
}

export type Page = Window & typeof globalThis & { __problems: string[] };

/** Loads a page of this project in a frame, which is removed after the test. Its problems are in `window.__problems`. */
export async function openPage(url: string, { width = 1024, height = 768 } = {}): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.width = String(width);
  frame.height = String(height);
  frame.style.border = '0';
  frame.src = url;
  const loaded = oneEvent(frame, 'load');
  await mount(frame);
  await loaded;
  return frame.contentWindow as Page;
}

/** The first script of a page that notes its problems. */
const recorder = '<script src="/__page/recorder.js"></script>';

export interface HostPage {
  readonly head?: string;
  readonly body?: string;
  /** Of HTTP, as `content-security-policy`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What the page begins with; `''` for quirks mode. */
  readonly doctype?: string;
  /** Of its bytes. */
  readonly encoding?: 'utf8' | 'latin1';
}

/** Loads a page of somebody else's, made up for the test, as {@link openPage}. */
export async function openHostPage({ head = '', body = '', headers = {}, doctype = '<!doctype html>', encoding }: HostPage): Promise<Page> {
  const html = `${doctype}<html lang="en"><head>${recorder}<title>Somebody else's page</title>${head}</head><body>${body}</body></html>`;
  const answer = await fetch('/__page', { method: 'POST', body: JSON.stringify({ html, headers, encoding }) });
  return openPage(await answer.text());
}

/** Throws a list of what breaks WCAG 2.2 AA or axe's best practices. Rules of whole pages apply to documents only. */
export async function axe(target: Element | Document, options: axeCore.RunOptions = {}): Promise<void> {
  const pageRules = target instanceof Element ? { region: { enabled: false }, 'page-has-heading-one': { enabled: false } } : {};
  const { violations } = await axeCore.run(target, { resultTypes: ['violations'], ...options, rules: { ...pageRules, ...options.rules } });
  if (violations.length === 0) return;
  const lines = violations.flatMap(({ id, help, nodes }) => [
    `${id}: ${help}`,
    ...nodes.map(({ target: path, failureSummary }) => `  ${path.flat().join(' ')}\n    ${failureSummary ?? ''}`),
  ]);
  throw new Error(`axe found ${String(violations.length)}:\n${lines.join('\n')}`);
}

/** Looks on every frame until the predicate gives something true, and gives that. */
export async function until<T>(predicate: () => T | Promise<T>, message = 'it never came', limit = 20_000): Promise<NonNullable<T>> {
  const end = performance.now() + limit;
  for (;;) {
    const value = await predicate();
    if (value) return value;
    if (performance.now() > end) throw new Error(`until: ${message} (${String(limit)} ms)`);
    await new Promise(requestAnimationFrame);
  }
}

export function oneEvent<T extends Event = Event>(target: EventTarget, type: string): Promise<T> {
  return new Promise((resolve) => {
    target.addEventListener(type, (event) => { resolve(event as T); }, { once: true });
  });
}
