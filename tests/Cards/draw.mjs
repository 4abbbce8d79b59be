// Draws the cards listed in <folder>/cards.json with the adaptivecards renderer, in the look of each client, as <folder>/<name>.<language>.<look>.png,
// each form behind a button as …+1.png, …+2.png, and one sheet per card with the languages side by side.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openPage } from "./browser.mjs";

const folder = process.argv[2];
const only = process.argv.slice(3);
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const source = (module) => readFileSync(require.resolve(module), "utf8");

const looks = [
  { name: "teams-light", target: "teams", width: 480 },
  { name: "teams-dark", target: "teams", width: 340 },
  { name: "web", target: "web", width: 340 },
];
const languages = ["zh-CN", "zh-TW", "en"];

// Runs in the page: draws figures side by side and gives how many forms (ShowCards) each card has.
const show = (figures) => {
  document.body.replaceChildren();
  const forms = figures.map(({ card: json, look, host, width, title, open }) => {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(host);
    card.parse(json);
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    caption.textContent = title;
    caption.style.maxWidth = `${width}px`;
    const frame = document.createElement("div");
    frame.className = `card ${look}`;
    frame.style.width = `${width}px`;
    frame.lang = json.lang;
    frame.append(card.render());
    figure.append(caption, frame);
    document.body.append(figure);
    const expandable = [...frame.querySelectorAll(".ac-pushButton.expandable")];
    if (open) expandable[open - 1].click();
    return expandable.length;
  });
  const { width, height } = document.body.getBoundingClientRect();
  return { forms, width: Math.ceil(width), height: Math.ceil(height) };
};

const { send, close } = await openPage();
const evaluate = async (expression) => {
  const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
};

await send("Emulation.setDeviceMetricsOverride", { width: 1500, height: 1200, deviceScaleFactor: 1, mobile: false });
await evaluate(source("adaptivecards/dist/adaptivecards.js"));
await evaluate(source("markdown-it/dist/markdown-it.js"));
await evaluate(`document.head.append(Object.assign(document.createElement("style"), { textContent: ${JSON.stringify(readFileSync(join(here, "hosts/page.css"), "utf8"))} }));
  const markdown = markdownit({ linkify: true, typographer: true });
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdown.render(text); result.didProcess = true; };
  globalThis.show = ${show};`);

const hosts = Object.fromEntries(looks.map(({ name }) => [name, JSON.parse(readFileSync(join(here, `hosts/${name}.json`), "utf8"))]));
const cards = JSON.parse(readFileSync(join(folder, "cards.json"), "utf8"));
const figure = (name, language, look, open) => {
  const { card, summary } = cards.find((c) => c.name === name && c.language === language && c.target === look.target);
  return { card, look: look.name, host: hosts[look.name], width: look.width, title: `${name} · ${language} · ${look.name} · ${summary}`, open };
};
let pictures = 0;
const draw = async (file, figures) => {
  const { forms, width, height } = await evaluate(`show(${JSON.stringify(figures)})`);
  const { data } = await send("Page.captureScreenshot", { format: "png", captureBeyondViewport: true, clip: { x: 0, y: 0, width, height, scale: 1 } });
  writeFileSync(join(folder, file), Buffer.from(data, "base64"));
  pictures++;
  return forms[0];
};

mkdirSync(join(folder, "sheets"), { recursive: true });
for (const name of [...new Set(cards.map((c) => c.name))].filter((n) => only.length === 0 || only.includes(n.split(".")[0]))) {
  for (const language of languages)
    for (const look of looks) {
      const forms = await draw(`${name}.${language}.${look.name}.png`, [figure(name, language, look)]);
      for (let open = 1; open <= forms; open++) await draw(`${name}.${language}.${look.name}+${open}.png`, [figure(name, language, look, open)]);
    }
  const [light, dark, web] = looks;
  const sheet = (open) => [figure(name, "zh-CN", web, open), figure(name, "zh-TW", dark, open), figure(name, "en", light, open)];
  const forms = await draw(`sheets/${name}.png`, sheet());
  for (let open = 1; open <= forms; open++) await draw(`sheets/${name}+${open}.png`, sheet(open));
}
await close();
console.log(`${pictures} pictures in ${folder}`);
