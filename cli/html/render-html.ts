import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import { Content, h } from './elements';
import { page, titleOf } from './page';
import { SCRIPT } from './script';
import { STYLE } from './style/style';
import { ReviewChanges } from '../compare/changes';
import { Review } from '../review/model';
import { allVisible } from '../text/visible';

/** One file with all of a review, which loads nothing. Works without its script, on paper and for screen readers. */
export function renderHtml(review: Review, changes?: ReviewChanges): string {
  const shown = allVisible(review);
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    `<head>${markup(head(titleOf(shown)))}`,
    `<style>${STYLE}</style></head>`,
    `<body>${markup(page(shown, changes && allVisible(changes)))}`,
    // The only text that is not escaped, with that of the style: constants.
    `<script>${SCRIPT}</script></body>`,
    '</html>\n',
  ].join('\n');
}

function head(title: string): Content {
  return [
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', 'content': securityPolicy() }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', null, title),
  ];
}

/** Nothing runs and nothing loads but the two constants. */
function securityPolicy(): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(SCRIPT)}`,
    `style-src ${hash(STYLE)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * Escaped, without the end tags and quotes that HTML implies, which are a tenth of a page. In data, `<` and `"` are
 * escaped, so that nothing of it looks like them. The tags of paths and rectangles close themselves.
 */
function markup(content: Content): string {
  return renderToString(h('div', null, content)).slice('<div>'.length, -'</div>'.length)
    .replace(/<\/(?:td|th|tr|li|dt|dd|thead|tbody)>/g, '')
    .replace(/<\/p>(?=<(?:p|td|tr|tbody|ul|table|h3|h4|\/details)\b)/g, '')
    .replace(/><\/(?:path|rect)>/g, '/>')
    .replace(/="([\w#.-]+)"(?!\/)/g, '=$1');
}
