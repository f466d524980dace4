/** Colours have at least 4.5 to 1 on their ground, light and dark. */
export const style = `
:root { color-scheme: light dark; --ground: #fff; --soft: #f4f6f8; --ink: #1c2128; --quiet: #57606a; --line: #d0d7de; --link: #0550ae;
  --plus: #116329; --plus-ground: #dafbe1; --minus: #a40e26; --minus-ground: #ffebe9; --tilde: #7d4e00; --tilde-ground: #fff8c5; }
@media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --soft: #161b22; --ink: #e6edf3; --quiet: #9198a1; --line: #3d444d; --link: #79c0ff;
  --plus: #7ee787; --plus-ground: #12261e; --minus: #ffa198; --minus-ground: #301b1e; --tilde: #f2cc60; --tilde-ground: #2b2411; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 1200px; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.25rem; margin: 0; padding-top: 1.5rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
summary h3 { display: inline; }
small, .sides, footer { color: var(--quiet); font-size: .875rem; font-weight: normal; }
.verdict { font-size: 1.1rem; margin: .25rem 0; }
code, pre, .sign { font: .875em ui-monospace, monospace; }
code { background: var(--soft); border-radius: 4px; padding: .1em .3em; }
pre { background: var(--soft); padding: 1rem; overflow-x: auto; white-space: pre-wrap; }
.sign { display: inline-block; border-radius: 4px; padding: 0 .4em; background: var(--soft); font-weight: bold; }
.plus { color: var(--plus); background: var(--plus-ground); }
.minus, .both { color: var(--minus); background: var(--minus-ground); }
.tilde { color: var(--tilde); background: var(--tilde-ground); }
strong code { font-weight: bold; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border: 1px solid var(--line); }
th { background: var(--soft); font-weight: 600; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
details { margin: .5rem 0; }
details > :not(summary) { margin-left: 1rem; }
summary { cursor: pointer; }
.picture { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
svg { display: block; max-width: 100%; min-width: 640px; height: auto; }
svg text { font: 12px system-ui, sans-serif; text-anchor: middle; fill: var(--ink); }
svg .name { font-weight: 600; font-size: 13px; }
svg .said { font-size: 11px; }
svg .detail, svg .said { fill: var(--quiet); }
svg .said { paint-order: stroke; stroke: var(--ground); stroke-width: 4px; }
svg rect { fill: var(--soft); stroke: var(--quiet); }
svg .wire { fill: none; stroke: var(--quiet); stroke-width: 1.5; }
svg .tip { fill: var(--quiet); }
svg .added rect { fill: var(--plus-ground); stroke: var(--plus); stroke-width: 2; }
svg .removed rect { fill: var(--minus-ground); stroke: var(--minus); stroke-width: 2; stroke-dasharray: 5 4; }
svg .changed rect { fill: var(--tilde-ground); stroke: var(--tilde); stroke-width: 2; }
svg .wire.added { stroke: var(--plus); stroke-width: 2.5; }
svg .wire.removed { stroke: var(--minus); stroke-dasharray: 5 4; }
svg .wire.changed { stroke: var(--tilde); stroke-width: 2.5; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 640px) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; }
  tr { border: 1px solid var(--line); border-radius: 6px; margin-bottom: .5rem; }
  td { border: 0; }
  td:not([data-title=""])::before { content: attr(data-title); display: block; color: var(--quiet); font-size: .8rem; }
}
@media print { details > * { display: block; } }
`;
