/** Asks until the answer is the wanted one, and says the last answer when it never came. */
export async function until<T>(
  what: string,
  seconds: number,
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s, but ${JSON.stringify(answer)}`);
    await pause(2);
  }
}

/** Every different answer in the order in which it was given, while something else goes on. */
export async function during<T, R>(ask: () => Promise<T>, work: () => Promise<R>): Promise<{ seen: T[]; result: R }> {
  const texts: string[] = [];
  let going = true;
  const look = async () => {
    while (going) {
      const text = JSON.stringify(await ask());
      if (text !== texts.at(-1)) texts.push(text);
      await pause(1);
    }
  };
  const looking = look();
  const result = await work().finally(() => {
    going = false;
  });
  await looking;
  return { seen: texts.map((text) => JSON.parse(text) as T), result };
}

export function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
