import 'newsleaf/define';
import { addressWith, fillNav, find, home } from './controls.js';
import { addressOf, samples } from './samples.js';

const asked = new URLSearchParams(location.search).get('format');
const sample = samples.find(({ id }) => id === asked) ?? samples[0];
const address = addressOf(sample);
const page = new URL('formats.html', home);

document.title = `${sample.name}: Formats: Newsleaf`;
find(HTMLElement, '#format').textContent = sample.name;
find(HTMLElement, '#note').textContent = sample.note;
const links = samples.map(({ id, name }) => [addressWith(page, [['format', id]]), name] as const);
fillNav(find(HTMLElement, '#formats'), links, ({ searchParams }) => searchParams.get('format') === sample.id);

for (const element of document.querySelectorAll('news-article, headline-list')) element.setAttribute('src', address);

const file = find(HTMLAnchorElement, '#file');
file.href = address;
file.textContent = sample.file;
find(HTMLAnchorElement, '#play').href = addressWith('playground.html', [['sample', sample.id]]);
const response = await fetch(address);
find(HTMLElement, '#raw').textContent = response.ok ? await response.text() : `HTTP ${String(response.status)}`;
