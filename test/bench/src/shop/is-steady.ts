const readings = 8;
const tolerance = 0.01;

/** Whether the last readings, enough of them, lie within a hundredth of each other. */
export const isSteady = (values: readonly number[]): boolean => {
  const last = values.slice(-readings);
  return last.length === readings && Math.max(...last) <= Math.min(...last) * (1 + tolerance);
};
