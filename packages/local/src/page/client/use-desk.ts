import { useEffect, useRef, useState } from 'hono/jsx/dom';
import type { Phone } from '../../phone-list.ts';
import { sayCounts } from '../say-counts.ts';
import { moveClock, RefusedError, sendText } from './ask-local.ts';
import { type DeskState, newSince, readDesk } from './desk-state.ts';

const lookEveryMs = 2500;

/** The desk and everything one can do at it; looks again by itself, so the clock and notes come in. */
export function useDesk(firstNumber: string) {
  const [desk, setDesk] = useState<DeskState | undefined>(undefined);
  const [trouble, setTrouble] = useState('');
  const [spoken, setSpoken] = useState('');
  const [ran, setRan] = useState('');
  const [isBusy, setBusy] = useState(false);
  const latest = useRef<DeskState | undefined>(undefined);
  const number = useRef(firstNumber);
  const looks = useRef({ begun: 0, shown: 0 });

  const look = async (added: readonly Phone[] = []): Promise<void> => {
    const asked = number.current;
    const turn = ++looks.current.begun;
    const read = await readDesk(asked, [...(latest.current?.phones ?? []), ...added]);
    // A slow look must not bring back what a later one has replaced.
    if (asked !== number.current || turn < looks.current.shown) return;
    looks.current.shown = turn;
    const news = newSince(latest.current ?? undefined, read);
    latest.current = read;
    setDesk(read);
    setTrouble((words) => (words === goneWords ? '' : words));
    if (news.length > 0)
      setSpoken(news.map(({ from, body }) => `${from === 'carrier' ? 'The carrier' : 'The service'}: ${body}`).join(' '));
  };

  /** Runs one thing and looks again; says so when the service is gone or refuses. */
  const doing = async (act: () => Promise<unknown>): Promise<boolean> => {
    setTrouble('');
    try {
      await act();
      await look();
      return true;
    } catch (error) {
      setTrouble(error instanceof RefusedError ? error.message : goneWords);
      return false;
    }
  };

  const send = async (body: string): Promise<boolean> => {
    setBusy(true);
    const isSent = await doing(async () => {
      const { answers, autoReply, why } = await sendText(number.current, body);
      if (answers.length === 0 && autoReply === undefined) setSpoken(`No answer: ${why.at(-1)?.because ?? 'no reason was given.'}`);
    });
    setBusy(false);
    return isSent;
  };

  const move = (to: Parameters<typeof moveClock>[0]): Promise<boolean> =>
    doing(async () => setRan(sayCounts((await moveClock(to)).counts)));

  const pick = (chosen: Phone): Promise<boolean> => {
    number.current = chosen.number;
    history.replaceState(null, '', `#${chosen.number}`);
    return doing(() => look([chosen]));
  };

  useLooking(() => look().catch(() => setTrouble(goneWords)));
  return { desk, trouble, spoken, ran, isBusy, send, move, pick };
}

/** Looks at once and then again and again, but not while nobody sees the page. */
function useLooking(look: () => Promise<unknown>): void {
  useEffect(() => {
    void look();
    const timer = setInterval(() => void (document.hidden || look()), lookEveryMs);
    return () => clearInterval(timer);
  }, []);
}

export type DeskHook = ReturnType<typeof useDesk>;

const goneWords = 'The service is not answering. Look whether it still runs; this page tries again by itself.';
