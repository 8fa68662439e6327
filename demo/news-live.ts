import 'newsleaf/news-live';
