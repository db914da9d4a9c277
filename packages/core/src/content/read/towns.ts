import * as z from 'zod';
import { problemAt, type Problem } from '../problem.ts';
import { readSettings } from '../settings.ts';
import type { SourceFile } from '../source-file.ts';

const TownFile = z.record(z.string(), z.array(z.string().regex(/^[a-z ]+$/, 'small letters without accents or signs')));

/** Zone → names in the file; name → zone in the content. A name may stand only once. */
export function readTowns(source: SourceFile | undefined): { towns: Record<string, string>; problems: Problem[] } {
  if (source === undefined) return { towns: {}, problems: [] };
  const { value, problems, place } = readSettings({ source, text: source.text, offset: 0 }, TownFile);
  const towns: Record<string, string> = {};
  const found: Problem[] = [];
  for (const [zone, names] of Object.entries(value ?? {})) {
    if (!isZone(zone))
      found.push(
        problemAt(source, source.text.indexOf(zone), {
          rule: 'towns',
          message: `"${zone}" is not a time zone`,
          mend: 'use a name such as America/Denver',
          width: zone.length,
        }),
      );
    names.forEach((name, index) => {
      if (towns[name] !== undefined)
        found.push(
          problemAt(source, place([zone, index]), {
            rule: 'towns',
            message: `"${name}" already belongs to ${towns[name]}`,
            mend: 'add the state or country to one of them',
            width: name.length,
          }),
        );
      towns[name] = zone;
    });
  }
  return { towns, problems: [...problems, ...found] };
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
