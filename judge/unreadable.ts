/** What no template holds that was made of what it should be. */
export function unreadable(template: object): readonly string[] {
  const found = JSON.stringify(template)
    .matchAll(/undefined|NaN|\[object \w+\]|\$\{Token|Infinity|Symbol\(|function ?\(|=>/g);
  return [...found].map(([text]) => `the template holds ${text}`);
}
