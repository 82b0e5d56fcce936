/** On paper: a page for each subject, addresses of the sources, all that folds open, no controls. */
export const PRINT = `
@page{margin:14mm}
@media print{
html{font-size:11.5px}
body{max-width:none;padding:0}
nav,form,.skip,.tools,#picture-table{display:none}
main>section{padding:.5rem 0}
article{break-before:page;border-top:0;padding:0}
h2+article{break-before:auto}
#pages{break-before:page}
h2,h3,h4,thead,tr.run{break-after:avoid}
tr,li{break-inside:avoid}
.scroll{overflow:visible}
.scroll svg{min-width:0;max-height:225mm;break-inside:avoid}
#picture,#list{break-before:page}
article a[href^=http]::after{content:" <" attr(href) ">";font-size:.8em;color:var(--quiet)}
summary{list-style:none;color:var(--quiet)}
details::details-content{content-visibility:visible;display:block}
td details>p{padding:.3rem .5rem}
body.one main>section:not(#pages),body.one .top,body.one #pages>h2,body.one article:not(.printed){display:none}
body.one #pages,body.one article{break-before:auto}
}
`;
