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
export const categoryDrawings: Readonly<Record<string, CategoryDrawing>> = {};
