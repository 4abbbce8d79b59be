// The tab's only script: asks Teams who looks and in which look, and opens links in Teams. The library of Microsoft is loaded from the
// address that its documentation names, with its hash, and only inside Teams.
(() => {
  "use strict";

  const LIBRARY = "https://res.cdn.office.net/teams-js/2.58.0/js/MicrosoftTeams.min.js";
  const HASH = "sha384-sMo/EOqQPa1OCup2/VBRum7oFeOS22kvs8WGDc45xK53tUVZzFR5WwFYDUYN1LO4";
  const page = document.documentElement;
  const state = document.getElementById("state");
  const address = new URL(location.href);
  const isInTeams = window.parent !== window || "nativeInterface" in window;

  const say = (words) => {
    state.textContent = words;
  };

  const loaded = () =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = LIBRARY;
      script.integrity = HASH;
      script.crossOrigin = "anonymous";
      script.onload = () => resolve(window.microsoftTeams);
      script.onerror = () => reject(new Error("library"));
      document.head.append(script);
    });

  const begin = async (who) => {
    const answer = await fetch("/tab/session" + address.search, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(who),
    });
    if (!answer.ok) {
      say(await answer.text());
      return;
    }
    // A browser that keeps no cookie here would come back to this page for ever.
    address.searchParams.set("signed", "1");
    address.searchParams.delete("as");
    location.replace(address);
  };

  const look = (theme) => {
    page.dataset.theme = theme;
  };

  const inTeams = async () => {
    const teams = await loaded();
    await teams.app.initialize();
    teams.app.notifySuccess();
    teams.app.registerOnThemeChangeHandler(look);
    for (const link of document.querySelectorAll("a[data-chat]"))
      link.addEventListener("click", (event) => {
        event.preventDefault();
        teams.app.openLink(link.href);
      });
    if ("signIn" in page.dataset && !address.searchParams.has("signed")) await begin({ token: await teams.authentication.getAuthToken() });
  };

  const start = async () => {
    const isSignIn = "signIn" in page.dataset;
    if (isSignIn && address.searchParams.has("signed")) say(state.dataset.blocked);
    else if (isSignIn && "local" in state.dataset && address.searchParams.has("as")) await begin({ as: address.searchParams.get("as") });
    else if (isInTeams) await inTeams();
    else if (isSignIn) say(state.dataset.outside);
  };

  start().catch(() => {
    if (state) say(state.dataset.failed);
  });
})();
