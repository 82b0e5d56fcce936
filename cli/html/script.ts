/**
 * Search and filters, marks in the picture, printing of one subject. Plain JavaScript, whose types a test checks. It
 * reads the page only, and writes no markup.
 */
export const SOURCE = `
'use strict';
(() => {
  /** @param {string} selector @param {ParentNode} [within] @return {HTMLElement[]} */
  const all = (selector, within = document) => [...within.querySelectorAll(selector)].map(found => /** @type {HTMLElement} */ (found));
  const form = /** @type {HTMLFormElement} */ (document.getElementById('filters'));
  const result = /** @type {HTMLElement} */ (document.getElementById('filter-result'));
  /** @param {string} id */
  const control = id => /** @type {HTMLInputElement} */ (document.getElementById(id));
  /** @param {Element} element */
  const textOf = element => (element.textContent || '').toLowerCase();
  /** @param {number} count @param {number} total @param {string} words */
  const counted = (count, total, words) => count.toLocaleString('en') + ' of ' + total.toLocaleString('en') + ' ' + words;

  /** Rows of tables and parts of the picture, by subject. @type {Map<string | undefined, HTMLElement[]>} */
  const parts = new Map();
  for (const part of all('tr[data-subject], g[data-subject]')) {
    parts.set(part.dataset.subject, [...(parts.get(part.dataset.subject) || []), part]);
  }
  const pages = all('article').map(article => ({
    article,
    text: textOf(article),
    name: textOf(/** @type {HTMLElement} */ (article.querySelector('header'))),
    bodies: all('.permissions tbody', article),
    rows: all('.trust tbody tr:not(.run), .permissions tbody tr:not(.run), .attached li', article).map(row => ({
      row,
      text: textOf(row),
      labels: all('b, i', row).map(textOf),
      isStatement: row.matches('.permissions tr'),
    })),
  }));

  const filter = () => {
    const words = control('filter-text').value.toLowerCase().split(/\\s+/).filter(Boolean);
    const [width, level, platform] = ['filter-width', 'filter-level', 'filter-platform'].map(id => control(id).value);
    let shownPages = 0;
    let shownStatements = 0;
    let statements = 0;
    for (const page of pages) {
      const isOfPlatform = !platform || page.article.dataset.platform === platform;
      /** @param {string} text */
      const has = text => words.every(word => text.includes(word));
      const fits = page.rows.map(({ labels }) =>
        (!level || labels.includes(level)) && (!width || labels.includes('open') || labels.includes(width)));
      const found = page.rows.map(({ text }, index) => fits[index] && has(page.name + ' ' + text));
      const isInRows = found.includes(true);
      const isInPage = has(page.text) && (fits.includes(true) || (!level && !width));
      const isShown = isOfPlatform && (isInRows || isInPage);
      page.rows.forEach(({ row, isStatement }, index) => {
        const isRowShown = isInRows ? found[index] : fits[index];
        row.hidden = isStatement && !isRowShown;
        statements += Number(isStatement);
        shownStatements += Number(isStatement && isShown && isRowShown);
      });
      page.bodies.forEach(body => {
        body.hidden = !body.querySelector('tr:not(.run, [hidden])');
      });
      shownPages += Number(isShown);
      page.article.hidden = !isShown;
      (parts.get(page.article.dataset.subject) || []).forEach(part => {
        part.toggleAttribute(part.tagName === 'TR' ? 'hidden' : 'data-filtered', !isShown);
      });
    }
    result.textContent = counted(shownPages, pages.length, 'entries') + ', ' + counted(shownStatements, statements, 'statements');
  };

  let waiting = 0;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  form.addEventListener('reset', () => setTimeout(filter));
  form.addEventListener('submit', event => {
    event.preventDefault();
    filter();
  });
  form.hidden = false;

  /** A link leads to its part also if a filter hides it, or if it is folded. */
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) {
      return;
    }
    if (target.closest('[hidden]')) {
      form.reset();
      filter();
    }
    const details = target.tagName === 'H3' ? target.closest('details') : target;
    if (details instanceof HTMLDetailsElement) {
      details.open = true;
    }
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  for (const name of ['data-from', 'data-to']) {
    const svg = document.querySelector('.scroll svg');
    all('text[' + name + ']').forEach(node => {
      /** @param {boolean} isOn */
      const mark = isOn => {
        svg && svg.classList.toggle('marking', isOn);
        all('path[' + name + '="' + node.getAttribute(name) + '"]').forEach(path => path.classList.toggle('marked', isOn));
      };
      node.addEventListener('pointerenter', () => mark(true));
      node.addEventListener('pointerleave', () => mark(false));
    });
  }

  /** @type {HTMLDetailsElement[]} */
  let unfolded = [];
  addEventListener('beforeprint', () => {
    unfolded = all('details:not([open])').map(details => /** @type {HTMLDetailsElement} */ (details));
    unfolded.forEach(details => { details.open = true; });
  });
  addEventListener('afterprint', () => {
    unfolded.forEach(details => { details.open = false; });
    document.body.classList.remove('one');
    all('.printed').forEach(article => article.classList.remove('printed'));
  });
  for (const { article } of pages) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Print';
    button.setAttribute('aria-label', 'Print ' + (article.querySelector('h3')?.textContent || ''));
    button.addEventListener('click', () => {
      document.body.classList.add('one');
      article.classList.add('printed');
      print();
    });
    const back = document.createElement('a');
    back.href = '#list';
    back.textContent = 'Back to the list';
    const tools = document.createElement('p');
    tools.className = 'tools';
    tools.append(button, back);
    article.querySelector('h3')?.after(tools);
  }

  // Some browsers forget what a table and a list are when a style sheet arranges them in another way.
  for (const [selector, role] of Object.entries({
    table: 'table', 'thead, tbody': 'rowgroup', tr: 'row', td: 'cell', 'thead th': 'columnheader', 'tbody th': 'rowheader', ul: 'list',
  })) {
    all(selector).forEach(element => element.setAttribute('role', role));
  }
  for (const table of all('table')) {
    let heading = table.previousElementSibling;
    while (heading && !/^(H[2-4]|SUMMARY)$/.test(heading.tagName)) {
      heading = heading.previousElementSibling;
    }
    const caption = document.createElement('caption');
    caption.textContent = heading && heading.textContent;
    table.prepend(caption);
  }
  all('th').forEach(heading => heading.setAttribute('scope', heading.closest('thead') ? 'col' : 'row'));
})();
`;

/** The script of the page, without comments. A constant: its hash is in the page's security policy. */
export const SCRIPT = SOURCE.replace(/\/\*\*.*?\*\/|\/\/ .*|^ +/gm, '').replace(/\n+/g, '\n');
