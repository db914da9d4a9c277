/** The empty page; its script fills it from the local API. */
export const Page = () => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>Breathing Room, played on this machine</title>
      <link rel="icon" href="/page.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/page.css" />
      <script type="module" src="/page.js" />
    </head>
    <body>
      <div id="desk">
        <p class="opening">Picking up the phones…</p>
        <noscript>
          <p class="trouble">This page needs its script to play the phones.</p>
        </noscript>
      </div>
    </body>
  </html>
);
