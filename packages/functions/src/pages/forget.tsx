import type { Handler } from 'hono';
import type { FC } from 'hono/jsx';
import { forgetMe } from '@breathing-room/core/actions/forget-me';
import { readLink } from '@breathing-room/core/actions/read-link';
import type { Services } from '@breathing-room/core/services';
import { ClosedPage } from './closed-page.tsx';
import { ipOf, readFields, tokenOf } from './page-form.ts';
import { Sheet, show } from './page-frame.tsx';

/** What erasing means, and the first of two buttons (P2). */
export const openForget =
  (services: Services): Handler =>
  async (c) => {
    const token = tokenOf(c);
    const service = services.guide.profile.serviceName;
    const person = await readLink(services, token, 'forget');
    return person === undefined ? show(c, <ClosedPage service={service} />, 404) : show(c, <AskPage service={service} token={token} />);
  };

/** Either button; the second counts within ten minutes of the first. */
export const pressForget =
  (services: Services): Handler =>
  async (c) => {
    const token = tokenOf(c);
    const service = services.guide.profile.serviceName;
    const step = (await readFields(c)).step === 'confirm' ? 'confirm' : 'ask';
    switch (await forgetMe(services, token, step, { ip: ipOf(c) })) {
      case 'asked':
        return show(c, <SurePage service={service} token={token} />);
      case 'forgotten':
        return show(c, <ForgottenPage service={service} />);
      case 'lapsed':
        return show(c, <AskPage service={service} token={token} isLate />);
      case 'forged':
        return show(c, <ClosedPage service={service} />, 404);
    }
  };

const AskPage: FC<{ service: string; token: string; isLate?: boolean }> = ({ service, token, isLate = false }) => (
  <Sheet title="Erase" service={service}>
    <h1>Erase what we hold?</h1>
    {isLate && (
      <p class="alarm" role="alert">
        Ten minutes have passed, so nothing was erased. You can begin again.
      </p>
    )}
    <p>Your settings, your notes and your answers go, and a phone you linked goes too. Mails in your mailbox stay until you delete them.</p>
    <p>Could saved notes help you one day, as a record? Then keep a copy first. Our proof of your choices stays, as the law asks.</p>
    <form method="post" action={`/forget?t=${token}`}>
      <button class="do" type="submit" name="step" value="ask">
        Go on
      </button>
    </form>
  </Sheet>
);

const SurePage: FC<{ service: string; token: string }> = ({ service, token }) => (
  <Sheet title="Erase" service={service}>
    <h1>Really erase it?</h1>
    <p>It cannot be undone. The button works for ten minutes.</p>
    <form method="post" action={`/forget?t=${token}`}>
      <button class="do" type="submit" name="step" value="confirm">
        Erase it now
      </button>
    </form>
    <p class="soft">Changed your mind? Close this page, and all stays as it is.</p>
  </Sheet>
);

const ForgottenPage: FC<{ service: string }> = ({ service }) => (
  <Sheet title="Done" service={service}>
    <h1>Erased</h1>
    <p>We keep a coded mark, so that no note reaches you, and the proof of your choices. The rest is gone within a day.</p>
  </Sheet>
);
