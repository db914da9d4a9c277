/** The same numbers from 0 to 1 on every machine: a linear congruential generator. */
export const newChance = (seed: number): (() => number) => {
  let state = seed * 7919 + 12_345;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
};

/** Changes the order in place. */
export const shuffle = (order: number[], chance: () => number): void => {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
};
