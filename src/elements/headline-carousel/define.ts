import { HeadlineCarousel } from './headline-carousel.js';

HeadlineCarousel.define();
