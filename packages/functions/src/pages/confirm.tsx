import type { Handler } from 'hono';
import type { FC } from 'hono/jsx';
import { confirmSignUp } from '@breathing-room/core/actions/confirm-sign-up';
import { type PendingSignUp, readSignUp } from '@breathing-room/core/actions/read-sign-up';
import type { Services } from '@breathing-room/core/services';
import { ClosedPage } from './closed-page.tsx';
import { ipOf, tokenOf } from './page-form.ts';
import { Sheet, show } from './page-frame.tsx';

/** The link of a confirmation mail, opened: what the button agrees to, and the button. */
export const openConfirm =
  (services: Services): Handler =>
  async (c) => {
    const token = tokenOf(c);
    const asked = await readSignUp(services, token);
    const service = services.guide.profile.serviceName;
    if (asked.state === 'lapsed') return show(c, <ClosedPage service={service} />, 404);
    return show(
      c,
      asked.state === 'again' ? (
        <StartedPage service={service} isNew={false} />
      ) : (
        <ConfirmPage service={service} token={token} asked={asked} />
      ),
    );
  };

/** The button of that page (E4: once). */
export const pressConfirm =
  (services: Services): Handler =>
  async (c) => {
    const service = services.guide.profile.serviceName;
    switch (await confirmSignUp(services, tokenOf(c), { ip: ipOf(c) })) {
      case 'confirmed':
        return show(c, <StartedPage service={service} isNew />);
      case 'again':
        return show(c, <StartedPage service={service} isNew={false} />);
      case 'lapsed':
        return show(c, <ClosedPage service={service} />, 404);
    }
  };

interface ConfirmProps {
  service: string;
  token: string;
  asked: Extract<PendingSignUp, { state: 'pending' | 'link_phone' }>;
}

const ConfirmPage: FC<ConfirmProps> = ({ service, token, asked }) => (
  <Sheet title="One last step" service={service}>
    <h1>One last step</h1>
    {asked.state === 'pending' ? (
      <Consent wording={asked.consent} />
    ) : (
      <p>
        The phone with a number that ends in {asked.endsIn} and this mailbox become one person here. A wish to stop on one then counts for
        both, and notes come to one of them.
      </p>
    )}
    <form method="post" action={`/confirm?t=${token}`}>
      <button class="do" type="submit">
        {asked.state === 'pending' ? 'Yes, start the notes' : 'Yes, link them'}
      </button>
    </form>
    <p class="soft">Was it not you? Close this page. Then nothing begins.</p>
  </Sheet>
);

const Consent: FC<{ wording: string }> = ({ wording }) => (
  <>
    <p>With this button you agree to the following:</p>
    <p class="wording">{wording}</p>
    <p>
      Do you feel unsafe with someone? Leave the button for now and see the <a href="/help-now">phone numbers for help</a>.
    </p>
  </>
);

const StartedPage: FC<{ service: string; isNew: boolean }> = ({ service, isNew }) => (
  <Sheet title="Done" service={service}>
    <h1>{isNew ? 'Done' : 'That is done already'}</h1>
    <p>{isNew ? 'It counts from now on. A mail tells you what comes next.' : 'You pressed this button before. Nothing was changed now.'}</p>
    <p>You can change the pace, rest, or stop at any time. You owe nobody an answer.</p>
  </Sheet>
);
