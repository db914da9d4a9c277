import type { Handler } from 'hono';
import type { FC } from 'hono/jsx';
import { unsubscribe } from '@breathing-room/core/actions/unsubscribe';
import type { Services } from '@breathing-room/core/services';
import { ClosedPage } from './closed-page.tsx';
import { ipOf, tokenOf } from './page-form.ts';
import { Sheet, show } from './page-frame.tsx';

/** The unsubscribe link of a mail, opened: scanners open it too, so nothing is changed (E3). */
export const openUnsubscribe =
  ({ clock, guide, links }: Services): Handler =>
  (c) => {
    const token = tokenOf(c);
    const service = guide.profile.serviceName;
    if (links.read(token, 'unsubscribe', clock.now()) === undefined) return show(c, <ClosedPage service={service} />, 404);
    return show(c, <UnsubscribePage service={service} token={token} />);
  };

/**
 * The button, or a mail program's one click (RFC 8058). The body is never read, so any body will do (E2), and
 * the form of our page says so in its address.
 */
export const pressUnsubscribe =
  (services: Services): Handler =>
  async (c) => {
    const service = services.guide.profile.serviceName;
    const outcome = await unsubscribe(services, tokenOf(c), c.req.query('by') === 'page' ? 'page' : 'one_click', { ip: ipOf(c) });
    return outcome === 'done' ? show(c, <EndedPage service={service} />) : show(c, <ClosedPage service={service} />, 404);
  };

const UnsubscribePage: FC<{ service: string; token: string }> = ({ service, token }) => (
  <Sheet title="No more mail" service={service}>
    <h1>No more mail?</h1>
    <p>With this button all notes end at once, on a phone you linked too. No reason is needed.</p>
    <form method="post" action={`/unsubscribe?t=${token}&by=page`}>
      <button class="do" type="submit">
        End all notes
      </button>
    </form>
    <p class="soft">Only need a rest? Reply PAUSE to any of our mails. Fewer notes: reply SLOWER.</p>
  </Sheet>
);

const EndedPage: FC<{ service: string }> = ({ service }) => (
  <Sheet title="Done" service={service}>
    <h1>Done. No more notes.</h1>
    <p>A mail that is already on its way may still arrive. Should you write to us again, you get an answer, and nothing else.</p>
    <p>Take care of yourself.</p>
  </Sheet>
);
