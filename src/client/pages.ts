// Keeps the form itself on the phone, so that it opens without network; only the whole page, never a frame in another one.

/** Has the service worker keep this page and a script. */
export function keepPages(script: string): void {
  const { serviceWorker } = navigator
  if (!serviceWorker || window.top !== window || !location.pathname.startsWith('/f/')) return
  serviceWorker
    .register('/sw.js', { scope: '/f/' })
    .then(() => serviceWorker.ready)
    .then(({ active }) => {
      if (active) active.postMessage([location.href.replace(/#.*/, '').replace('&send=1', ''), script])
    })
    .catch(() => undefined)
}

/** Takes away what was kept. */
export async function dropPages(): Promise<void> {
  try {
    await caches.delete('forms')
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister()
  } catch {
    // There is nothing of it where browsers allow none.
  }
}
