/** Where a page ended: the time and the id of its last row, in microseconds. */
export interface Position {
  time: number;
  id: number;
}

/** A cursor that no page gave out. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}

const first: Position = { time: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };

export const cursorOf = ({ time, id }: Position): string => `${time}-${id}`;

/** Throws a CursorError. */
export const readCursor = (cursor: string | undefined): Position => {
  if (cursor === undefined) return first;
  const [, time, id] = /^(-?\d{1,16})-(\d{1,16})$/.exec(cursor) ?? [];
  if (time === undefined || id === undefined) throw new CursorError(`${cursor} is no cursor`);
  return { time: Number(time), id: Number(id) };
};
