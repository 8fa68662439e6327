import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseFeed } from '../../src/formats/index.js';

const url = 'https://example.org/news/';
const fixtures = new URL('../fixtures/', import.meta.url);
const json = (file: URL): unknown => JSON.parse(readFileSync(file, 'utf8'));

for (const format of readdirSync(fixtures)) {
  const folder = new URL(`${format}/`, fixtures);
  for (const input of readdirSync(folder).filter((file) => file.endsWith('.input.json'))) {
    test(`${format}/${input}`, () => {
      const { feed, issues, format: found } = parseFeed(json(new URL(input, folder)), { url });
      assert.equal(found, format);
      assert.deepEqual({ feed, issues }, json(new URL(input.replace('.input.', '.expected.'), folder)));
    });
  }
}
