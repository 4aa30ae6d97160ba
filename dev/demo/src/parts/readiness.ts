import { get } from 'node:http';

const patienceMs = 2_000;

/** Whether a GET is answered with 200. An answer that takes longer than 2 s is none. */
export const answersOk = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get(url, { timeout: patienceMs }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
