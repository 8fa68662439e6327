import 'newsleaf/news-time';

const minute = 60_000;

for (const time of document.querySelectorAll<HTMLElementTagNameMap['news-time']>('news-time[data-minutes]')) {
  time.datetime = new Date(Date.now() - Number(time.dataset['minutes']) * minute);
}
