/**
 * Like `fetch`, but reads the whole body: an unread body makes Node's `fetch` end the process when the
 * server closes the connection.
 */
export const fetchWhole = async (url: string, init?: RequestInit): Promise<Response> => {
  const response = await fetch(url, init);
  await response.clone().arrayBuffer();
  return response;
};

/** The status of the response; 0 if there is none. */
export const statusOf = (url: string): Promise<number> =>
  fetchWhole(url).then(
    ({ status }) => status,
    () => 0,
  );
