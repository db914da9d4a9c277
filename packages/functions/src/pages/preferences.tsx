import type { Context, Handler } from 'hono';
import { changePreferences } from '@breathing-room/core/actions/change-preferences';
import { readLink } from '@breathing-room/core/actions/read-link';
import { readPreferences } from '@breathing-room/core/actions/read-preferences';
import type { PreferenceChange, Preferences } from '@breathing-room/core/domain/preferences';
import type { Services } from '@breathing-room/core/services';
import { ClosedPage } from './closed-page.tsx';
import { ipOf, readFields, tokenOf } from './page-form.ts';
import { show } from './page-frame.tsx';
import { needsPage, readChange } from './preference-form.ts';
import { type Notice, PreferencesPage } from './preferences-page.tsx';
import { readSafety } from './safety-questions.tsx';
import { AgreePage, ProgrammeButton, SettingsSafetyPage } from './preference-steps.tsx';
import { gentlest } from './join-form.ts';

/** The settings of the mailbox this link was sent to. */
export const openPreferences =
  (services: Services): Handler =>
  async (c) => {
    const now = await readPreferences(services, tokenOf(c));
    return showSettings(c, services, now);
  };

/** One button, one change; the page then shows what holds. */
export const pressPreferences =
  (services: Services): Handler =>
  async (c) => {
    const before = await readPreferences(services, tokenOf(c));
    if (before === undefined) return showSettings(c, services, undefined);
    const fields = await readFields(c);
    const change = readChange(fields, ipOf(c), services.guide);
    if (change === undefined) return showSettings(c, services, before, 'wrong');
    if (needsPage(change, before.needsGate) && fields.step !== 'agreed') return showAgree(c, services, change);
    const safety = readSafety(fields);
    if (fields.isAsked === 'on' && safety !== 'clear') return showSignpost(c, services, safety, before);
    const after = await changePreferences(services, tokenOf(c), change);
    return showSettings(c, services, after, JSON.stringify(after) === JSON.stringify(before) ? 'same' : 'saved');
  };

function showSettings(c: Context, { guide }: Services, settings: Preferences | undefined, notice?: Notice) {
  const service = guide.profile.serviceName;
  if (settings === undefined) return show(c, <ClosedPage service={service} />, 404);
  return show(c, <PreferencesPage guide={guide} token={tokenOf(c)} settings={settings} notice={notice} />, notice === 'wrong' ? 400 : 200);
}

/** What a new programme or a new start means, with the person's own region and what they were told before. */
async function showAgree(c: Context, services: Services, change: PreferenceChange) {
  const { guide, clock } = services;
  const person = await readLink(services, tokenOf(c), 'preferences');
  if (person === undefined) return show(c, <ClosedPage service={guide.profile.serviceName} />, 404);
  return show(
    c,
    <AgreePage
      guide={guide}
      token={tokenOf(c)}
      person={person}
      now={clock.now()}
      programme={change.kind === 'programme' ? change.programme : undefined}
    />,
  );
}

/** Nothing was changed; the gentle notes stay open, unless notes rest for danger themselves. */
async function showSignpost(
  c: Context,
  services: Services,
  safety: Parameters<typeof SettingsSafetyPage>[0]['safety'],
  { needsGate, zone }: Preferences,
) {
  const { guide } = services;
  return show(
    c,
    <SettingsSafetyPage guide={guide} safety={safety} zone={zone}>
      {!needsGate && <ProgrammeButton token={tokenOf(c)} programme={gentlest} label="Take the gentle notes" />}
    </SettingsSafetyPage>,
  );
}
