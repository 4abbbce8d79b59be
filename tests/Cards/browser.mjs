// A headless Chromium, spoken to over its debugging pipe (file descriptors 3 and 4), so that no driver package is needed.
import { spawn, spawnSync } from "node:child_process";

const names = [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"].filter(Boolean);

const find = () => {
  const found = names.find((name) => spawnSync(name, ["--version"]).status === 0);
  if (!found) throw new Error(`no Chromium found (tried ${names.join(", ")}); set CHROMIUM to one`);
  return found;
};

// Gives `send(method, params)` for one empty page, and `close()`.
export const openPage = async () => {
  const chromium = spawn(find(), ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe", "--lang=en", "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const waiting = new Map();
  let last = 0;
  let rest = "";
  chromium.stdio[4].setEncoding("utf8").on("data", (text) => {
    const messages = (rest + text).split("\0");
    rest = messages.pop();
    for (const { id, result, error } of messages.map((m) => JSON.parse(m))) {
      if (!waiting.has(id)) continue;
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      error ? reject(new Error(error.message)) : resolve(result);
    }
  });
  chromium.on("exit", () => waiting.forEach(({ reject }) => reject(new Error("Chromium ended"))));

  const sendTo = (sessionId) => (method, params = {}) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      chromium.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  const browser = sendTo(undefined);
  const { targetId } = await browser("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser("Target.attachToTarget", { targetId, flatten: true });
  return { send: sendTo(sessionId), close: () => browser("Browser.close").catch(() => chromium.kill()) };
};
