/** The cache that pages and the service worker share for data open to everybody. */
export const OPEN_DATA = 'linli-open-data';
