// Reads cards with the renderer's own parser. In: a JSON list of cards on standard input. Out: a JSON list with, for each card, what the parser says against it.
import { createRequire } from "node:module";

const { AdaptiveCard, HostConfig, SerializationContext, Version } = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");

const read = async () => {
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
  return JSON.parse(text);
};

const check = (json) => {
  const context = new SerializationContext(new Version(1, 5));
  const card = new AdaptiveCard();
  // Teams draws up to six buttons in a row.
  card.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
  card.parse(json, context);
  const said = [];
  for (let i = 0; i < context.eventCount; i++) said.push(context.getEventAt(i).message);
  for (const event of card.validateProperties().validationEvents) said.push(event.message);
  return said;
};

process.stdout.write(JSON.stringify((await read()).map(check)));
