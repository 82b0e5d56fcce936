/** Colors and text. Each pair of colors has a contrast of 4.5 or more. */
export const BASE = `
:root{color-scheme:light dark;--page:#fff;--raised:#f6f7f9;--line:#d3d8df;--strong:#7d8794;--text:#1a1f26;--quiet:#525b67;
--link:#0a4fa8;--focus:#0a4fa8;--low:#3d5a73;--low-bg:#e8eff5;--mid:#6d4700;--mid-bg:#fbefd3;--high:#9c1226;--high-bg:#fde6e8}
@media screen and (prefers-color-scheme:dark){:root{--page:#12161b;--raised:#1a2027;--line:#323a45;--strong:#7d8a99;--text:#e4e9ef;
--quiet:#a3aebb;--link:#86bdf8;--focus:#86bdf8;--low:#b3cde3;--low-bg:#203040;--mid:#f3c876;--mid-bg:#3a2d10;--high:#ffa6ad;--high-bg:#45161c}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:84rem;padding:0 clamp(.75rem,3vw,2.5rem) 4rem;background:var(--page);color:var(--text);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
h1,h2,h3,h4{line-height:1.25;font-weight:600;margin:0}
h1{font-size:1.6rem}
h2{font-size:1.3rem;margin-bottom:.75rem}
h3{font-size:1.1rem}
h4{font-size:.95rem}
section>h3,h4{margin-bottom:.4rem}
p{margin:0 0 .5rem}
ul,dl,dd{margin:0;padding:0}
ul{list-style:none}
li+li{margin-top:.15rem}
a{color:var(--link);text-underline-offset:.15em}
code,td details>p{font:.86em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;unicode-bidi:isolate}
td details>p{color:inherit;margin:.4rem 0 0;padding:.6rem .75rem;background:var(--raised);border:1px solid var(--line);border-radius:4px;white-space:pre-wrap;tab-size:2}
.note{font-size:.85rem;color:var(--quiet);margin:.15rem 0 0}
p code{font-size:.95em}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
main:focus{outline:none}
summary{cursor:pointer;color:var(--link);width:fit-content}
summary h3{display:inline;color:var(--text)}
.skip{position:absolute;left:-100rem;padding:.4rem .8rem;background:var(--page);z-index:1}
.skip:focus{left:.75rem}
.top{padding:1.5rem 0 1rem}
.top p{margin:.25rem 0 .75rem;color:var(--quiet)}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
main>section{padding:1.5rem 0;border-top:1px solid var(--line)}
article>h4,section>h3,section>details{margin-top:1.25rem}
[hidden]{display:none!important}
`;
