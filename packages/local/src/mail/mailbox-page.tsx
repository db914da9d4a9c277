import type { BookedMail } from './mail-book.ts';
import type { Mailbox } from './mailbox-list.ts';

export interface MailboxPageProps {
  box: string;
  boxes: readonly Mailbox[];
  /** Oldest first, as kept. */
  mails: readonly BookedMail[];
  /** The service's mail domain. */
  ours: string;
  /** What a scanner got for each link of one mail. */
  scan?: { id: string; visits: readonly { url: string; head: number; get: number }[] };
}

/** One mailbox with its mails, newest first, and a sheet to write on. */
export const MailboxPage = (props: MailboxPageProps) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>Mailboxes on this machine</title>
      <link rel="icon" href="/page.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/mailboxes.css" />
    </head>
    <body>
      <header>
        <h1>Mailboxes</h1>
        <p>
          <a href="/phones">Phones and the clock</a> <a href="/">Public pages</a>
        </p>
      </header>
      <nav aria-label="Mailboxes">
        <ul>
          {props.boxes.map((each) => (
            <BoxLink {...each} box={props.box} />
          ))}
        </ul>
      </nav>
      <main>
        <h2>{props.box}</h2>
        <Sheet box={props.box} to={`join@${props.ours}`} label="A new mail" />
        {props.mails.length === 0 && (
          <p class="quiet">Nothing here yet. Write JOIN PATIENCE to join@{props.ours}, or join on the public pages.</p>
        )}
        {props.mails.toReversed().map((mail) => (
          <Mail mail={mail} scan={props.scan} />
        ))}
      </main>
    </body>
  </html>
);

const BoxLink = ({ address, mails, box }: Mailbox & { box: string }) => (
  <li>
    <a href={`/mailboxes?box=${encodeURIComponent(address)}`} aria-current={address === box ? 'page' : undefined}>
      {address} {mails > 0 && <small>{mails}</small>}
    </a>
  </li>
);

const Mail = ({ mail, scan }: { mail: BookedMail; scan: MailboxPageProps['scan'] }) => (
  <article class={mail.from} id={mail.id}>
    <h3>{mail.subject === '' ? 'No subject' : mail.subject}</h3>
    <p class="quiet">
      {mail.from === 'service'
        ? `From ${mail.ours}`
        : `To ${mail.ours}; read as ${mail.headers['verdict']}${mail.headers['automatic'] === 'true' ? ', sent by a machine' : ''}`}
      , <time datetime={mail.at}>{mail.at}</time>
      {mail.events.length > 0 && `, ${mail.events.join(', ').toLowerCase()}`}
    </p>
    {mail.from === 'mailbox' ? <pre>{mail.text}</pre> : <Received mail={mail} scan={scan} />}
  </article>
);

const Received = ({ mail, scan }: { mail: BookedMail; scan: MailboxPageProps['scan'] }) => (
  <>
    <iframe
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      src={`/mailboxes/mails/${mail.id}`}
      title={`The mail ${mail.subject} as a page`}
    />
    <details>
      <summary>As text</summary>
      <pre>{mail.text}</pre>
    </details>
    <details>
      <summary>Headers</summary>
      <pre>{Object.entries(mail.headers).map(([name, value]) => `${name}: ${value}\n`)}</pre>
    </details>
    <form method="post" action={`/mailboxes/scan#${mail.id}`}>
      <input type="hidden" name="id" value={mail.id} />
      <button>Let a scanner open every link</button>
    </form>
    {scan?.id === mail.id && <Scanned visits={scan.visits} />}
    <Sheet box={mail.mailbox} to={mail.ours} label="Answer" under={mail} />
  </>
);

const Scanned = ({ visits }: Pick<NonNullable<MailboxPageProps['scan']>, 'visits'>) => (
  <table>
    <caption>What the scanner got; nothing may have changed</caption>
    <thead>
      <tr>
        <th>Link</th>
        <th>HEAD</th>
        <th>GET</th>
      </tr>
    </thead>
    <tbody>
      {visits.map(({ url, head, get }) => (
        <tr>
          <td>{new URL(url).pathname}</td>
          <td>{head}</td>
          <td>{get}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Sheet = ({ box, to, label, under }: { box: string; to: string; label: string; under?: BookedMail }) => (
  <details open={under === undefined}>
    <summary>{label}</summary>
    <form method="post" action="/mailboxes/write" class="sheet">
      {under === undefined ? (
        <label>
          From <input name="box" value={box} required type="email" />
        </label>
      ) : (
        <input type="hidden" name="box" value={box} />
      )}
      {under !== undefined && <input type="hidden" name="under" value={under.id} />}
      <label>
        To <input name="to" value={to} required type="email" />
      </label>
      <label>
        Subject <input name="subject" value={under === undefined ? '' : `Re: ${under.subject}`} maxlength={200} />
      </label>
      <label>
        Words <textarea name="words" rows={3} required />
      </label>
      {under === undefined ? <input type="hidden" name="program" value="none" /> : <Programs />}
      <button>Send</button>
    </form>
  </details>
);

const Programs = () => (
  <label>
    Quoted as{' '}
    <select name="program">
      <option value="gmail">Gmail</option>
      <option value="outlook">Outlook</option>
      <option value="apple">Apple Mail</option>
      <option value="none">not quoted</option>
    </select>
  </label>
);
