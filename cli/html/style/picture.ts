import { COLUMNS, ROW } from '../picture/layout';

/** Lines differ in dashes and width, not only in color. Those of one subject stand out when it is pointed at. */
export const PICTURE = `
.scroll{overflow-x:auto}
.narrow{display:none}
@media screen and (max-width:60rem){.narrow{display:block}}
.scroll svg{display:block;min-width:56rem;width:100%;height:auto;font-size:12px}
svg text{fill:var(--text)}
svg .head{fill:var(--quiet);font-weight:600}
svg path{fill:none;stroke:var(--strong);stroke-width:1}
svg .reads{stroke:var(--low);stroke-dasharray:3 3}
svg .writes{stroke:var(--mid);stroke-width:1.3}
svg .permissions{stroke:var(--high);stroke-width:2.2}
.scroll path{opacity:.55}
.scroll svg:has(.subject:hover) .subject:not(:hover) path,.scroll svg:has(a:focus-visible) .subject:not(:focus-within) path,.scroll svg.marking path:not(.marked){opacity:.07}
.subject:hover path,.subject:focus-within path{opacity:1}
.scroll .marking path.marked{opacity:1!important}
svg rect{fill:none}
.subject rect{width:${COLUMNS.subjects.right - COLUMNS.subjects.left}px;height:${ROW - 2}px;rx:4px;fill:var(--raised);stroke:var(--line)}
.subject a:hover rect{stroke:var(--link)}
.subject a text{fill:var(--link)}
.subject a .open{fill:var(--high);font-weight:600}
.subject a:focus-visible{outline:none}
.subject a:focus-visible rect{stroke:var(--focus);stroke-width:2.5}
.subject[data-filtered]{opacity:.2}
.principals text,.subject .open{text-anchor:end}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:.5rem 0 1rem;font-size:.9rem}
.legend li{display:flex;align-items:center;gap:.5rem;margin:0}
.legend svg{width:40px;height:10px}
`;
