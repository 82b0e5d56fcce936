/** Milliseconds that the processor works on something: what else the machine does in that time hardly counts. */
export function timed(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
