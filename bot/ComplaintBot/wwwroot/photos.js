// A photo of a phone is larger than anybody needs to see what is broken: it is made smaller before it is sent. What is hidden in it
// (place, device) is gone then, too.
(() => {
  'use strict';

  const longestSide = 2000;
  const small = 1000 * 1000;
  const quality = 0.85;
  const photos = ['jpeg', 'png', 'webp'];

  /** The smaller picture as a new file; the same file when it is small already, no photo, or would not get smaller. */
  async function reduce(file, kind) {
    if (!photos.includes(kind)) return file;
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size <= small) {
      picture.close();
      return file;
    }
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
    const pen = canvas.getContext('2d');
    // What was transparent would become black.
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise(resolve => { canvas.toBlob(resolve, 'image/jpeg', quality); });
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg', lastModified: file.lastModified });
  }

  window.customerPage.photos = { reduce };
})();
