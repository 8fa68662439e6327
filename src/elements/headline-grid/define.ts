import { HeadlineGrid } from './headline-grid.js';

HeadlineGrid.define();
