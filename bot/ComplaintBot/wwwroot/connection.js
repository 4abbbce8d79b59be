// Keeps the page connected: a lost stream, an expired token and a laptop opened days later all end in one thing, a fresh token
// and a stream that goes on after the last message that was seen.
(() => {
  'use strict';

  const { settings, session, stream, createLine } = window.customerPage;
  const online = 2;
  const openLimit = 10000;
  const longestPause = 15000;
  /** A token with less than this left is renewed before something is sent with it; of a short life, the last tenth. */
  const renewAhead = 120000;
  /** A device whose clock jumped by this much was asleep. */
  const sleepSign = 60000;
  const beat = 5000;

  const connection = new EventTarget();
  /** connecting (the first time) | online | reconnecting | offline (the browser says so) | unreachable (it takes long) */
  let state = 'connecting';
  let granted = null;
  let directLine = null;
  let line = null;
  let run = null;
  let endPause = () => {};

  function tell(type, detail) {
    connection.dispatchEvent(new CustomEvent(type, { detail }));
  }

  function enter(next) {
    if (next === state) return;
    state = next;
    tell('state', state);
  }

  /** Puts a fresh Direct Line to work, for this conversation after the last message seen, or for another one from its start. */
  function attach(next) {
    const goesOn = granted?.conversationId === next.conversationId;
    granted = next;
    const fresh = window.WebChat.createDirectLine({
      token: next.token,
      conversationId: next.resume ? next.conversationId : undefined,
      watermark: goesOn ? line.watermark : undefined,
      domain: new URL(`${settings.root}/v3/directline`, location.href).href,
      conversationStartProperties: { locale: settings.language },
    });
    directLine = fresh;
    fresh.connectionStatus$.subscribe(status => {
      // Above "online" come expired, failed and ended: the line needs a fresh start, unless it was replaced already.
      if (status > online && fresh === directLine) reconnect();
    });
    stream.forget();
    if (!goesOn) line = createLine({ ready, repair: reconnect });
    line.use(fresh);
    if (!goesOn) tell('conversation', line);
  }

  /** Resolves when the stream opens, rejects when it takes too long. */
  function opened() {
    return new Promise((resolve, reject) => {
      stream.addEventListener('open', resolve, { once: true });
      setTimeout(() => reject(new Error('The stream did not open')), openLimit);
    });
  }

  /** Waits a growing, uneven time; less when the network comes back or the person is impatient. */
  function pause(attempt) {
    const length = Math.min(longestPause, 500 * 2 ** attempt) * (0.5 + Math.random() / 2);
    return new Promise(resolve => {
      endPause = resolve;
      setTimeout(resolve, length);
    });
  }

  async function connect(firstSession) {
    for (let attempt = 0; ; attempt++) {
      try {
        const next = await (attempt === 0 && firstSession || session.open({ conversationId: granted?.conversationId }));
        const isOpen = opened();
        attach(next);
        await isOpen;
        line.open();
        return enter('online');
      } catch (error) {
        console.info('Not connected yet:', error.message);
        if (!navigator.onLine) enter('offline');
        else if (attempt > 2) enter('unreachable');
        else if (state !== 'connecting') enter('reconnecting');
        await pause(attempt);
      }
    }
  }

  function start(firstSession) {
    run ??= connect(firstSession).finally(() => { run = null; });
    return run;
  }

  function reconnect() {
    if (!navigator.onLine) enter('offline');
    else if (state === 'online' || state === 'offline') enter('reconnecting');
    endPause();
    return start();
  }

  /** True when the token is about to end. Direct Line renews it by itself every 15 minutes, as long as the device is awake. */
  function isTokenOld() {
    const life = granted.expires_in * 1000;
    if (directLine.token !== granted.token) granted = { ...granted, token: directLine.token, expiresAt: Date.now() + life };
    return granted.expiresAt - Date.now() < Math.min(renewAhead, life / 10);
  }

  const isReady = () => run === null && stream.isOpen() && !isTokenOld();

  /** Resolves when something sent now would arrive. */
  async function ready() {
    while (!isReady()) await start();
  }

  stream.addEventListener('close', reconnect);
  addEventListener('online', reconnect);
  addEventListener('offline', reconnect);
  document.addEventListener('visibilitychange', () => { if (!document.hidden && run === null && !isReady()) reconnect(); });

  let lastBeat = Date.now();
  setInterval(() => {
    const asleep = Date.now() - lastBeat > sleepSign;
    lastBeat = Date.now();
    if (run === null && (asleep || isTokenOld())) reconnect();
  }, beat);

  window.customerPage.connection = Object.assign(connection, {
    start,
    reconnect,
    /** Another conversation of the same customer. Throws when the server cannot be reached. */
    async startNew() {
      const next = await session.open({ startNew: true });
      await run;
      await start(Promise.resolve(next));
    },
  });
})();
