/** One measured number, with what it was meant to be. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  aim?: { most?: number; least?: number };
}

/** True without an aim. */
export const isMet = ({ value, aim }: Figure): boolean =>
  aim === undefined || (value <= (aim.most ?? Infinity) && value >= (aim.least ?? -Infinity));

/** A line each, the aim and whether it is met beside the number. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  process.stdout.write(`\n${title}\n`);
  for (const figure of figures) process.stdout.write(`  ${lineOf(figure)}\n`);
}

function lineOf(figure: Figure): string {
  const { name, value, unit, aim } = figure;
  const said = `${name.padEnd(52)} ${String(value).padStart(8)} ${unit.padEnd(12)}`;
  if (aim === undefined) return said.trimEnd();
  const bound = aim.most === undefined ? `at least ${aim.least}` : `at most ${aim.most}`;
  return `${said} aim: ${aim.least === aim.most ? `exactly ${aim.most}` : bound}  ${isMet(figure) ? 'met' : 'NOT MET'}`;
}

/** Two digits after the point are more than a bench can promise. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
