import { Helplines } from '../../domain/content.ts';
import type { Region } from '../../domain/region.ts';
import { problemAt, type Problem } from '../problem.ts';
import { readSettings } from '../settings.ts';
import type { SourceFile } from '../source-file.ts';

export interface HelplineDraft {
  helplines: Helplines;
  source: SourceFile;
  place: (path: readonly PropertyKey[]) => number;
}

const regions: readonly Region[] = ['US', 'CA', 'UK', 'IE', 'AU', 'NZ', 'XX'];

/** One YAML file per region, named by the region in small letters; all seven must be there (C8). */
export function readHelplines(sources: readonly SourceFile[]): { drafts: HelplineDraft[]; problems: Problem[] } {
  const drafts: HelplineDraft[] = [];
  const problems: Problem[] = [];
  for (const source of sources) {
    const { value, problems: wrong, place } = readSettings({ source, text: source.text, offset: 0 }, Helplines);
    problems.push(...wrong);
    if (value === undefined) continue;
    drafts.push({ helplines: value, source, place });
    if (!source.path.endsWith(`/${value.region.toLowerCase()}.yaml`))
      problems.push(
        problemAt(source, place(['region']), {
          rule: 'format',
          message: `the file of region ${value.region} has another name`,
          mend: `name it ${value.region.toLowerCase()}.yaml`,
          width: 2,
        }),
      );
  }
  return { drafts, problems: [...problems, ...missingRegions(sources)] };
}

const missingRegions = (sources: readonly SourceFile[]): Problem[] =>
  regions
    .filter((region) => !sources.some(({ path }) => path.endsWith(`/${region.toLowerCase()}.yaml`)))
    .map((region) =>
      problemAt(sources[0] ?? { path: 'content/helplines', text: '' }, 0, {
        rule: 'help lines',
        message: `there are no help lines for ${region}`,
        mend: `add content/helplines/${region.toLowerCase()}.yaml`,
      }),
    );
