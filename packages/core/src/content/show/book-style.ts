/** One sheet for screen and paper, light and dark; no outside file. */
export const bookStyle = `
:root { color-scheme: light dark; --ink: #1c2326; --paper: #fdfcf9; --line: #c8cdc9; --soft: #eef2ee; --mark: #7a3e00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ebe8; --paper: #16191a; --line: #3c4543; --soft: #20292a; --mark: #f0b070; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 6rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 2.1rem; line-height: 1.2; } h2 { margin-top: 3.5rem; border-top: 2px solid var(--line); padding-top: 1rem; } h3 { margin-top: 2.2rem; } h4 { margin: 1.6rem 0 .3rem; }
p, h3, h4, td { overflow-wrap: anywhere; } a { color: inherit; } nav ul { columns: 3 12rem; padding-left: 1.1rem; }
.bubble { max-width: 30rem; background: var(--soft); border-radius: 1rem; padding: .7rem 1rem; margin: .3rem 0; overflow-wrap: anywhere; }
.mail { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem 1rem; max-width: 42rem; }
.facts { margin: 0; font-size: .82rem; opacity: .85; } .facts b { color: var(--mark); }
.sign { border: 1px dashed var(--line); border-radius: .5rem; padding: .7rem 1rem; margin: 1rem 0; font-size: .9rem; }
.sign span { display: inline-block; min-width: min(11rem, 50vw); border-bottom: 1px solid var(--ink); margin: 0 1rem .2rem .3rem; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; } th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: .3rem .5rem; }
.scroll { overflow-x: auto; }
.journey { width: 100%; min-width: 46rem; height: auto; display: block; } .journey line { stroke: var(--line); stroke-width: 2; } .journey circle { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
.journey circle.care, .journey circle.safety { stroke-dasharray: 4 3; } .journey circle.safety, .journey circle.outreach { stroke: var(--mark); stroke-width: 3; }
.journey text { fill: var(--ink); text-anchor: middle; font: 11px system-ui, sans-serif; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; } .journey .number { font-weight: 600; font-size: 15px; } .journey .mark { fill: var(--mark); }
.journey rect { fill: var(--soft); stroke: var(--line); } .journey .words { font-size: 12.5px; stroke: none; }
@media print { .journey { min-width: 0; } body { max-width: none; padding: 0; font-size: 10.5pt; } h2 { break-before: page; } .text, .sign, table tr { break-inside: avoid; } nav { display: none; } }
`;
