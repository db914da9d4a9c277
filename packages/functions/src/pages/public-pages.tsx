import { Hono } from 'hono/tiny';
import { HTTPException } from 'hono/http-exception';
import type { Services } from '@breathing-room/core/services';
import { openCheckIn, pressCheckIn } from './check-in.tsx';
import { ClosedPage, ForeignFormPage } from './closed-page.tsx';
import { openConfirm, pressConfirm } from './confirm.tsx';
import { openForget, pressForget } from './forget.tsx';
import { HelpNowPage } from './help-now-page.tsx';
import { openJoin, pressJoin } from './join.tsx';
import { LandingPage } from './landing-page.tsx';
import { openMyData, pressMyData } from './my-data.tsx';
import { fromOurPages, shortBody } from './page-form.ts';
import { show } from './page-frame.tsx';
import { leaveNoTrace, mayBeKept, pageHeaders } from './page-headers.ts';
import { pagePath } from './page-path.ts';
import { openPreferences, pressPreferences } from './preferences.tsx';
import { PrivacyPage } from './privacy-page.tsx';
import { openUnsubscribe, pressUnsubscribe } from './unsubscribe.tsx';

export interface PublicPagesOptions {
  services: Services;
  /** Where the pages are reached from outside. */
  publicBaseUrl: string;
  /** The number people text, E.164. */
  number?: string | undefined;
}

/** Every page people open in a browser. No page needs a script; opening one changes nothing (E3). */
export function publicPages({ services, publicBaseUrl, number }: PublicPagesOptions): Hono {
  const { guide } = services;
  const service = (): string => guide.profile.serviceName;
  const pressed = [shortBody, fromOurPages(publicBaseUrl)] as const;
  return (
    new Hono()
      .get('/', pageHeaders, mayBeKept, (c) => show(c, <LandingPage guide={guide} number={number} />))
      .use(pagePath, pageHeaders, leaveNoTrace)
      .get('/help-now', (c) => show(c, <HelpNowPage service={service()} helplines={guide.content.helplines} />))
      .get('/privacy', (c) => show(c, <PrivacyPage profile={guide.profile} />))
      .get('/join', openJoin(services))
      .post('/join', ...pressed, pressJoin(services))
      .get('/confirm', openConfirm(services))
      .post('/confirm', ...pressed, pressConfirm(services))
      .get('/unsubscribe', openUnsubscribe(services))
      // No check of the origin here: a mail program's one click has none (RFC 8058).
      .post('/unsubscribe', pressUnsubscribe(services))
      .get('/preferences', openPreferences(services))
      .post('/preferences', ...pressed, pressPreferences(services))
      .get('/check-in', openCheckIn(services))
      .post('/check-in', ...pressed, pressCheckIn(services))
      .get('/my-data', openMyData(services))
      .post('/my-data', ...pressed, pressMyData(services))
      .get('/forget', openForget(services))
      .post('/forget', ...pressed, pressForget(services))
      .onError((error, c) => {
        if (error instanceof HTTPException)
          return error.status === 403
            ? show(c, <ForeignFormPage service={service()} />, 403)
            : show(c, <ClosedPage service={service()} />, 404);
        throw error;
      })
  );
}
