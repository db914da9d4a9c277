import type { Profile } from '../../domain/content.ts';
import type { Region } from '../../domain/region.ts';
import { renderText } from '../../domain/render.ts';
import { textRef } from '../../domain/text-ref.ts';
import type { Compiled } from '../compile-content.ts';

const fields = [
  ['Opt-out confirmation (STOP)', 'carrier.stop'],
  ['Help message (HELP)', 'carrier.help'],
  ['Opt-in confirmation (START)', 'carrier.start'],
] as const;

/**
 * What to paste into the provider's opt-out settings, so that its own answers carry the help lines
 * of the region as ours do.
 */
export const showConsoleTexts = (
  { content, lexicon }: Compiled,
  profile: Pick<Profile, 'serviceName' | 'privacyUrl'>,
  region: Region,
): string =>
  fields
    .map(
      ([field, id]) =>
        `${field}\n${renderText(textRef(id), { region, language: 'en' }, { content, lexicon, profile: { ...profile, optOutMode: 'advanced' } })}`,
    )
    .join('\n\n');
