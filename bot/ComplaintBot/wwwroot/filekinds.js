// What a file is, by its first bytes, as the server judges it (bot/DirectLine/Uploads): so that nothing is uploaded to be refused.
(() => {
  'use strict';

  const bytes = text => [...text].map(letter => letter.charCodeAt(0));
  const signatures = [
    ['jpeg', 0, [0xff, 0xd8, 0xff]],
    ['png', 0, [0x89, ...bytes('PNG\r\n\x1a\n')]],
    ['gif', 0, bytes('GIF8')],
    ['webp', 8, bytes('WEBP')],
    ['pdf', 0, bytes('%PDF-')],
    ['office', 0, bytes('PK\x03\x04')],
    ['heic', 4, bytes('ftyphei')],
    ['heic', 4, bytes('ftypmif1')],
    ['heic', 4, bytes('ftypmsf1')],
    ['media', 4, bytes('ftyp')],
    ['media', 8, bytes('WAVE')],
    ['media', 0, [0x1a, 0x45, 0xdf, 0xa3]],
    ['media', 0, bytes('#!AMR')],
    ['media', 0, bytes('ID3')],
    ['media', 0, [0xff, 0xfb]],
    ['media', 0, [0xff, 0xf3]],
    ['media', 0, [0xff, 0xf2]],
  ];
  const text = /\.(txt|log|csv)$|^[^.]*$/i;
  const office = /\.(docx|xlsx|pptx)$/i;
  /** A name that promises a content which can be told by its first bytes. */
  const promising = /\.(jpe?g|jfif|png|gif|webp|heic|heif|pdf|docx|xlsx|pptx|mp4|m4v|3gp|mov|webm|m4a|mp3|wav|amr)$/i;

  async function kindOf(file) {
    const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
    const found = signatures.find(([, at, signature]) => signature.every((byte, i) => head[at + i] === byte));
    if (found) return found[0] === 'office' && !office.test(file.name) ? null : found[0];
    return text.test(file.name) && !head.includes(0) ? 'text' : null;
  }

  /** A picture that says it is one and cannot be drawn is broken; what a browser cannot draw (HEIC) is left to the server. */
  async function isBroken(file, kind) {
    if (!['jpeg', 'png', 'gif', 'webp'].includes(kind)) return false;
    try {
      (await createImageBitmap(file)).close();
      return false;
    } catch {
      return true;
    }
  }

  window.customerPage.fileKinds = { kindOf, isBroken, promises: name => promising.test(name) };
})();
