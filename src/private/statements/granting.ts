import { Conditions, Source, Statements, whenPresent } from './documented-statement';

/** A function that returns a statement with these actions for the resources that it is given, and none without them. */
export function granting(actions: readonly string[], byDefault?: string, conditions?: Conditions) {
  return (sid: string, source: Source, resources: readonly string[], note = byDefault): Statements =>
    whenPresent(resources, () => ({ sid, source, note, actions, resources, conditions }));
}
