import type { Handler } from 'hono';
import type { FC } from 'hono/jsx';
import { readMyData } from '@breathing-room/core/actions/read-my-data';
import type { DataCategory, MyData } from '@breathing-room/core/domain/my-data';
import { Pin } from '@breathing-room/core/domain/sign-up-request';
import type { Services } from '@breathing-room/core/services';
import { ClosedPage } from './closed-page.tsx';
import { readFields, tokenOf } from './page-form.ts';
import { Sheet, show } from './page-frame.tsx';

/** Neutral categories, whoever opened the mailbox (P1). */
export const openMyData =
  (services: Services): Handler =>
  async (c) => {
    const token = tokenOf(c);
    const service = services.guide.profile.serviceName;
    const held = await readMyData(services, token);
    return held === undefined
      ? show(c, <ClosedPage service={service} />, 404)
      : show(c, <MyDataPage service={service} token={token} held={held} />);
  };

/** The PIN: the full record with the right one, and what is wrong otherwise. */
export const pressMyData =
  (services: Services): Handler =>
  async (c) => {
    const token = tokenOf(c);
    const service = services.guide.profile.serviceName;
    const pin = Pin.safeParse((await readFields(c)).pin?.trim());
    const held = await readMyData(services, token, pin.data);
    if (held === undefined) return show(c, <ClosedPage service={service} />, 404);
    const problem = pin.success ? undefined : 'A PIN has four to eight digits.';
    return show(c, <MyDataPage service={service} token={token} held={held} {...(problem !== undefined && { problem })} />);
  };

interface MyDataProps {
  service: string;
  token: string;
  held: MyData;
  problem?: string;
}

const MyDataPage: FC<MyDataProps> = ({ service, token, held, problem }) => (
  <Sheet title="What we hold" service={service}>
    <h1>What we hold</h1>
    {held.kind === 'full' ? (
      <FullRecord held={held} />
    ) : (
      <Categories token={token} held={held} problem={problem ?? (held.pin && sayPin[held.pin])} />
    )}
    <p class="soft">To erase it, write FORGET ME to us.</p>
  </Sheet>
);

const sayPin = { wrong: 'That is not the PIN.', too_many_tries: 'Too many tries today. The PIN works again tomorrow.' };

const sayCategory: Record<DataCategory, string> = {
  address: 'This mailbox, encrypted',
  settings: 'Your settings',
  schedule: 'When the next note comes',
  last_answers: 'Your number answers of the last 30 days',
  consent_record: 'Proof of what you agreed to, and when',
};

const Categories: FC<{ token: string; held: Extract<MyData, { kind: 'categories' }>; problem: string | undefined }> = ({
  token,
  held,
  problem,
}) => (
  <>
    <ul>
      {held.categories.map((category) => (
        <li>{sayCategory[category]}</li>
      ))}
    </ul>
    <p>Your words are not among it: they are answered and let go.</p>
    {held.canExport ? (
      <PinForm token={token} problem={problem} />
    ) : (
      <p>No PIN was set at sign-up. The people who run this can give you the full list once they know that it is you.</p>
    )}
  </>
);

const PinForm: FC<{ token: string; problem: string | undefined }> = ({ token, problem }) => (
  <form method="post" action={`/my-data?t=${token}`}>
    <div class="field">
      <label for="pin">Your PIN, for the full list</label>
      {problem !== undefined && (
        <p class="problem" id="pin-problem" role="alert">
          {problem}
        </p>
      )}
      <input
        id="pin"
        name="pin"
        type="password"
        inputmode="numeric"
        autocomplete="off"
        maxlength={8}
        required
        {...(problem !== undefined && { 'aria-invalid': true, 'aria-describedby': 'pin-problem' })}
      />
    </div>
    <button class="do" type="submit">
      Show the full list
    </button>
  </form>
);

const FullRecord: FC<{ held: Extract<MyData, { kind: 'full' }> }> = ({ held: { record, ledger } }) => (
  <>
    <p>All of it, as it is stored. You can copy it or print this page.</p>
    <h2>Your record</h2>
    <pre tabindex={0} role="region" aria-label="Your record">
      {JSON.stringify(record, null, 2)}
    </pre>
    <h2>Proof of your choices</h2>
    <pre tabindex={0} role="region" aria-label="Proof of your choices">
      {JSON.stringify(ledger, null, 2)}
    </pre>
  </>
);
