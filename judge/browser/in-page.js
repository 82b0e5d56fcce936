// Runs in the page that the browser judge looks at.

const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** Elements that got the focus, with how they looked then. */
const focused = new Map();

addEventListener('focusin', ({ target }) => focused.set(target, looks(target)));

/** How an element and its parts look, as far as pages use it to show the focus. */
function looks(element) {
  return [element, ...element.querySelectorAll('*')].map(part => {
    const { outline, boxShadow, backgroundColor, border, color, fill, stroke, strokeWidth } = getComputedStyle(part);
    return [outline, boxShadow, backgroundColor, border, color, fill, stroke, strokeWidth].join();
  }).join('\n');
}

/** How a user would name an element. */
function nameOf(element) {
  const text = element.getAttribute('aria-label') || element.textContent.trim() || element.name || element.id;
  return `<${element.localName}> '${text.replace(/\s+/g, ' ').slice(0, 40)}'`;
}

function isVisible(element) {
  return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
}

/** Only one radio button of a group is in the tab order, and arrows lead to the others. */
function isOtherOfGroup(element, all) {
  const group = all.filter(({ type, name }) => element.type === 'radio' && type === 'radio' && name === element.name);
  return group.length > 0 && (group.find(({ checked }) => checked) ?? group[0]) !== element;
}

/** The visible controls and links that a keyboard must reach. */
function controls() {
  const all = [...document.querySelectorAll(CONTROLS)]
    .filter(element => !element.disabled && !element.closest('[aria-hidden=true], [inert]') && isVisible(element));
  return all.filter(element => !isOtherOfGroup(element, all));
}

/** Controls that the tab key did not reach, and those whose focus is not visible. */
function missedByKeyboard() {
  document.activeElement.blur();
  return controls().flatMap(element => {
    if (!focused.has(element)) {
      return [`the tab key does not reach ${nameOf(element)}`];
    }
    return focused.get(element) !== looks(element) ? [] : [`${nameOf(element)} does not show that it has the focus`];
  });
}

/** Controls, links apart, that are on paper. */
function printedControls() {
  return [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea')].filter(isVisible).map(nameOf);
}

/** Puts the focus on a closed part, whose summary is visible, and returns whether there is one. */
function focusNextClosed(index) {
  const summary = [...document.querySelectorAll('details > summary')][index];
  summary.focus();
  return !summary.parentElement.open && isVisible(summary);
}

/** Errors of HTML_CodeSniffer. */
function accessibilityErrors() {
  const ERROR = 1;
  return new Promise((resolve, reject) => {
    HTMLCS.process('WCAG2AA', document, () => resolve(HTMLCS.getMessages()
      .filter(({ type }) => type === ERROR)
      .map(({ code, msg, element }) => `${code}: ${msg} (${nameOf(element)})`)), () => reject(new Error('HTMLCS failed')));
  });
}
