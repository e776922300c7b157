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

/** Takes away what was kept; fails where browsers allow none of it. */
export const dropPages = (): Promise<unknown> =>
  caches
    .delete('forms')
    .then(() => navigator.serviceWorker.getRegistration('/f/'))
    .then((one) => one?.unregister())
