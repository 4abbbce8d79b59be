// Binds templates with the reference engine. In: a JSON list of {template, data} on standard input. Out: a JSON list of {card} or {error}.
import { createRequire } from "node:module";

const { Template } = createRequire(import.meta.url)("adaptivecards-templating");

const read = async () => {
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
  return JSON.parse(text);
};

const expand = ({ template, data }) => {
  try {
    return { card: new Template(template).expand({ $root: data }) ?? null };
  } catch (error) {
    return { error: String(error?.message ?? error) };
  }
};

console.warn = () => {};
process.stdout.write(JSON.stringify((await read()).map(expand)));
