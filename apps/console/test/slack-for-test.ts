import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenOnFreePort } from '@faultline/stores';
import { onTestFinished } from 'vitest';

/** Slack's webhook, which responds with a status that a test sets. */
export const startSlack = async () => {
  const heard: string[] = [];
  const slack = { status: 200, attempts: 0, heard, url: '', refuses: 'nothing' };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    slack.attempts += 1;
    const status = body.includes(slack.refuses) ? 400 : slack.status;
    if (status === 200) slack.heard.push(body);
    response.writeHead(status).end();
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  slack.url = `http://127.0.0.1:${await listenOnFreePort(server)}/services/T0/B0/secret`;
  return slack;
};
