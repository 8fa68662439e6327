import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseFeed, type ParsedFeed } from '../../src/formats/index.js';
import { parseXmlFeed } from '../../src/formats/xml.js';

const url = 'https://example.org/news/';
const fixtures = new URL('../fixtures/', import.meta.url);
const read = (file: URL): string => readFileSync(file, 'utf8');
const parse = (file: URL): ParsedFeed => (file.pathname.endsWith('.xml') ? parseXmlFeed(read(file), { url }) : parseFeed(JSON.parse(read(file)), { url }));

for (const format of readdirSync(fixtures)) {
  const folder = new URL(`${format}/`, fixtures);
  for (const input of readdirSync(folder).filter((file) => file.includes('.input.'))) {
    test(`${format}/${input}`, () => {
      const { feed, issues, format: found } = parse(new URL(input, folder));
      assert.equal(found, format);
      assert.deepEqual({ feed, issues }, JSON.parse(read(new URL(input.replace(/\.input\..*/, '.expected.json'), folder))));
    });
  }
}
