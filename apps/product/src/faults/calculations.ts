/** The CPU time of this thread in milliseconds, without the time in which others have the CPU. */
const cpuTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** Uses the given milliseconds of CPU time, which may take longer on a busy machine. */
const compute = (milliseconds: number): number => {
  const end = cpuTime() + milliseconds;
  let sum = 0;
  while (cpuTime() < end) for (let step = 1; step < 5_000; step += 1) sum += Math.sqrt(step);
  return sum;
};

/** Simulates the computation of an uncached recommendation. */
export const rankByAffinity = (milliseconds: number): number => compute(milliseconds);

/** Computes for a while, then divides by the number of warehouses, 0: a RangeError. */
export const estimateDelivery = (milliseconds: number): bigint => {
  const minutes = BigInt(Math.round(compute(milliseconds)));
  const warehouses = 0n;
  return minutes / warehouses;
};
