/** Registers every tag. */
import './elements/headline-carousel/define.js';
import './elements/headline-grid/define.js';
import './elements/headline-list/define.js';
import './elements/headline-ticker/define.js';
import './elements/news-actions/define.js';
import './elements/news-article/define.js';
import './elements/news-card/define.js';
import './elements/news-live/define.js';
import './elements/news-reader/define.js';
import './elements/news-time/define.js';
