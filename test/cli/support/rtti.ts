import * as library from '../../../src';

const RTTI = Symbol.for('jsii.rtti');

/** Names the classes of the library in construct trees, which jsii does when it compiles them. */
export function nameClasses(version = '0.0.0'): void {
  Object.entries(library).filter(([, exported]) => typeof exported === 'function' && !Object.hasOwn(exported, RTTI))
    .forEach(([name, exported]) =>
      Object.defineProperty(exported, RTTI, { value: { fqn: `cdk-platform-iam.${name}`, version }, configurable: true }));
}
