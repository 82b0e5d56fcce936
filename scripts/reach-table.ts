import { table } from './tables';
import { ReachTable } from '../test/attacks/attack';

/** Lists what stays open because the platform needs it, and what to do about it. */
export function reachTable(reach: ReachTable): string {
  return table(['With', 'its principal can', 'Minimum precaution'], Object.values(reach).map(({ who, can, advice }) => [who, can, advice]));
}
