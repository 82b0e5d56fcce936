import { AttachedPolicy } from './model';
import { PolicyWidth } from '../facts/policy-widths';

const OPEN: readonly PolicyWidth[] = ['everything', 'changes permissions', 'writes to any resource'];

/** Whether somebody has to look at an attached policy: AWS made it, and it allows much. Others have no width. */
export function isOpenPolicy({ width }: AttachedPolicy): boolean {
  return OPEN.some(open => open === width);
}
