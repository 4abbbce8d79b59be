// Files on their way to Web Chat: photos are made smaller, what the server would refuse is refused here, with the reason and what may
// be sent. The original of a photo goes out when it is asked for.
(() => {
  'use strict';

  const { settings, fileKinds, photos } = window.customerPage;
  const { texts, limits } = settings;
  const panel = document.getElementById('files');
  const picker = "#chat input[type='file']";
  /** Set while our own choice of files is handed on. */
  let isHandingOn = false;

  const megabytes = size => (size / 1024 / 1024).toFixed(1);
  const sizeInWords = size => size < 1024 * 1024 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${megabytes(size)} MB`;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  /** Why it cannot be sent, or null. */
  async function faultOf(original, file, kind) {
    if (original.size === 0) return texts.fileEmpty;
    if (kind === null) return fileKinds.promises(original.name) ? texts.fileFalse : texts.fileKind;
    if (file === null) return texts.fileFalse;
    return file.size > limits.file ? texts.fileTooLarge : null;
  }

  async function prepare(original) {
    const kind = original.size === 0 ? null : await fileKinds.kindOf(original);
    const file = await fileKinds.isBroken(original, kind) ? null : await photos.reduce(original, kind).catch(() => original);
    return { original, file, fault: await faultOf(original, file, kind) };
  }

  function handOn(files) {
    const choice = new DataTransfer();
    files.forEach(file => choice.items.add(file));
    const input = document.querySelector(picker);
    input.files = choice.files;
    isHandingOn = true;
    try {
      input.dispatchEvent(new Event('change', { bubbles: true }));
    } finally {
      isHandingOn = false;
    }
  }

  function row(words, className, button) {
    const line = document.createElement('p');
    line.className = className;
    line.append(words);
    if (button) line.append(' ', button);
    return line;
  }

  function buttonOf(words, onClick) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: words });
    button.addEventListener('click', onClick);
    return button;
  }

  function originalOf({ original, file }) {
    const words = fill(texts.photoReduced, { name: original.name, before: sizeInWords(original.size), after: sizeInWords(file.size) });
    if (original.size > limits.file) return row(words, 'note');
    const button = buttonOf(texts.sendOriginal, () => {
      button.parentElement.remove();
      if (!panel.querySelector('.note, .refused')) panel.replaceChildren();
      handOn([original]);
    });
    return row(words, 'note', button);
  }

  function tell(taken, refused) {
    const values = { most: megabytes(limits.file).replace('.0', ''), count: limits.count };
    const reasons = refused.map(({ original, fault }) => {
      const words = fill(fault, { ...values, name: original.name, size: megabytes(original.size) });
      return row(words, 'refused');
    });
    const rows = [
      ...reasons,
      ...(refused.length ? [row(fill(texts.filesAllowed, values), 'allowed')] : []),
      ...taken.filter(({ original, file }) => original !== file).map(originalOf),
    ];
    const list = document.createElement('div');
    list.append(...rows);
    panel.replaceChildren(...(rows.length ? [list, buttonOf(texts.close, () => panel.replaceChildren())] : []));
  }

  async function take(files) {
    const taken = [];
    const refused = [];
    let total = 0;
    // One after the other: ten photos at once are more than a phone can hold.
    for (const original of files) {
      const each = await prepare(original);
      const fault = each.fault
        ?? (taken.length === limits.count ? texts.fileTooMany : null)
        ?? (total + each.file.size > limits.total ? texts.filesTooLarge : null);
      if (fault) {
        refused.push({ original, fault });
      } else {
        taken.push(each);
        total += each.file.size;
      }
    }
    tell(taken, refused);
    if (taken.length) handOn(taken.map(({ file }) => file));
  }

  // Before Web Chat hears of it.
  addEventListener('change', event => {
    if (isHandingOn || !event.target.matches(picker)) return;
    event.stopImmediatePropagation();
    const files = [...event.target.files];
    event.target.value = '';
    take(files);
  }, true);
})();
