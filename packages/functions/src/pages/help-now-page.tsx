import type { FC } from 'hono/jsx';
import type { Content, Helplines } from '@breathing-room/core/domain/content';
import { HelpLines } from './help-lines.tsx';
import { Sheet } from './page-frame.tsx';

/** People to talk to now, by region; shown as the content has them. */
export const HelpNowPage: FC<{ service: string; helplines: Content['helplines'] }> = ({ service, helplines }) => (
  <Sheet title="Phone numbers" service={service}>
    <h1>Talk to a person now</h1>
    <p>In danger? Call the emergency number first. Somebody may look at this phone? Calls and visited pages can stay in its lists.</p>
    <nav aria-label="Regions" class="row">
      {regions.map(([region, name]) => (
        <a class="do other" href={`#${region}`}>
          {name}
        </a>
      ))}
    </nav>
    {regions.map(([region, name]) => (
      <RegionLines name={name} lines={helplines[region]} />
    ))}
  </Sheet>
);

export const regions: [Helplines['region'], string][] = [
  ['US', 'United States'],
  ['CA', 'Canada'],
  ['UK', 'United Kingdom'],
  ['IE', 'Ireland'],
  ['AU', 'Australia'],
  ['NZ', 'New Zealand'],
  ['XX', 'Elsewhere'],
];

const RegionLines: FC<{ name: string; lines: Helplines }> = ({ name, lines }) => (
  <section id={lines.region} class="stack" aria-label={name}>
    <h2>{name}</h2>
    <HelpLines lines={lines.lines} />
  </section>
);
