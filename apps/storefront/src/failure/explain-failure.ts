import type { Failure } from '../api/failure';

/** Explains a failure to the shopper: what happened, and what to do. */
export interface Explanation {
  title: string;
  happened: string;
  advice: string;
}

const byStatus = (status: number, detail: string | undefined): Explanation => {
  if (status === 404) {
    return {
      title: 'We could not find that',
      happened: detail ?? 'The shop has nothing under this address.',
      advice: 'Check the address, or look for it with the search above.',
    };
  }
  if (status === 429) {
    return {
      title: 'That was a lot of requests',
      happened: 'The shop is holding back requests from your connection for a moment.',
      advice: 'Wait a few seconds, then try again.',
    };
  }
  if (status < 500) {
    return {
      title: 'The shop did not accept that',
      happened: detail ?? 'Something in the request was not as the shop expects it.',
      advice: 'Go back a step and try once more.',
    };
  }
  if (status === 502 || status === 503 || status === 504) {
    return {
      title: 'Part of the shop is not answering',
      happened: 'The shop is open, but something behind the counter is away or too slow.',
      advice: 'It is usually back within a minute. Try again.',
    };
  }
  return {
    title: 'Something broke on our side',
    happened: 'The shop ran into an error that it did not expect.',
    advice: 'It was nothing you did. Try again in a moment.',
  };
};

export const explainFailure = ({ kind, status, problem }: Failure): Explanation => {
  switch (kind) {
    case 'error-response':
      return byStatus(status ?? 500, problem?.detail);
    case 'unreachable':
      return {
        title: 'We cannot reach the shop',
        happened: 'No answer came: either your connection is down or the shop is.',
        advice: 'Check your connection, then try again.',
      };
    case 'late':
      return {
        title: 'The shop is taking too long',
        happened: 'We waited, but no answer came, so we stopped.',
        advice: 'Try again in a moment.',
      };
    case 'unreadable':
      return {
        title: 'We did not understand the answer',
        happened: 'The shop answered, but not with anything this page can show.',
        advice: 'Load the page again. If it stays like this, the fault is ours.',
      };
  }
};
