/** The CPU time of this thread in milliseconds: it stands still while others have the CPU. */
const cpuTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** Burns so many milliseconds of CPU, however long that takes on a busy machine. */
const compute = (milliseconds: number): number => {
  const end = cpuTime() + milliseconds;
  let sum = 0;
  while (cpuTime() < end) for (let step = 1; step < 5_000; step += 1) sum += Math.sqrt(step);
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
