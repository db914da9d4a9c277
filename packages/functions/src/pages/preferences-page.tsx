import type { Child, FC } from 'hono/jsx';
import type { Guide } from '@breathing-room/core/domain/guide';
import type { Preferences } from '@breathing-room/core/domain/preferences';
import type { Pace } from '@breathing-room/core/domain/subscriber';
import { Sheet } from './page-frame.tsx';
import { ZoneField } from './zone-field.tsx';

export type Notice = 'saved' | 'same' | 'wrong';

export interface PreferencesProps {
  guide: Guide;
  token: string;
  settings: Preferences;
  notice: Notice | undefined;
}

/** Every setting in a form of its own. No flag and no reason of a rest is shown: the mailbox may be in other hands. */
export const PreferencesPage: FC<PreferencesProps> = ({ guide, token, settings, notice }) => (
  <Sheet title="Your settings" service={guide.profile.serviceName}>
    <h1>Your settings</h1>
    {notice !== undefined && (
      <p class={notice === 'saved' ? 'note' : 'alarm'} role="status">
        {sayNotice[notice]}
      </p>
    )}
    <p>{sayState[settings.state]}</p>
    {settings.state !== 'unsubscribed' && <Settings guide={guide} token={token} settings={settings} />}
    <p class="soft small">To see or erase what we hold, write MY DATA or FORGET ME to us. STOP ends everything.</p>
  </Sheet>
);

const sayNotice: Record<Notice, string> = {
  saved: 'Saved.',
  same: 'All stays as it was.',
  wrong: 'We could not read that, so nothing was changed.',
};

const sayState: Record<Preferences['state'], string> = {
  on: 'Notes are on.',
  resting: 'Notes rest until you wish for more.',
  none: 'No notes are on. You can choose some below.',
  unsubscribed: 'This mailbox gets no notes. To begin again, sign up anew.',
};

const Settings: FC<Omit<PreferencesProps, 'notice'>> = ({ guide, token, settings }) => (
  <>
    {settings.state === 'on' && <PauseForm token={token} />}
    {settings.state === 'resting' && <Change token={token} kind="resume" title="Rest" label="Go on with the notes" />}
    <PaceForm token={token} pace={settings.pace} />
    <Change token={token} kind="hour" title="Hour" label="Save the hour">
      <div class="field">
        <label for="hour">Notes come from this hour on</label>
        <select id="hour" name="hour">
          {hours.map((hour) => (
            <option value={hour} selected={hour === (settings.hour ?? 10)}>
              {sayHour(hour)}
            </option>
          ))}
        </select>
      </div>
    </Change>
    <Change token={token} kind="zone" title="Where you are" label="Save the town">
      <ZoneField zone={settings.zone} />
    </Change>
    <Change token={token} kind="private" title="In other eyes" label="Save">
      <label class="pick">
        <input type="checkbox" name="isPrivate" value="on" checked={settings.isPrivate} />
        <span>
          <b>Keep it private</b>
          <small>Notes bear no name and no number.</small>
        </span>
      </label>
    </Change>
    <Programmes guide={guide} token={token} settings={settings} />
    <PhoneForm token={token} phone={settings.phone} />
  </>
);

interface ChangeProps {
  token: string;
  kind: string;
  title: string;
  label: string;
  children?: Child;
}

const Change: FC<ChangeProps> = ({ token, kind, title, label, children }) => (
  <form method="post" action={`/preferences?t=${token}`} aria-label={title}>
    <h2>{title}</h2>
    <input type="hidden" name="kind" value={kind} />
    {children}
    <button class="do other" type="submit">
      {label}
    </button>
  </form>
);

const hours = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
const sayHour = (hour: number): string => (hour === 12 ? 'noon' : `${hour > 12 ? hour - 12 : hour} ${hour > 12 ? 'pm' : 'am'}`);

const PauseForm: FC<{ token: string }> = ({ token }) => (
  <Change token={token} kind="pause" title="Rest" label="Rest">
    <div class="field">
      <label for="days">How long?</label>
      <select id="days" name="days">
        <option value="">Until I say so</option>
        <option value="3">Three days</option>
        <option value="7">A week</option>
        <option value="14">Two weeks</option>
        <option value="30">A month</option>
      </select>
    </div>
  </Change>
);

const paces: [Pace, string][] = [
  ['daily', 'Up to one a day'],
  ['taper', 'Four in the first week, then fewer'],
  ['twice_a_week', 'Twice a week'],
  ['weekly', 'Once a week'],
];

const PaceForm: FC<{ token: string; pace: Pace }> = ({ token, pace }) => (
  <Change token={token} kind="pace" title="Pace" label="Save the pace">
    <fieldset>
      <legend class="small soft">How often may a note come?</legend>
      {paces.map(([value, words]) => (
        <label class="pick">
          <input type="radio" name="pace" value={value} checked={value === pace} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  </Change>
);

const Programmes: FC<Omit<PreferencesProps, 'notice'>> = ({ guide, token, settings }) => (
  <Change token={token} kind="programme" title="Other notes" label="Look at these notes">
    <fieldset>
      <legend class="small soft">You see what you agree to before they begin.</legend>
      {Object.values(guide.content.programmes)
        .filter(({ id }) => id !== settings.programme)
        .map(({ id, title, summary }) => (
          <label class="pick">
            <input type="radio" name="programme" value={id} required />
            <span>
              <b>{title}</b>
              <small>{summary}</small>
            </span>
          </label>
        ))}
    </fieldset>
  </Change>
);

const PhoneForm: FC<{ token: string; phone: Preferences['phone'] }> = ({ token, phone }) => {
  if (phone === 'linked')
    return (
      <section class="stack">
        <h2>Your phone</h2>
        <p>A phone is linked. STOP on one ends both.</p>
      </section>
    );
  return (
    <Change token={token} kind="link_phone" title="Your phone" label="Link this phone">
      {phone === 'asked' && <p class="note">Now text EMAIL and this mailbox&rsquo;s address from that phone, and both are linked.</p>}
      <div class="field">
        <label for="phone">Number, with + and the country</label>
        <input id="phone" name="phone" type="tel" autocomplete="tel" maxlength={24} placeholder="+1 212 555 0123" required />
      </div>
    </Change>
  );
};
