import type { FC } from 'hono/jsx';
import { Sheet } from './page-frame.tsx';

/** For every link that opens nothing, whatever the reason: nobody learns whether an address is known here (E4). */
export const ClosedPage: FC<{ service: string }> = ({ service }) => (
  <Sheet title="Page not open" service={service}>
    <h1>This page is not open</h1>
    <p>Some links work for a few hours or days only, and some only once. Nothing was changed.</p>
    <p>
      You can write to us from your own mailbox for a new one. Wish to end the mails? The unsubscribe link in any of them never runs out.
    </p>
    <p>
      <a href="/">To the first page</a>
    </p>
  </Sheet>
);

/** A form that came from somewhere else than one of our pages. */
export const ForeignFormPage: FC<{ service: string }> = ({ service }) => (
  <Sheet title="Not sent" service={service}>
    <h1>That was not sent</h1>
    <p>The form did not come from a page of ours, so nothing was changed. Please open the link again and press the button there.</p>
    <p>
      <a href="/">To the first page</a>
    </p>
  </Sheet>
);
