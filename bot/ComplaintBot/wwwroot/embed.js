// The chat behind a button on another site. One line there: <script src="https://…/embed.js" async></script>
// Optional on that line: data-locale="zh-CN|zh-TW|en" (otherwise the language of the page, then of the browser).
(() => {
  'use strict';

  const settings = /*settings*/ null;
  const script = document.currentScript;
  const home = script.src.replace(/\/embed\.js.*$/, '');
  const homeOrigin = new URL(script.src).origin;
  const narrow = matchMedia('(max-width: 560px)');

  if (location.origin !== homeOrigin && !settings.origins.some(origin => origin.toLowerCase() === location.origin)) {
    console.warn(`The chat of ${homeOrigin} may not be shown on ${location.origin}: it is not in the setting Page:EmbedOrigins.`);
    return;
  }

  /** The first wanted language that the chat speaks; English for a visitor who speaks none of them. */
  function language() {
    const wanted = [script.dataset.locale, document.documentElement.lang, ...navigator.languages].filter(Boolean);
    for (const tag of wanted) {
      if (/^zh/i.test(tag)) return /hant|tw|hk|mo/i.test(tag) ? 'zh-TW' : 'zh-CN';
      if (/^en/i.test(tag)) return 'en';
    }
    return 'en';
  }

  const locale = language();
  const texts = settings.texts[locale];

  // Style sheets made by script are allowed under every Content-Security-Policy, and the shadow keeps the site's own styles out.
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; }
    button { font: 500 16px/1.3 system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'PingFang TC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; cursor: pointer; border: 0; }
    button:focus-visible { outline: 3px solid ${settings.accent}; outline-offset: 3px; }
    .open { position: fixed; right: 20px; bottom: 20px; z-index: 2147483000; display: flex; align-items: center; gap: 9px; min-height: 52px; padding: 8px 20px 8px 16px;
      border-radius: 26px; background: ${settings.accent}; color: ${settings.onAccent}; box-shadow: 0 3px 14px rgb(0 0 0 / 28%); }
    .panel { position: fixed; right: 20px; bottom: 20px; z-index: 2147483001; display: flex; flex-direction: column; width: 420px; height: min(680px, calc(100vh - 40px));
      border-radius: 14px; overflow: hidden; background: ${settings.accent}; color: ${settings.onAccent}; box-shadow: 0 8px 34px rgb(0 0 0 / 34%); }
    .bar { display: flex; align-items: center; justify-content: space-between; padding-left: 16px; font: 600 16px/1.3 system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'PingFang TC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
    .close { width: 48px; height: 48px; background: transparent; color: inherit; }
    .close:focus-visible { outline-color: currentColor; outline-offset: -6px; }
    iframe { flex: 1; width: 100%; border: 0; background: Canvas; }
    [hidden] { display: none; }
    @media (max-width: 560px) { .panel { inset: 0; width: auto; height: auto; border-radius: 0; } }
    @media print { .open, .panel { display: none; } }`);

  function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function icon(path) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', width: 24, height: 24, fill: 'none', stroke: 'currentColor',
      'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' })) svg.setAttribute(key, value);
    svg.append(document.createElementNS(svg.namespaceURI, 'path'));
    svg.firstChild.setAttribute('d', path);
    return svg;
  }

  const host = element('div', { lang: locale });
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [style];
  const open = element('button', { class: 'open', type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
    icon('M4 5h16v11h-9l-5 4v-4H4z'), element('span', {}, texts.open));
  const close = element('button', { class: 'close', type: 'button', 'aria-label': texts.close }, icon('M6 6l12 12M18 6L6 18'));
  const panel = element('div', { class: 'panel', role: 'dialog', 'aria-label': texts.frame, hidden: '' },
    element('div', { class: 'bar' }, element('span', {}, texts.open), close));
  root.append(open, panel);
  let frame = null;

  function show() {
    // Nothing is loaded before somebody wants it.
    if (!frame) {
      frame = element('iframe', { src: `${home}/?embed=1&locale=${locale}`, title: texts.frame, allow: 'clipboard-write' });
      panel.append(frame);
    }
    panel.hidden = false;
    panel.setAttribute('aria-modal', String(narrow.matches));
    open.hidden = true;
    open.setAttribute('aria-expanded', 'true');
    frame.focus();
  }

  function hide() {
    panel.hidden = true;
    open.hidden = false;
    open.setAttribute('aria-expanded', 'false');
    open.focus();
  }

  open.addEventListener('click', show);
  close.addEventListener('click', hide);
  panel.addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });
  addEventListener('message', event => {
    if (event.origin === homeOrigin && event.source === frame?.contentWindow && event.data?.type === 'complaint-chat:close') hide();
  });

  const place = () => document.body.append(host);
  if (document.body) place();
  else addEventListener('DOMContentLoaded', place);
})();
