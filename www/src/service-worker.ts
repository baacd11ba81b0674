// Precaches every file of the build, so that the app opens without the network. It never takes over by itself:
// a new version waits until the page, asked by the user, sends "switch_version".

import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: { url: string; revision: string | null }[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL("/index.html"), { denylist: [/^\/api\//] }));

self.addEventListener("message", (event) => {
  if (event.data === "switch_version") void self.skipWaiting();
});

// The first version serves the page that installed it, so that a reload without the network already works.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
