// The right to talk: a token for this browser's conversation. The cookie that says whose conversation it is stays out of reach of scripts.
(() => {
  'use strict';

  const settings = JSON.parse(document.body.dataset.settings);
  const timeLimit = 15000;

  /** Asks the server for a token. Throws when it cannot be reached or refuses. */
  async function open({ conversationId = null, startNew = false } = {}) {
    const response = await fetch(`${settings.root}/api/directline/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ locale: settings.language, conversationId, startNew, embedded: settings.embedded }),
      cache: 'no-store',
      signal: AbortSignal.timeout(timeLimit),
    });
    if (!response.ok) throw new Error(`The server answered ${response.status}`);
    const session = await response.json();
    // Measured by this device's clock, so that a wrong clock does no harm.
    return { ...session, expiresAt: Date.now() + session.expires_in * 1000 };
  }

  const first = open();
  // Whoever waits for it hears of its failure; until then it is no error.
  first.catch(() => {});

  window.customerPage = { settings, session: { open, first } };
})();
