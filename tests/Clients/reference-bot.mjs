// A bot on Microsoft's botbuilder that does nothing: what it answers to a request is what the official SDK thinks of the request.
// Settings come as JSON in the first argument; the port is printed. It ends with its standard input.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');

console.error = console.warn = () => { };
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(JSON.parse(process.argv[2])));
// The SDK's own answer to an invoke that nothing takes.
const bot = new ActivityHandler();

const server = createServer(async (request, response) => {
  const out = {
    socket: request.socket,
    status(code) { response.statusCode = code; return this; },
    header(name, value) { response.setHeader(name, value); return this; },
    send(body) { response.write(typeof body === 'string' ? body : JSON.stringify(body)); return this; },
    end(...rest) { response.end(...rest); return this; },
  };
  try {
    const body = await read(request);
    await adapter.process({ method: request.method, headers: request.headers, body }, out, context => bot.run(context));
  } catch (error) {
    // A framework such as express answers what a handler throws with the status that the error names, else 500.
    if (!response.writableEnded) {
      response.statusCode = error.status ?? 500;
      response.end();
    }
  }
});

// What express.json() does with its defaults, except for the limit, which is ours.
async function read(request) {
  const type = (request.headers['content-type'] ?? '').toLowerCase();
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    chunks.push(chunk);
  }
  if (!type.startsWith('application/json') || length === 0)
    return undefined;
  if (length > 256 * 1024)
    throw Object.assign(new Error('too large'), { status: 413 });
  if (/charset=(?!"?utf-8)/.test(type) || (request.headers['content-encoding'] ?? 'identity') !== 'identity')
    throw Object.assign(new Error('unsupported'), { status: 415 });
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw Object.assign(error, { status: 400 });
  }
}

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit(0)).resume();
