/** Keeps the process busy for so many milliseconds. */
const compute = (milliseconds: number): number => {
  const end = performance.now() + milliseconds;
  let sum = 0;
  while (performance.now() < end)
    for (let step = 1; step < 5_000; step += 1) sum += Math.sqrt(step);
  return sum;
};

/** Computes for a while, as a recommendation would that nobody has cached. */
export const rankByAffinity = (milliseconds: number): number => compute(milliseconds);

/** Computes for a while, then divides among no warehouses at all: a RangeError. */
export const estimateDelivery = (milliseconds: number): bigint => {
  const minutes = BigInt(Math.round(compute(milliseconds)));
  const warehouses = 0n;
  return minutes / warehouses;
};
