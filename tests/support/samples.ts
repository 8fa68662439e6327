/** News for the tests: made up, small, and in the two formats. */

const hour = 3_600_000;

export const ago = (hours: number): string => new Date(Date.now() - hours * hour).toISOString();

export const jsonFeed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Harbour Gazette',
  home_page_url: 'https://gazette.example/',
  items: [
    {
      id: 'ferry',
      url: 'https://gazette.example/ferry',
      title: 'Night ferry returns after nine years',
      summary: 'The crossing takes eleven hours and serves breakfast.',
      tags: ['Transport'],
      authors: [{ name: 'Ada Quill', url: 'https://gazette.example/ada' }],
      image: '/demo/images/lead.svg',
      date_published: ago(3),
    },
    { id: 'bridge', url: '/bridge', title: 'Bridge closes for paint', date_published: '2024-05-01T08:00:00Z' },
    { id: 'market', url: 'https://gazette.example/market', title: 'Market & fair move uphill' },
  ],
};

export const newsArticle = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  '@id': 'https://gazette.example/ferry',
  url: 'https://gazette.example/ferry',
  headline: 'Night ferry returns after nine years',
  description: 'The crossing takes eleven hours and serves breakfast.',
  articleSection: 'Transport',
  articleBody: 'The first boat left at nine.\n\nIt was full.\n\nThe next one leaves tomorrow.',
  author: [
    { '@type': 'Person', name: 'Ada Quill', url: 'https://gazette.example/ada' },
    { '@type': 'Person', name: 'Ben Post' },
  ],
  publisher: { '@type': 'Organization', name: 'Harbour Gazette', url: 'https://gazette.example/' },
  datePublished: '2025-07-28T10:00:00Z',
  dateModified: '2025-07-29T10:00:00Z',
  image: {
    '@type': 'ImageObject',
    url: 'https://gazette.example/ferry.svg',
    width: 1600,
    height: 900,
    caption: 'The ferry at its berth.',
    creditText: 'Drawing: Cleo Ink',
  },
  keywords: ['Ferries', 'Ports'],
  copyrightNotice: '© 2025 Harbour Gazette',
  correction: { '@type': 'CorrectionComment', text: 'An earlier version gave the wrong berth.', datePublished: '2025-07-29' },
};

/** The address of a test server that answers with this. */
export function feedUrl(body: unknown, query = ''): string {
  return `/__feed/feed.json?${query}&body=${encodeURIComponent(typeof body === 'string' ? body : JSON.stringify(body))}`;
}

/** The address of what does not come before it is released. */
export function heldFeed(body: unknown): { readonly url: string; readonly release: () => Promise<unknown> } {
  const key = `held=${crypto.randomUUID()}`;
  return { url: feedUrl(body, key), release: () => fetch(`/__feed/release?${key}`) };
}
