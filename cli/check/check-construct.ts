import { checkIn } from './construct/check-in';
import { CheckConstructOptions } from './construct/options';
import { loadProject } from './construct/project';
import { CheckResult } from './model';

/** Compares a live role with what a construct with these options grants, without an app. */
export function checkConstruct(options: CheckConstructOptions): CheckResult {
  return checkIn(loadProject(options.directory ?? '.'), options);
}
