import { home } from './controls.js';

/** The samples in `data/formats`: news in every format that Newsleaf reads. */
export interface Sample {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** Where such news comes from, and what is odd in it. */
  readonly note: string;
}

const json = (id: string, name: string, note: string): Sample => ({ id, name, file: `${id}.json`, note });
const xml = (id: string, name: string, note: string): Sample => ({ id, name, file: `${id}.xml`, note });

export const samples: readonly [Sample, ...Sample[]] = [
  json('jsonld', 'schema.org', 'JSON-LD, as pages carry it for search engines: a graph whose parts refer to each other, and three ways to write a picture.'),
  json('jsonfeed', 'JSON Feed', 'Version 1.1: a body as HTML or as text, an id that is a number, an item without a title.'),
  json('wordpress', 'WordPress', 'What wp/v2/posts answers with _embed: titles are HTML, excerpts end in […], and dates have no zone.'),
  json('guardian', 'Guardian', 'The Content API: fields that are asked for by name, booleans as words, the main picture as HTML and as elements.'),
  json('newsapi', 'NewsAPI.org', 'Titles end in the publisher’s name, texts after 200 characters, and a story that was taken back is still in the answer.'),
  json('gnews', 'GNews', 'Like NewsAPI.org, but not quite: image for urlToImage, and another mark where the text is cut.'),
  json('ninjs', 'IPTC ninjs', 'News agencies’ own: headlines and texts by their role, pictures by their rendition. The canceled sixth item is not shown.'),
  json('rss2json', 'rss2json', 'RSS as a web service turns it into JSON: dates have no zone, and an enclosure that is not there is an empty list.'),
  json('rss-parser', 'rss-parser', 'RSS as a library for Node turns it into JSON: XML’s attributes show through.'),
  xml('rss', 'RSS', 'Version 2.0 with its usual extensions. HTML in CDATA and HTML in entities stand side by side.'),
  xml('atom', 'Atom', 'Version 1.0: three ways to write HTML. The parser for XML is fetched when XML comes.'),
  json('blocks', 'Blocks', 'A body that is no HTML but a list of blocks, Portable Text here, in Newsleaf’s own typed articles.'),
];

export const addressOf = ({ file }: Sample): string => new URL(`data/formats/${file}`, home).href;
