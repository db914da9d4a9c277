import type { Handler } from 'hono';
import type { FC } from 'hono/jsx';
import * as z from 'zod';
import { answerCheckIn } from '@breathing-room/core/actions/answer-check-in';
import type { Services } from '@breathing-room/core/services';
import { ClosedPage } from './closed-page.tsx';
import { readFields, tokenOf } from './page-form.ts';
import { Sheet, show } from './page-frame.tsx';

const Value = z.coerce.number().pipe(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]));
type Value = z.infer<typeof Value>;

/** Hours a mail's numbers open this page; whether its check-in is still open is said after the button. */
const opensForHours = 72;

/** A number in a mail, tapped: the number again, as a button (a scanner that opens all five answers nothing). */
export const openCheckIn =
  ({ clock, guide, links }: Services): Handler =>
  (c) => {
    const token = tokenOf(c);
    const service = guide.profile.serviceName;
    if (links.read(token, 'check_in', clock.now(), opensForHours) === undefined) return show(c, <ClosedPage service={service} />, 404);
    return show(c, <CheckInPage service={service} token={token} chosen={Value.safeParse(c.req.query('value')).data} />);
  };

/** One of the five buttons. */
export const pressCheckIn =
  (services: Services): Handler =>
  async (c) => {
    const service = services.guide.profile.serviceName;
    const token = tokenOf(c);
    const value = Value.safeParse((await readFields(c)).value);
    if (!value.success)
      return services.links.read(token, 'check_in', services.clock.now(), opensForHours) === undefined
        ? show(c, <ClosedPage service={service} />, 404)
        : show(c, <CheckInPage service={service} token={token} />, 400);
    switch (await answerCheckIn(services, token, value.data)) {
      case 'recorded':
        return show(c, <NotedPage service={service} />);
      case 'too_late':
        return show(c, <LatePage service={service} />);
      case 'forged':
        return show(c, <ClosedPage service={service} />, 404);
    }
  };

const scale: [Value, string][] = [
  [1, 'very low'],
  [2, 'low'],
  [3, 'so-so'],
  [4, 'fairly good'],
  [5, 'good'],
];

interface CheckInProps {
  service: string;
  token: string;
  chosen?: Value | undefined;
}

const CheckInPage: FC<CheckInProps> = ({ service, token, chosen }) => {
  const first = scale.filter(([value]) => value === chosen);
  const others = scale.filter(([value]) => value !== chosen);
  return (
    <Sheet title="A number for today" service={service}>
      <h1>How are you today?</h1>
      <form method="post" action={`/check-in?t=${token}`}>
        {first.map(([value, word]) => (
          <button class="do" type="submit" name="value" value={value}>
            Send {value}, {word}
          </button>
        ))}
        {first.length > 0 && <p class="soft">Or another number:</p>}
        <div class="scale">
          {others.map(([value, word]) => (
            <button class="do other" type="submit" name="value" value={value}>
              <b>{value}</b> {word}
            </button>
          ))}
        </div>
      </form>
      <p class="soft">After a 1 or a 2 we slow down and send softer notes. No answer is fine too.</p>
    </Sheet>
  );
};

/** The same for every number: somebody may look on. What belongs to it comes by mail. */
const NotedPage: FC<{ service: string }> = ({ service }) => (
  <Sheet title="Done" service={service}>
    <h1>Noted</h1>
    <p>The notes follow your number. A mail with a few words comes now.</p>
    <p>
      Is it a hard day? There are people to talk to: <a href="/help-now">phone numbers for help now</a>.
    </p>
  </Sheet>
);

const LatePage: FC<{ service: string }> = ({ service }) => (
  <Sheet title="A number for today" service={service}>
    <h1>This one is closed</h1>
    <p>The question of that mail is no longer open, and nothing is lost by it. The next note asks again, some day.</p>
    <p>
      Is it a hard day? There are people to talk to: <a href="/help-now">phone numbers for help now</a>.
    </p>
  </Sheet>
);
