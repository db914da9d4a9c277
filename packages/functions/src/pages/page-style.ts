/**
 * The look of every public page: the phones' mist, ink, lagoon, dawn and clay. Written as plain six-digit
 * colors and one media query, since `light-dark()` leaves phones of before 2024 without any color at all.
 */
export const pageStyle = `
:root{color-scheme:light dark;--mist:#eaf2f2;--paper:#f9fdfc;--veil:#dfebeb;--line:#cad9da;--edge:#6c8689;--ink:#102b31;--soft:#3f575c;
--lagoon:#175a5f;--deep:#08494f;--on-lagoon:#f7fdfd;--dawn:#ffe9d1;--dawn-line:#ecc19c;--dawn-ink:#6a3e21;--clay:#b35b37;--alarm:#822c25;--alarm-veil:#ffe5de}
@media (prefers-color-scheme:dark){:root{--mist:#0d191c;--paper:#152326;--veil:#1d2d30;--line:#2e4144;--edge:#6c8689;--ink:#dfeaea;--soft:#a6b8b9;
--lagoon:#82ceca;--deep:#9ae0dd;--on-lagoon:#051c20;--dawn:#443120;--dawn-line:#745338;--dawn-ink:#eac7a0;--clay:#e7986f;--alarm:#fab8a8;--alarm-veil:#4d2621}}
*,::before,::after{box-sizing:border-box}
*{margin:0}
html{-webkit-text-size-adjust:100%}
body{background:var(--mist);color:var(--ink);font:400 1.0625rem/1.6 'Avenir Next',Avenir,Cantarell,Seravek,'Segoe UI Variable Text','Segoe UI',Ubuntu,Roboto,sans-serif;overflow-wrap:break-word}
h1,h2,h3{font-weight:700;line-height:1.2;letter-spacing:-.01em;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.4rem + 1.6vw,2.375rem);font-weight:600;letter-spacing:-.02em}
h2{font-size:1.25rem}
a{color:var(--lagoon);text-underline-offset:.2em}
a:hover{color:var(--deep)}
ul,ol{padding-inline-start:1.25rem}
button,input,select{font:inherit;color:inherit}
button{cursor:pointer}
:focus-visible{outline:3px solid var(--clay);outline-offset:2px}
.skip{position:absolute;inset:0 auto auto 0;padding:.5rem 1rem;background:var(--paper);transform:translateY(-110%)}
.skip:focus{transform:none}
.top{display:flex;justify-content:space-between;align-items:center;gap:1rem;max-width:70rem;margin-inline:auto;padding:.875rem 1.25rem}
.mark{display:inline-flex;align-items:center;gap:.5rem;min-height:2.75rem;font-weight:700;color:var(--lagoon);text-decoration:none}
.mark svg{width:1.75rem;height:1.75rem}
.leave{display:inline-flex;align-items:center;min-height:2.75rem;padding:.25rem 1rem;border:1px solid var(--edge);border-radius:999px;background:var(--paper);color:var(--ink);font-size:.9375rem;font-weight:600;text-decoration:none;white-space:nowrap}
.leave:hover{border-color:var(--ink);color:var(--ink)}
main{display:block;padding:0 1.25rem}
.sheet{display:grid;gap:1.25rem;max-width:38rem;margin:1rem auto 0;padding:clamp(1.25rem,4vw,2.5rem);border:1px solid var(--line);border-radius:1.75rem;background:var(--paper)}
.sheet>*{min-width:0}
.stack{display:grid;gap:1.25rem}
.stack>*{min-width:0}
.soft{color:var(--soft)}
.small{font-size:.9375rem}
.note{padding:1rem 1.25rem;border:1px solid var(--dawn-line);border-radius:1rem;background:var(--dawn)}
.wording{padding-inline-start:1rem;border-inline-start:3px solid var(--clay)}
.alarm{padding:.875rem 1.25rem;border:1px solid currentColor;border-radius:1rem;background:var(--alarm-veil);color:var(--alarm);font-weight:600}
form{display:grid;gap:1.25rem}
form[aria-label]{padding-top:1.25rem;border-top:1px solid var(--line)}
fieldset{min-width:0;padding:0;border:0}
legend{padding:0;margin-bottom:.5rem;font-weight:600}
.field{display:grid;gap:.375rem}
.field>label{font-weight:600}
.problem{color:var(--alarm);font-weight:600}
input:not([type=radio],[type=checkbox]),select{width:100%;min-height:2.875rem;padding:.375rem .875rem;border:1px solid var(--edge);border-radius:.875rem;background:var(--paper)}
[aria-invalid]{border:2px solid var(--alarm)!important}
.pick{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 .75rem;align-items:start;padding:.625rem .25rem}
.pick+.pick{border-top:1px solid var(--line)}
.pick input{width:1.25rem;height:1.25rem;margin:.2rem 0 0;accent-color:var(--lagoon)}
.pick b{display:block;font-weight:600}
.pick small{font-size:.9375rem;color:var(--soft)}
.row{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.row .pick{border:0}
nav.row{gap:.5rem}
section.stack{padding-top:1rem}
.do{display:inline-flex;align-items:center;justify-content:center;justify-self:start;min-height:3rem;padding:.5rem 1.5rem;border:1px solid transparent;border-radius:999px;background:var(--lagoon);color:var(--on-lagoon);font-weight:600;text-decoration:none;text-align:center}
.do:hover{background:var(--deep);color:var(--on-lagoon)}
.do.other{border-color:var(--edge);background:none;color:var(--ink)}
.do.other:hover{border-color:var(--ink)}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(6.25rem,1fr));gap:.5rem}
.scale .do{flex-direction:column;justify-self:stretch;padding:.5rem;border-radius:1rem;line-height:1.3}
.lines{display:grid;gap:.75rem;padding:0;list-style:none}
.lines li{padding-top:.75rem;border-top:1px solid var(--line)}
.lines b{display:block}
.reach-link{white-space:nowrap}
.lines .reach{font-size:1.1875rem;font-weight:600}
pre{overflow:auto;max-height:28rem;padding:1rem;border-radius:1rem;background:var(--veil);font:.8125rem/1.5 ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace}
.foot{display:grid;gap:.25rem;max-width:38rem;margin:2rem auto 0;padding:0 1.25rem 2.5rem;color:var(--soft);font-size:.9375rem}
.foot nav{display:flex;flex-wrap:wrap;gap:0 1.25rem}
.foot a{display:inline-flex;align-items:center;min-height:2.75rem;color:inherit}
`;
