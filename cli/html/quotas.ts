import { badge, Content, Element, h } from './elements';
import { Quota } from '../review/model';
import { NEARLY } from '../review/open';

/** How full the quotas are, as bars with the figures in words. */
export function quotaBars(quotas: readonly Quota[]): Element | null {
  return quotas.length === 0 ? null : h('ul', { class: 'quotas' },
    quotas.map(quota => h('li', null, h('label', null, words(quota), ' ', verdict(quota), bar(quota)))));
}

/** The greatest share of a quota that may be used, of all. */
export function fullest(quotas: readonly Quota[]): number {
  return Math.max(0, ...quotas.map(({ used, limit }) => used.max / limit));
}

/** `35 %` */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** In words whether a quota is kept. Null if there is nothing to say. */
export function shareVerdict(share: number): Element | null {
  return share > 1 ? badge('open', 'Above the limit') : share >= NEARLY ? badge('wide', 'Near the limit') : null;
}

function verdict({ used, limit }: Quota): Element | null {
  return used.max > limit && used.min <= limit ? badge('open', 'May be above the limit') : shareVerdict(used.max / limit);
}

function words({ name, used: { min, max }, limit, unit }: Quota): Content {
  const number = (value: number) => value.toLocaleString('en-US');
  const range = min === max ? number(max) : `${number(min)} to ${number(max)}`;
  return `${name}: ${range} of ${number(limit)} ${unit} (${percent(max / limit)})`;
}

function bar({ used: { max }, limit }: Quota): Element {
  return h('meter', { value: Math.min(max / limit, 1).toFixed(2) });
}
