/** A drawing on a 40 × 40 grid: the `d` of a washed-in shape and of the pen's lines over it. */
export interface CategoryDrawing {
  wash: string;
  lines: string;
}

export const leaf: CategoryDrawing = {
  wash: 'M14 31C10 19 17 11 31 8c1 13-4 22-15 23z',
  lines: 'M12 28C9 17 16 9 30 6c1 13-4 22-15 22M10 35c2-10 7-17 13-22M15 24l8-1M18 19l1-7',
};

/** By category id. */
export const categoryDrawings: Readonly<Record<string, CategoryDrawing>> = {
  // A pot with its lid.
  kitchen: {
    wash: 'M10 20h24v10a5 5 0 0 1-5 5H15a5 5 0 0 1-5-5z',
    lines:
      'M8 18h24v10a5 5 0 0 1-5 5H13a5 5 0 0 1-5-5zM5 18h30M11 18c0-7 18-7 18 0M20 12.5V9M4 22h4M32 22h4',
  },
  // A cup that steams.
  'coffee-tea': {
    wash: 'M10 18h19v9a8 8 0 0 1-8 8h-3a8 8 0 0 1-8-8z',
    lines:
      'M8 16h19v9a8 8 0 0 1-8 8h-3a8 8 0 0 1-8-8zM27 18h3a4 4 0 0 1 0 8h-3.2M6 36h23M14 12c-2-3 2-4 0-7M20 12c-2-3 2-4 0-7',
  },
  // A table lamp with its cord.
  lighting: {
    wash: 'M16 8h12l6 14H10z',
    lines: 'M14 6h12l6 14H8zM20 20v13M13 34h14M27 20v6',
  },
  // A notebook and a pencil.
  desk: {
    wash: 'M11 9h18v22H11z',
    lines:
      'M11 6h16a2 2 0 0 1 2 2v26H12a3 3 0 0 1-3-3V8a2 2 0 0 1 2-2zM9 31a3 3 0 0 1 3-3h17M15 12h8M15 17h5M33 8h4v20l-2 5-2-5zM33 12h4',
  },
  // An armchair.
  living: {
    wash: 'M15 11h12a4 4 0 0 1 4 4v11h2v6H9v-6h4z',
    lines:
      'M11 16v-4a5 5 0 0 1 5-5h8a5 5 0 0 1 5 5v4M13 25v-5a4 4 0 1 0-6 3.4V31h26v-7.6a4 4 0 1 0-6-3.4v5zM10 31v4M30 31v4',
  },
  // A seedling in its pot.
  garden: {
    wash: 'M13 24h18l-2 12H15z',
    lines:
      'M11 23h18l-2 11a2 2 0 0 1-2 2H15a2 2 0 0 1-2-2zM9 19h22v4H9zM20 19V10M20 14c-6 0-9-3-9-8 6 0 9 3 9 8zM20 11c0-4 2-7 8-7 0 4-2 7-8 7z',
  },
  // A tent.
  outdoors: {
    wash: 'M22 10 12 34h24z',
    lines: 'M20 8 6 33h28zM20 8l-2-3M20 8l2-3M20 17l-6 16M20 17l6 16M3 33h34',
  },
  // Two folded blankets, one with a fringe.
  textiles: {
    wash: 'M10 15h22a4 4 0 0 1 0 8H10z',
    lines:
      'M8 13h22a4 4 0 0 1 0 8H8zM8 21h22a4 4 0 0 1 0 8H8zM13 17h14M13 25h14M10 29v4M15 29v4M20 29v4M25 29v4M30 29v4',
  },
  // A lidded basket.
  storage: {
    wash: 'M9 16h26l-2 19H11z',
    lines:
      'M7 15h26l-2 17a3 3 0 0 1-3 3H12a3 3 0 0 1-3-3zM5 11h30v4H5zM16 11V8h8v3M16 21h8M9 28h22',
  },
  // A bathtub.
  bath: {
    wash: 'M7 22h30v4a9 9 0 0 1-9 9H16a9 9 0 0 1-9-9z',
    lines:
      'M4 20h32M6 20v4a9 9 0 0 0 9 9h10a9 9 0 0 0 9-9v-4M9 20V9a4 4 0 0 1 8 0M14 10h6M12 33l-2 3M28 33l2 3',
  },
  // A wooden car.
  toys: {
    wash: 'M7 20h28v8H7z',
    lines:
      'M9 28H5v-7a3 3 0 0 1 3-3h4l4-7h9l5 7h2a3 3 0 0 1 3 3v7h-3M24 28h-8M16 18h10l-3-4h-5zM16 28.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM31 28.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0z',
  },
};
