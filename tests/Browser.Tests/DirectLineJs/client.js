// DirectLineJS clients in one page, driven by the tests.
// DirectLineJS waits 3 s plus a random part of 12 s before it reconnects; without chance it is always 3 s.
Math.random = () => 0;

const clients = [];

function connect(options) {
  const line = new DirectLine.DirectLine(options);
  const client = { line, activities: [], statuses: [], error: null };
  line.connectionStatus$.subscribe(status => client.statuses.push(status));
  line.activity$.subscribe(activity => client.activities.push(activity), error => (client.error = error.message));
  return clients.push(client) - 1;
}

function post(index, activity) {
  return new Promise((resolve, reject) => clients[index].line.postActivity(activity).subscribe(resolve, reject));
}

const say = (index, text) => post(index, { type: 'message', from: { id: 'invented' }, text, channelData: { clientActivityID: `${index}:${text}` } });

const ids = index => clients[index].activities.map(activity => activity.id);
const texts = index => clients[index].activities.map(activity => activity.text);
const status = index => clients[index].statuses.at(-1);

// Posts so many messages from each client, one after the other; the clients do it side by side.
const sayAll = (round, count) =>
  Promise.all(clients.map(async (_, index) => {
    for (let n = 0; n < count; n++) await say(index, `${round}.${n}`);
  }));

// Two pictures of the same name, as somebody picks them from two folders.
function upload(index, name, type, first, second) {
  const url = bytes => URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  return post(index, {
    type: 'message', from: { id: 'invented' }, text: '看照片',
    attachments: [first, second].map(bytes => ({ contentType: type, contentUrl: url(bytes), name })),
  });
}

async function download(url) {
  const response = await fetch(url);
  return { status: response.status, bytes: [...new Uint8Array(await response.arrayBuffer())] };
}
