// Loaded before a built function starts; the function itself knows nothing of it.
import { readFileSync } from 'node:fs';

// With CLOCK_FILE the clock stands where that file says, milliseconds since 1970.
const { CLOCK_FILE: clockFile } = process.env;
if (clockFile !== undefined) {
  const RealDate = Date;
  const now = () => Number(readFileSync(clockFile, 'utf8'));
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length === 0 ? [now()] : given));
    }
    static now() {
      return now();
    }
  };
}

// As Lambda's JSON log format does it: what goes through the console is put, as text, into a message.
for (const level of ['debug', 'info', 'log', 'warn', 'error'])
  console[level] = (...said) => void process.stdout.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level: level.toUpperCase(), message: said.join(' ') })}\n`);
