import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import { pageStyle } from './page-style.ts';

export interface FrameProps {
  /** Neutral: it stands in the tab, in the history and on a shared screen. */
  title: string;
  service: string;
  /** Styles beside the common ones. */
  style?: string;
  mayBeFound?: boolean;
  children?: Child;
}

/** A page everybody knows, should somebody look over a shoulder. */
const elsewhere = 'https://www.wikipedia.org/';

/** The whole page around its content: name, way out, way to help. */
export const Frame: FC<FrameProps> = ({ title, service, style, mayBeFound = false, children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {!mayBeFound && <meta name="robots" content="noindex, nofollow" />}
      <title>{title}</title>
      <link rel="icon" href="data:," />
      <style dangerouslySetInnerHTML={{ __html: pageStyle }} />
      {style !== undefined && <style dangerouslySetInnerHTML={{ __html: style }} />}
    </head>
    <body>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="top">
        <a class="mark" href="/">
          <Mark />
          {service}
        </a>
        <a class="leave" href={elsewhere} rel="noreferrer">
          Leave this page
        </a>
      </header>
      <main id="content" tabindex={-1}>
        {children}
      </main>
      <footer class="foot">
        <nav aria-label="More">
          <a href="/help-now">Phone numbers for help now</a>
          <a href="/privacy">Privacy</a>
        </nav>
        <p>This is an automated service. Nobody reads along, and it is no crisis line.</p>
      </footer>
    </body>
  </html>
);

/** Two arcs that leave room for each other. */
const Mark: FC = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true">
    <path fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" d="M7 16a9 9 0 0 1 9-9M25 16a9 9 0 0 1-9 9" />
    <circle cx="16" cy="16" r="3.5" fill="var(--clay)" />
  </svg>
);

/** One sheet of words or a form. */
export const Sheet: FC<Omit<FrameProps, 'style' | 'mayBeFound'>> = ({ children, ...frame }) => (
  <Frame {...frame}>
    <div class="sheet">{children}</div>
  </Frame>
);

export const show = (c: Context, page: Child, status: 200 | 400 | 403 | 404 | 413 = 200): Response | Promise<Response> =>
  c.html(html`<!doctype html>${page}`, status);
