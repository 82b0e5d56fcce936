/** Texts with which a template may try to write more than a text. */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<!-- hidden', '--> shown', '</details>', '&lt;b&gt;', '&#60;b&#62;',
  '[click](https://evil.example)', '![x](https://evil.example/x.png)', '[ref]: https://evil.example', '<https://evil.example>',
  'https://evil.example', 'HTTP://evil.example/a', 'www.evil.example', 'mail@evil.example', '(https://evil.example)', '"www.evil.example"',
  '@octocat', '(@octocat)', '@org/team', '#123', 'owner/repo#123', 'GH-123', '0123456789abcdef0123456789abcdef01234567',
  '**bold**', '_em_', '~~gone~~', '`code`', '``', '`', '```\nfence', '\\`', '\\', 'a\\|b', 'a | b | c', '|', '||', '$x$', '$$x$$', ':tada:',
  '# heading', 'x\n# heading', 'x\n\n---\n', '\n\n    indented', '- item', '1. item', '> quote', '===', 'x\r\ny', 'x\u2028y', '\u202Egnp.x', '\u200b@octocat',
  '\u001b[31mred\u001b[0m', '\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007', '\u009b2J', 'a\u0000b', 'a\bb', 'a\rb', 'a\tb', ' ', '',
];
