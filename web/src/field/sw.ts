/// <reference lib="webworker" />
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { OPEN_DATA } from './data/openDataCache';
import './data/device';
import { db } from './data/db';
import { flush } from './outbox/flush';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] };

// The app itself opens without a network.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/field/index.html')));

// So does the map, with what the pages have put into the cache of open data.
registerRoute(
  ({ url }) => url.pathname.startsWith('/api/v1/map/'),
  async ({ request }) => {
    try {
      return await fetch(request);
    } catch {
      const cache = await caches.open(OPEN_DATA);
      return (await cache.match(request.url)) ?? Response.error();
    }
  },
);

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});

/** Where browsers have background sync, the outbox goes out with the app closed. */
self.addEventListener('sync', (event) => {
  const sync = event as ExtendableEvent & { tag: string };
  if (sync.tag === 'outbox') sync.waitUntil(sendOrAskAgain());
});

async function sendOrAskAgain(): Promise<void> {
  const { signInNeeded } = await flush();
  const left = await db.outbox.where('state').equals('queued').count();
  // Failing is how a service worker asks the browser for another try.
  if (left > 0 && !signInNeeded) throw new Error(`${left} left in the outbox`);
}
