import type { Compiled } from '../compile-content.ts';
import { html } from './html.ts';

/** Every line of every region, with what is known about it. */
export function linesTable({ helplines }: Compiled): string {
  const rows = helplines.flatMap(({ helplines: { region, lines } }) =>
    lines.map(({ kind, name, reach, hours, source, verifiedOn, verifiedBy, withdrawn }) =>
      row([region, kind, name, reach, hours, source, verifiedOn, verifiedBy, withdrawn === true ? 'withdrawn' : '']),
    ),
  );
  return `<p>The operator must call or read each line before launch, and again every 180 days.</p>${table(['region', 'for', 'name', 'reach', 'hours', 'source', 'seen on', 'verified by', ''], rows)}`;
}

/** Both ways: an idea without a text would stand here with an empty cell. */
export function ideaTable({ plan, texts }: Compiled): string {
  const carriers = texts.filter(({ kind, isSoft, language }) => (kind === 'card' || kind === 'note') && !isSoft && language === 'en');
  const rows = Object.entries(plan.ideas).map(([id, { use, kind, guard }]) =>
    row([
      id,
      kind,
      guard === undefined ? use : `${use}: ${guard}`,
      carriers
        .filter(({ covers }) => covers.includes(id))
        .map((text) => text.id)
        .join(', '),
    ]),
  );
  return table(['idea', 'kind', 'use', 'delivered by'], rows);
}

const row = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${html(cell)}</td>`).join('')}</tr>`;

const table = (heads: readonly string[], rows: readonly string[]): string =>
  `<div class="scroll"><table><thead><tr>${heads.map((head) => `<th scope="col">${html(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
