/** A body that is no OTLP; the message says what is wrong with it. */
export class MalformedBodyError extends Error {
  override readonly name = 'MalformedBodyError';
}

/** What `read` gives; rejects what it cannot read with a MalformedBodyError. */
export const wellFormed = <Result>(read: () => Result): Result => {
  try {
    return read();
  } catch (cause) {
    throw new MalformedBodyError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
};
