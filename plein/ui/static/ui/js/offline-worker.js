// Without network: the kind page that says so. Keeps that page and its few files, nothing else;
// what somebody reads or writes never comes in here. `kept` stands above (plein/ui/offline.py).
const NAME = `plein-offline-${kept.version}`;

// Without cookies: the page is nobody's, also when somebody is signed in.
const asked = (url) => new Request(url, { credentials: "omit" });
const found = (url) => caches.match(url, { ignoreVary: true });

addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll([kept.page, ...kept.files].map(asked))));
  skipWaiting();
});

async function begin() {
  const old = (await caches.keys()).filter((name) => name.startsWith("plein-offline-") && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
  await registration.navigationPreload?.enable();
  await clients.claim();
}
addEventListener("activate", (event) => event.waitUntil(begin()));

async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    // What was sent did not arrive: back to the page it was written on, where the words still are.
    const from = event.request.method === "GET" ? "" : event.request.referrer;
    if (from.startsWith(location.origin)) return Response.redirect(from, 303);
    return (await found(kept.page)) ?? Response.error();
  }
}

async function file(request) {
  try {
    return await fetch(request);
  } catch {
    return (await found(request.url)) ?? Response.error();
  }
}

const files = new Set(kept.files.map((url) => new URL(url, location.origin).href));
addEventListener("fetch", (event) => {
  if (event.request.mode === "navigate") event.respondWith(page(event));
  else if (files.has(event.request.url)) event.respondWith(file(event.request));
});
