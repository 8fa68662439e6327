/** What the apps show. */
export const feed = (...titles: string[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Harbour Gazette',
  items: titles.map((title) => ({ id: title, title, url: `https://gazette.example/${title}` })),
});

export const story = { '@type': 'NewsArticle', headline: 'Night ferry returns', articleBody: 'The first boat left at nine.' };
