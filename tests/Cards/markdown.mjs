// Turns Markdown into HTML the way Web Chat does (links, typography), nothing trusted. In and out: a JSON list of texts.
import { createRequire } from "node:module";

const markdown = createRequire(import.meta.url)("markdown-it")({ html: true, linkify: true, typographer: true });
let text = "";
for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
process.stdout.write(JSON.stringify(JSON.parse(text).map((t) => markdown.render(t))));
