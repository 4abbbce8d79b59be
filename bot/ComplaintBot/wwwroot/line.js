// What Web Chat holds on to for a whole conversation: one line that outlives lost streams and expired tokens. Below it, one Direct Line
// after another does the work. A message counts as sent when the server has it; until then it is sent again, and the server knows a
// repeated one by its clientActivityID.
(() => {
  'use strict';

  const connecting = 1;
  const online = 2;
  const longestPause = 15000;

  /** The part of an observable that Web Chat uses. With a value from the start, a new observer gets the last one at once. */
  function createSubject(...start) {
    const observers = new Set();
    let last = start;
    return {
      next(value) {
        if (last.length) last = [value];
        observers.forEach(observer => observer.next(value));
      },
      subscribe(observer) {
        observers.add(observer);
        last.forEach(value => observer.next(value));
        return { unsubscribe: () => observers.delete(observer) };
      },
    };
  }

  /**
   * Makes a line. ready() resolves when something sent now would arrive; repair() is told that something did not.
   */
  function createLine({ ready, repair }) {
    const activities = createSubject();
    const statuses = createSubject(connecting);
    let inner = null;
    let received = null;
    let waiting = 0;
    const refused = new Set();

    const post = activity => new Promise((resolve, reject) => { inner.postActivity(activity).subscribe(resolve, reject); });
    const pause = attempt => new Promise(resolve => { setTimeout(resolve, Math.min(longestPause, 500 * 2 ** attempt)); });

    async function deliver(activity, isWanted) {
      for (let attempt = 0; isWanted(); attempt++) {
        await ready();
        const answer = await post(activity);
        // Direct Line says "retry" when the token was refused, and also when the answer was lost.
        if (answer !== 'retry') return answer;
        repair();
        await pause(attempt);
      }
      throw new Error('Given up');
    }

    return {
      activity$: activities,
      connectionStatus$: statuses,
      // Web Chat reads the user's id out of it.
      get token() { return inner.token; },
      get watermark() { return inner?.watermark; },
      get isWaiting() { return waiting > 0; },
      /** True for a message that the server did not take: to send it again would be in vain. */
      isRefused: activity => refused.has(activity.channelData?.clientActivityID),

      postActivity: activity => ({
        subscribe(observer) {
          let isWanted = true;
          waiting++;
          deliver(activity, () => isWanted)
            .then(id => { observer.next(id); observer.complete?.(); }, error => {
              // What the server has looked at and does not take is not taken the next time either.
              if (error.status >= 400 && error.status < 500) refused.add(activity.channelData?.clientActivityID);
              observer.error(error);
            })
            .finally(() => { waiting--; });
          return { unsubscribe: () => { isWanted = false; } };
        },
      }),

      /** From now on this Direct Line does the work. */
      use(directLine) {
        const before = inner;
        inner = directLine;
        received?.unsubscribe();
        before?.end();
        received = directLine.activity$.subscribe(activity => activities.next(activity), repair);
      },

      open: () => statuses.next(online),

      end() {
        received?.unsubscribe();
        inner?.end();
      },
    };
  }

  window.customerPage.createLine = createLine;
})();
