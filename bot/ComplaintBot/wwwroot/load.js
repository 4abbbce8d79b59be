// Loads Web Chat when the page can be used already, so that the first words never wait for it. A load that fails is tried again.
(() => {
  'use strict';

  const { settings } = window.customerPage;
  const pause = 15000;
  const loading = new EventTarget();
  let again = () => {};

  function once() {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = settings.webChat;
      script.addEventListener('load', resolve);
      script.addEventListener('error', () => { script.remove(); reject(new Error('Web Chat did not load')); });
      document.head.append(script);
    });
  }

  /** Resolves when Web Chat is there. */
  async function load() {
    for (;;) {
      try {
        await once();
        loading.dispatchEvent(new Event('loaded'));
        return;
      } catch (error) {
        console.info('Not loaded yet:', error.message);
        loading.dispatchEvent(new Event('failed'));
        await new Promise(resolve => { again = resolve; setTimeout(resolve, pause); });
      }
    }
  }

  addEventListener('online', () => again());

  /** The page stands when all that it needs itself is there. */
  const stands = new Promise(resolve => {
    if (document.readyState === 'complete') resolve();
    else addEventListener('load', resolve, { once: true });
  });

  window.customerPage.loading = Object.assign(loading, { start: () => stands.then(load), again: () => again() });
})();
