// Tells when the live stream of messages opens and closes. Direct Line itself keeps saying "online" while it is down.
(() => {
  'use strict';

  const stream = new EventTarget();
  let latest = null;

  class WatchedWebSocket extends WebSocket {
    constructor(...address) {
      super(...address);
      latest = this;
      // A stream that has been replaced has nothing to say any more.
      const tell = ({ type }) => { if (this === latest) stream.dispatchEvent(new Event(type)); };
      this.addEventListener('open', tell);
      this.addEventListener('close', tell);
    }
  }

  window.WebSocket = WatchedWebSocket;

  window.customerPage.stream = Object.assign(stream, {
    isOpen: () => latest?.readyState === WebSocket.OPEN,
    /** The present stream is about to be replaced on purpose: its end is no news. */
    forget: () => { latest = null; },
  });
})();
