/** Outlines are the `d` of an SVG path, on the picture's 400 × 400 grid. */

/** A corner and, where it differs from the others, how far from it the edges begin to bend. */
export type Corner = readonly [x: number, y: number, bend?: number];

type Point = readonly [x: number, y: number];

const towards = ([x, y]: Corner, [toX, toY]: Corner, distance: number): Point => {
  const length = Math.hypot(toX - x, toY - y);
  const share = length === 0 ? 0 : Math.min(distance / length, 0.5);
  return [x + (toX - x) * share, y + (toY - y) * share];
};

/** A closed polygon with softened corners. */
export const polygon = (corners: readonly Corner[], bend = 0): string => {
  const bends = corners.map((corner, at) => {
    const before = corners.at(at - 1) ?? corner;
    const after = corners[at + 1] ?? corners[0] ?? corner;
    const [x, y, own = bend] = corner;
    const [startX, startY] = towards(corner, before, own);
    const [endX, endY] = towards(corner, after, own);
    return `${startX} ${startY}Q${x} ${y} ${endX} ${endY}`;
  });
  return `M${bends.join('L')}Z`;
};

/** An upright form, symmetric about `x`, wider or narrower at its foot: pots, shades, cups. */
export const taper = (
  x: number,
  [top, bottom]: readonly [number, number],
  [topWidth, bottomWidth]: readonly [number, number],
  [topBend, bottomBend]: readonly [number, number] = [8, 8],
): string =>
  polygon([
    [x - topWidth / 2, top, topBend],
    [x + topWidth / 2, top, topBend],
    [x + bottomWidth / 2, bottom, bottomBend],
    [x - bottomWidth / 2, bottom, bottomBend],
  ]);

export const block = (x: number, y: number, width: number, height: number, bend = 8): string =>
  polygon(
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
    bend,
  );

export const disc = (x: number, y: number, radius: number, height = radius): string =>
  `M${x - radius} ${y}a${radius} ${height} 0 1 1 ${radius * 2} 0a${radius} ${height} 0 1 1 ${-radius * 2} 0Z`;

/** A leaf that grows from a point; the angle is in degrees, 0 up, clockwise. */
export const leaf = (
  x: number,
  y: number,
  length: number,
  angle: number,
  width = length / 3,
): string => {
  const turn = (angle * Math.PI) / 180;
  const at = (along: number, aside: number): string =>
    `${x + along * Math.sin(turn) + aside * Math.cos(turn)} ${y - along * Math.cos(turn) + aside * Math.sin(turn)}`;
  return `M${x} ${y}Q${at(length * 0.45, width)} ${at(length, 0)}Q${at(length * 0.45, -width)} ${x} ${y}Z`;
};
