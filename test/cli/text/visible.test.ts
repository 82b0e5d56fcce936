import { allVisible, visible, visibleLine } from '../../../cli/text/visible';

test.each([
  ['plain text', 'arn:aws:s3:::data/*', 'arn:aws:s3:::data/*'],
  ['other scripts', 'Größe שלום 日本 🚀', 'Größe שלום 日本 🚀'],
  ['lines and tabs', 'a\n\tb', 'a\n\tb'],
  ['carriage returns', 'a\rb', 'a⟨U+000D⟩b'],
  ['control characters', '\u0000\u0085', '⟨U+0000⟩⟨U+0085⟩'],
  ['directions', '\u202eabc\u202c', '⟨U+202E⟩abc⟨U+202C⟩'],
  ['soft hyphens and byte order marks', '\u00ad\ufeff', '⟨U+00AD⟩⟨U+FEFF⟩'],
  ['line separators', '\u2028', '⟨U+2028⟩'],
  ['letters without a shape', '\u3164', '⟨U+3164⟩'],
])('shows %s', (_, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('shows where a line ends, on one line', () => {
  expect(visibleLine('a\nb')).toBe('a⟨U+000A⟩b');
});

test('shows all texts of data, and leaves the rest', () => {
  expect(allVisible({ a: ['\b', 1, null], b: { c: true, d: undefined } })).toEqual({ a: ['⟨U+0008⟩', 1, null], b: { c: true, d: undefined } });
});
