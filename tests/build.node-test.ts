import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

// What is made of custom-elements.json, which tests/elements/manifest.test.ts holds against the elements: `npm run build` comes before this.

interface Named {
  readonly name: string;
}
interface Element extends Named {
  readonly tagName?: string;
  readonly members: readonly (Named & { readonly attribute?: string })[];
  readonly attributes: readonly Named[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssStates: readonly Named[];
}

const json = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;
const { modules } = json<{ modules: readonly { declarations: readonly Element[] }[] }>('dist/custom-elements.json');
const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
const names = (items: readonly Named[]) => items.map(({ name }) => name);
const unique = (items: readonly Named[], wrap: (name: string) => string) => [...new Set(names(items).map(wrap))];

test('VS Code knows every tag with its attributes, and all that CSS can name', () => {
  const { tags } = json<{ tags: readonly (Named & { attributes: readonly Named[] })[] }>('dist/vscode.html-custom-data.json');
  assert.deepEqual(tags.map(({ name, attributes }) => [name, names(attributes)]), elements.map(({ tagName, attributes }) => [tagName, names(attributes)]));
  const css = json<Record<'properties' | 'pseudoElements' | 'pseudoClasses', readonly Named[]>>('dist/vscode.css-custom-data.json');
  assert.deepEqual(names(css.properties), unique(elements.flatMap(({ cssProperties }) => cssProperties), (name) => name));
  assert.deepEqual(names(css.pseudoElements), unique(elements.flatMap(({ cssParts }) => cssParts), (name) => `::part(${name})`));
  assert.deepEqual(names(css.pseudoClasses), unique(elements.flatMap(({ cssStates }) => cssStates), (name) => `:state(${name})`));
});

test('JetBrains editors know every tag with all that it has', () => {
  const { contributions } = json<{ contributions: { html: { elements: readonly (Named & Record<'attributes' | 'slots', readonly Named[]> & Record<'js' | 'css', Record<string, readonly Named[]>>)[] } } }>('dist/web-types.json');
  const found = contributions.html.elements.map(({ name, attributes, slots, js, css }) => [name, attributes, slots, js['properties'] ?? [], js['events'] ?? [], css['properties'] ?? [], css['parts'] ?? []]);
  const wanted = elements.map(({ tagName, attributes, slots, members, events, cssProperties, cssParts }) => [tagName, attributes, slots, members.filter(({ attribute }) => attribute), events, cssProperties, cssParts]);
  const plain = (rows: readonly (readonly unknown[])[]) => rows.map(([tag, ...lists]) => [tag, ...lists.map((list) => names(list as readonly Named[]))]);
  assert.deepEqual(plain(found), plain(wanted));
});

test('there is a React component for every element, also where there is no DOM', () => {
  const code = "console.log(JSON.stringify(Object.entries(await import('newsleaf/react')).map(([name, value]) => [name, typeof value])))";
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8', env: {} });
  assert.deepEqual(JSON.parse(output), names(elements).sort().map((name) => [name, 'function']));
});
