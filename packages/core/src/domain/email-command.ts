import type { Meaning } from './meaning.ts';
import { Mailbox } from './sign-up-request.ts';

/** A whole text of the word and one address; longer ones are no command. */
const command = /^\s*e-?mail[\s:]+(\S+@\S+)\s*$/i;
const mostLength = 300;

/** `EMAIL me@example.org`: link this phone with that mailbox. Undefined for any other text. */
export function readEmailCommand(body: string): Meaning | undefined {
  const said = body.length > mostLength ? undefined : command.exec(body)?.[1];
  if (said === undefined) return undefined;
  const mailbox = Mailbox.safeParse(said);
  return {
    kind: 'command',
    command: { name: 'email', ...(mailbox.success && { address: mailbox.data }) },
    rule: 'command.email',
    because: 'The word and an address, and nothing else.',
  };
}
