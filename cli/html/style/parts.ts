/** Figures, labels, filters, pages of the subjects, quotas. */
export const PARTS = `
.counts{display:flex;flex-wrap:wrap;gap:.75rem}
.counts li{margin:0;padding:.6rem 1rem;min-width:7rem;background:var(--raised);border:1px solid var(--line);border-radius:6px}
.counts strong{display:block;font-size:1.6rem;line-height:1.2;font-weight:600}
.counts .look{border-color:var(--high);border-width:2px}
b,i{display:inline-block;font-weight:400;font-style:normal;margin:0 .25rem .2rem 0;padding:0 .4rem;border:1px solid;border-radius:3px;font-size:.78rem;line-height:1.35rem;
overflow-wrap:normal;color:var(--mid);background:var(--mid-bg)}
i{color:var(--low);background:var(--low-bg)}
b:is(.permissions,.open,.deny){color:var(--high);background:var(--high-bg)}
b:is(.permissions,.open){font-weight:600}
ins,del{text-decoration:none;color:var(--mid)}
del{color:var(--low)}
del code{text-decoration:line-through}
form{display:flex;flex-wrap:wrap;align-items:end;gap:.75rem;margin-bottom:1rem;padding:.9rem 1rem;background:var(--raised);border:1px solid var(--line);border-radius:6px}
.control{display:flex;flex-direction:column;gap:.2rem;flex:0 1 9rem}
.control.search{flex:1 1 16rem}
label{font-size:.85rem}
input,select,button{font:inherit;min-height:2.4rem;padding:.3rem .6rem;color:var(--text);background:var(--page);border:1px solid var(--strong);border-radius:4px;max-width:100%}
input::placeholder{color:var(--quiet);opacity:1}
button{cursor:pointer}
#filter-result{flex:1 0 100%;margin:0}
article{padding:1.5rem 0;border-top:1px solid var(--line);scroll-margin-top:1rem}
h2+article{border-top:0;padding-top:0}
article>header{display:grid;grid-template-columns:1fr auto;gap:.5rem 1rem;align-items:start}
article:target>header>h3{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.25em}
.tools{display:flex;gap:1rem;align-items:center;margin:0;font-size:.9rem}
.tools button{min-height:2rem;padding:.1rem .6rem}
.facts{grid-column:1/-1;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(24rem,100%),1fr));gap:.3rem 2rem}
.facts>div{display:grid;grid-template-columns:6.5rem 1fr;gap:.5rem}
dt{color:var(--quiet)}
.quotas{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(24rem,100%),1fr));gap:.75rem 2rem}
.quotas li{margin:0}
.quotas label{font-size:1rem}
meter{display:block;width:100%;height:.6rem;margin-top:.25rem;border:0;background:var(--line);appearance:none;-webkit-appearance:none}
meter::-webkit-meter-inner-element{display:block}
meter::-webkit-meter-bar{height:.6rem;border:0;border-radius:0;background:var(--line)}
meter::-webkit-meter-optimum-value{background:var(--low)}
meter::-moz-meter-bar{background:var(--low)}
.message{margin:.1rem 0 0;white-space:pre-line}
.warnings li+li{margin-top:.6rem}
@media (max-width:40rem){article>header{grid-template-columns:1fr}}
`;
