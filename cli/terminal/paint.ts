import { createColors } from 'picocolors';
import { Style } from './table';
import { Direction, isWiderIn } from '../compare/changes';

/** What colors mean. Each says it in words, too. */
export interface Paint {
  readonly title: Style;
  readonly heading: Style;
  readonly minor: Style;
  readonly wide: Style;
  readonly good: Style;
}

export function paint(color: boolean): Paint {
  const colors = createColors(color);
  return {
    title: text => colors.bold(colors.cyan(text)),
    heading: colors.bold,
    minor: colors.dim,
    wide: colors.yellow,
    good: colors.green,
  };
}

export function styleOf(direction: Direction, { wide, good, minor }: Paint): Style {
  return isWiderIn(direction) ? wide : direction === 'narrower' ? good : minor;
}
