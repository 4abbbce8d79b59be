// The receipt on paper and elsewhere: its buttons are done by the page itself, from what the card shows.
(() => {
  'use strict';

  const { settings } = window.customerPage;
  const { texts } = settings;
  const element = id => document.getElementById(id);
  const block = '.ac-columnSet, .ac-factset, .ac-textBlock, .ac-richTextBlock';

  // Web Chat does not say on which card a button was pressed.
  let pressed = null;
  addEventListener('click', event => { pressed = event.target.closest('.ac-pushButton'); }, true);

  const wordsOf = part => part.innerText.replace(/\s+/g, ' ').trim();

  /** A part as one line of text, as strong and as large as it is drawn. */
  function lineOf(part) {
    const { fontWeight, fontSize } = getComputedStyle(part);
    const text = part.cells ? [...part.cells].map(wordsOf).filter(Boolean).join(' – ') : wordsOf(part);
    return part.cells ? { text } : { text, weight: fontWeight, size: fontSize };
  }

  /** What a card says, line by line: the rows of a table and of columns stay together, buttons are left out. */
  function linesOf(card) {
    return [...card.querySelectorAll(block)]
      .filter(part => !part.parentElement.closest('.ac-columnSet, .ac-factset') && !part.querySelector('.ac-pushButton'))
      .flatMap(part => part.matches('.ac-factset') ? [...part.querySelectorAll('tr')] : [part])
      .map(lineOf)
      .filter(({ text }) => text);
  }

  const organisation = () => document.querySelector('.names p').textContent;
  const home = () => `${location.origin}${settings.root}/`;
  const textOf = card => [organisation(), '', ...linesOf(card).map(({ text }) => text), '', home()].join('\n');

  async function copy(card) {
    const text = textOf(card);
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without https there is no clipboard for scripts; this older way still works there.
      const field = document.createElement('textarea');
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
    }
    return texts.copied;
  }

  function print(card) {
    const paper = element('paper');
    const row = (name, { text, weight = '', size = '' }) => {
      const made = Object.assign(document.createElement(name), { textContent: text });
      Object.assign(made.style, { fontWeight: weight, fontSize: size });
      return made;
    };
    paper.replaceChildren(row('h2', { text: organisation() }), ...linesOf(card).map(l => row('p', l)), row('p', { text: home() }));
    window.print();
    return null;
  }

  async function send(card, { ticket }) {
    const [title, text] = [`${organisation()} ${ticket}`, textOf(card)];
    if (navigator.share && matchMedia('(pointer: coarse)').matches) await navigator.share({ title, text }).catch(() => {});
    else location.href = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(text)}`;
    return null;
  }

  const doings = { 'page.copy': copy, 'page.print': print, 'page.send': send };

  window.customerPage.receipt = {
    /** Web Chat's way to the buttons of cards; say() tells what was done. */
    middleware: say => () => next => action => {
      const { type, value } = action.cardAction;
      const card = pressed?.closest('.webchat__adaptive-card-renderer');
      if (type !== 'postBack' || !card || !doings[value?.verb]) return next(action);
      return Promise.resolve(doings[value.verb](card, value)).then(done => { if (done) say(done); });
    },
  };
})();
