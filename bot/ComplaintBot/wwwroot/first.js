// The page before Web Chat has loaded: it greets, shows what can be done and takes the first words. What is written stays in this tab
// until the server has it, so that neither a reload nor a slow network loses or doubles it.
(() => {
  'use strict';

  const { settings } = window.customerPage;
  const element = id => document.getElementById(id);
  const [section, told, offers, box, words] = ['first', 'told', 'offers', 'box', 'words'].map(element);
  const place = 'complaint-first-words';
  const input = "[data-id='webchat-sendbox-input']";

  /** What is half written, and what was said and is not with the server yet. */
  const kept = { draft: '', said: [], ...read() };
  /** Said words that Web Chat has not shown yet. */
  const unseen = new Set();
  let line = null;
  let store = null;
  let isGreeted = false;
  let isComposing = false;
  let isOver = false;

  function read() {
    try {
      return JSON.parse(sessionStorage.getItem(place));
    } catch {
      return null;
    }
  }

  function keep() {
    try {
      sessionStorage.setItem(place, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing still sends.
    }
  }

  function show({ id, text }) {
    const bubble = document.createElement('p');
    bubble.className = 'bubble mine';
    bubble.dataset.id = id;
    const state = document.createElement('small');
    state.textContent = settings.texts.sending;
    bubble.append(text, state);
    told.append(bubble);
    bubble.scrollIntoView({ block: 'end' });
  }

  function say(text) {
    const entry = { id: `first${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`, text };
    kept.said.push(entry);
    keep();
    offers.hidden = true;
    show(entry);
    if (line) post(entry);
  }

  // The server knows a repeated one by its id: what was sent before a reload and is sent again is there once.
  function post({ id, text }) {
    unseen.add(id);
    line.postActivity({
      type: 'message',
      text,
      textFormat: 'plain',
      locale: settings.language,
      localTimestamp: new Date().toISOString(),
      localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      channelData: { clientActivityID: id },
    }).subscribe({ next: () => taken(id), error: () => refused(id, text) });
  }

  function taken(id) {
    kept.said = kept.said.filter(entry => entry.id !== id);
    keep();
    handOver();
  }

  // Words that the server does not take stand in the box again.
  function refused(id, text) {
    unseen.delete(id);
    told.querySelector(`[data-id='${id}']`)?.remove();
    words.value = `${text}\n${words.value}`.trim();
    kept.draft = words.value;
    taken(id);
  }

  /** Web Chat takes over, with what is half written, when it shows all that was said; never in the middle of a Chinese word. */
  function handOver() {
    if (isOver || !isGreeted || isComposing || unseen.size > 0 || kept.said.length > 0) return;
    isOver = true;
    const isWriting = section.contains(document.activeElement) || document.activeElement === document.body;
    store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: words.value } });
    section.hidden = true;
    element('chat').inert = false;
    if (isWriting) requestAnimationFrame(focus);
  }

  function focus() {
    const target = isOver ? document.querySelector(input) : words;
    target?.focus();
    target?.setSelectionRange(target.value.length, target.value.length);
  }

  offers.addEventListener('click', event => {
    const offer = event.target.closest('button');
    if (!offer) return;
    say(offer.textContent);
    words.focus();
  });

  box.addEventListener('submit', event => {
    event.preventDefault();
    const text = words.value.trim();
    if (text === '') return;
    words.value = '';
    kept.draft = '';
    say(text);
  });

  words.addEventListener('input', () => { kept.draft = words.value; keep(); });
  words.addEventListener('compositionstart', () => { isComposing = true; });
  words.addEventListener('compositionend', () => { isComposing = false; setTimeout(handOver); });
  words.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    box.requestSubmit();
  });

  element('skip').addEventListener('click', event => { event.preventDefault(); focus(); });

  words.value ||= kept.draft;
  kept.said.forEach(show);
  offers.hidden = kept.said.length > 0;
  focus();

  window.customerPage.first = {
    get isWaiting() { return kept.said.length > 0; },

    /** Web Chat has begun to listen on this line. */
    use(nextLine, nextStore) {
      store = nextStore;
      if (isOver || line) return;
      line = nextLine;
      kept.said.forEach(post);
    },

    /** Web Chat shows this. */
    shown({ type, from, channelData }) {
      if (type !== 'message') return;
      unseen.delete(channelData?.clientActivityID);
      isGreeted ||= from.role === 'bot';
      setTimeout(handOver);
    },

    /** What is half written in Web Chat is kept like the first words. */
    keepDraft(text) {
      if (!isOver) return;
      kept.draft = text;
      keep();
    },
  };
})();
