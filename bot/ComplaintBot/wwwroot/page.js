// Draws the conversation and says plainly how it stands with the connection.
(() => {
  'use strict';

  const { settings, session, first, loading, look, connection, receipt } = window.customerPage;
  const { texts } = settings;
  const element = id => document.getElementById(id);
  const [banner, contacts, chat, dialog] = ['banner', 'contacts', 'chat', 'newDialog'].map(element);
  /** Shorter interruptions are not worth a word. */
  const graceful = 1200;
  const backShown = 3000;
  const title = document.title;

  let line = null;
  let store = null;

  /** New words in a page that nobody looks at show in its title. */
  function announce({ type, from }) {
    if (type === 'message' && from.role === 'bot' && document.hidden) document.title = `● ${texts.newMessage} – ${title}`;
  }

  const watch = () => next => action => {
    if (action.type === 'WEB_CHAT/SET_SEND_BOX') first.keepDraft(action.payload.text);
    const result = next(action);
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
      announce(action.payload.activity);
      first.shown(action.payload.activity);
    }
    return result;
  };

  const cardActionMiddleware = receipt.middleware(sayShortly);

  /** A language chosen in the middle of a conversation is told to the bot, which could not know it otherwise. */
  function tellLanguage() {
    const place = 'complaint-language';
    try {
      const before = localStorage.getItem(place);
      localStorage.setItem(place, settings.language);
      if (before === null || before === settings.language) return;
    } catch {
      return;
    }
    line.postActivity({ type: 'event', name: 'page/language', value: settings.language, locale: settings.language })
      .subscribe({ next() {}, error: error => console.info('The language was not told:', error.message) });
  }

  /** Sending again is offered for what may arrive the next time. */
  const activityStatusMiddleware = () => next => status => {
    const drawn = next(status);
    // Web Chat shows elements only, and keeps what makes them to itself: one of its own is given other words.
    if (!drawn || !line.isRefused(status.activity)) return drawn;
    return { ...drawn, type: 'span', props: { children: texts.notTaken, className: 'refused' } };
  };

  function draw() {
    window.WebChat.renderWebChat({
      directLine: line,
      store,
      locale: settings.language,
      nonce: settings.nonce,
      styleOptions: look.styleOptions(),
      adaptiveCardsHostConfig: look.hostConfig(),
      cardActionMiddleware,
      activityStatusMiddleware,
    }, chat);
  }

  let later = 0;
  function say(text, wait = 0) {
    clearTimeout(later);
    later = setTimeout(() => { banner.textContent = text; }, wait);
  }

  /** Words that go again by themselves. */
  function sayShortly(text, length = backShown) {
    clearTimeout(later);
    banner.textContent = text;
    say('', length);
  }

  connection.addEventListener('conversation', ({ detail }) => {
    // Another conversation, another transcript: what is drawn now must not stay.
    line = detail;
    store = window.WebChat.createStore({}, watch);
    draw();
    first.use(line, store);
    tellLanguage();
  });

  connection.addEventListener('state', ({ detail: state }) => {
    const isTold = banner.textContent !== '';
    contacts.hidden = state !== 'unreachable';
    if (state !== 'online') {
      say(texts[state], isTold || state === 'offline' ? 0 : graceful);
      return;
    }
    element('new').hidden = false;
    sayShortly(isTold ? texts.back : '');
  });

  loading.addEventListener('failed', () => {
    say(texts.notLoaded);
    contacts.hidden = false;
  });
  loading.addEventListener('loaded', () => {
    say('');
    contacts.hidden = true;
  });

  element('tryNow').addEventListener('click', () => {
    if (window.WebChat) connection.reconnect();
    else loading.again();
  });

  element('new').addEventListener('click', () => dialog.showModal());
  element('newCancel').addEventListener('click', () => dialog.close());
  element('newConfirm').addEventListener('click', async () => {
    dialog.close();
    try {
      await connection.startNew();
    } catch {
      sayShortly(texts.unreachable, 2 * backShown);
    }
  });

  // Somebody who lives by another clock reads whose times these are.
  element('zone').hidden = -new Date().getTimezoneOffset() === settings.zoneMinutes;

  document.addEventListener('visibilitychange', () => { if (!document.hidden) document.title = title; });
  look.onChange(() => { if (line) draw(); });

  // What is still on its way would be lost with the page: the browser asks first.
  addEventListener('beforeunload', event => { if (line?.isWaiting || first.isWaiting) event.preventDefault(); });

  // The host page owns the frame: it decides what Escape does.
  if (settings.embedded) {
    addEventListener('keydown', event => {
      if (event.key === 'Escape' && !dialog.open) parent.postMessage({ type: 'complaint-chat:close' }, '*');
    });
  }

  loading.start().then(() => connection.start(session.first));
})();
