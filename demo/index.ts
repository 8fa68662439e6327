import 'newsleaf/headline-list';
import 'newsleaf/news-article';
