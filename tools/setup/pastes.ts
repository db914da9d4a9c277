import { loadContent } from '@breathing-room/core/content/load-content';
import { profileOf, readSettings } from '@breathing-room/functions/settings';
import { campaignFields, optOutTexts, type Paste } from './console-texts.ts';
import { optOutMode, untold } from './settings.ts';

/** The lines to paste into Twilio's forms; with a made-up name or address in them they must not even be printed. */
export function pastes(env: NodeJS.ProcessEnv): string[] {
  const missing = untold(env, ['SERVICE_NAME', 'PRIVACY_URL']);
  if (missing.length > 0)
    return ['', `What to paste into Twilio's console is printed once ${missing.join(' and ')} stand in .env.production.`];
  const guide = { ...loadContent(), profile: profileOf(readSettings({ ...env, STAGE: 'setup' })) };
  return [
    ...(optOutMode(env) === 'advanced' ? ['', "== Twilio's console: Advanced Opt-Out ==", ...optOutTexts(guide).map(pasteRow)] : []),
    '',
    "== Twilio's console: 10DLC campaign ==",
    ...campaignFields(guide).map(pasteRow),
  ];
}

const pasteRow = ({ field, text }: Paste): string => `\n[${field}]\n${text}`;
