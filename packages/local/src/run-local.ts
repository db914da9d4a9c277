import type { Settings } from '@breathing-room/functions/settings';
import { replayMissed } from '@breathing-room/core/actions/replay-missed';
import { runDue } from './advance-clock.ts';
import { startEngine } from './engine.ts';
import { localApi } from './local-api.ts';
import { listen, type LocalService, localService } from './local-service.ts';
import { databaseFile, readLocalState, writeLocalState } from './local-state.ts';
import { startSmtpIn } from './mail/smtp-in.ts';
import { mailboxPages } from './mail/mailbox-pages.tsx';
import { localPage } from './page/local-page.tsx';

export interface Running {
  url: string;
  /** Where the operator's command line finds the database. */
  endpoint: string;
  /** Where mail programs hand mail in. */
  smtpPort: number;
  stop(): Promise<void>;
}

/** The port is in use; the message says what to do. */
export class PortTakenError extends Error {
  override name = 'PortTakenError';
}

const tickMs = 1000;

/** Engine, service, page and a tick each second; what happened is on disk within a second of it. */
export async function runLocal(settings: Settings): Promise<Running> {
  const state = await readLocalState(settings.DATA_DIR);
  const engine = settings.DYNAMODB_ENDPOINT === undefined ? await startEngine({ dataFile: databaseFile(settings.DATA_DIR) }) : undefined;
  try {
    const endpoint = settings.DYNAMODB_ENDPOINT ?? engine!.endpoint;
    const local = await localService({ settings, endpoint, ...(state !== undefined && { state }) });
    local.app.route('/', localApi(local)).route('/', mailboxPages(local.mail)).route('/', localPage());
    const server = await listen(local.app, settings.PORT).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE'
        ? new PortTakenError(`Port ${settings.PORT} is taken. Try another: PORT=${settings.PORT + 1} npm start`)
        : error;
    });
    const smtp = await startSmtpIn(local.mail, settings.SMTP_PORT).catch((error: NodeJS.ErrnoException) => {
      server.close();
      throw error.code === 'EADDRINUSE'
        ? new PortTakenError(`Port ${settings.SMTP_PORT} for mail is taken. Try another: SMTP_PORT=${settings.SMTP_PORT + 1} npm start`)
        : error;
    });
    const ticking = keepTicking(local, settings.DATA_DIR);
    const stop = async (): Promise<void> => {
      await ticking.stop();
      await smtp.stop();
      server.close();
      await writeLocalState(settings.DATA_DIR, local);
      await engine?.stop();
    };
    return { url: settings.PUBLIC_BASE_URL, endpoint, smtpPort: smtp.port, stop };
  } catch (error) {
    await engine?.stop();
    throw error;
  }
}

/** What the scheduled jobs do when deployed: due people each second here, missed messages each hour. */
function keepTicking(local: LocalService, folder: string): { stop(): Promise<void> } {
  let isStopped = false;
  const tick = async (): Promise<void> => {
    await runDue(local);
    await writeLocalState(folder, local);
  };
  const ticking = (async () => {
    for (let ticks = 0; !isStopped; ticks++) {
      if (ticks % 3600 === 0) await replayMissed(local.services).catch(complain);
      await tick().catch(complain);
      await new Promise((wake) => setTimeout(wake, tickMs));
    }
  })();
  return {
    async stop() {
      isStopped = true;
      await ticking;
    },
  };
}

const complain = (error: unknown): void =>
  console.error('A job failed and will be tried again:', error instanceof Error ? error.message : error);
