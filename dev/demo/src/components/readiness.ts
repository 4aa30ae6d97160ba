import { get } from 'node:http';

const patienceMs = 2_000;

/** Whether a GET gets a 200 within 2 s. */
export const respondsOk = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get(url, { timeout: patienceMs }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
