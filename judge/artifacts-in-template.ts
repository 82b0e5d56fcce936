/** Texts that occur in a template only if JavaScript printed a value by mistake. */
export function artifactsIn(template: object): readonly string[] {
  const found = JSON.stringify(template)
    .matchAll(/undefined|NaN|\[object \w+\]|\$\{Token|Infinity|Symbol\(|function ?\(|=>/g);
  return [...found].map(([text]) => `the template holds ${text}`);
}
