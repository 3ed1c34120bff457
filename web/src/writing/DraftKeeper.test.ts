import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Draft } from '../api/shapes';
import { DraftKeeper, PAUSE, type Keeping } from './DraftKeeper';

const save = vi.fn<(draft: Draft | undefined, isLeaving: boolean) => Promise<void>>();
const tell = vi.fn<(keeping: Keeping) => void>();
const keeper = (first?: Draft) => new DraftKeeper(first, { save, tell });
const saved = () => save.mock.calls.map(([draft]) => draft?.text);

beforeEach(() => {
  vi.useFakeTimers();
  save.mockReset().mockResolvedValue();
  tell.mockReset();
});
afterEach(() => vi.useRealTimers());

it('keeps what was written last, shortly after the last key', async () => {
  const keeping = keeper();
  keeping.change({ text: 'H' });
  keeping.change({ text: 'He' });
  await vi.advanceTimersByTimeAsync(PAUSE - 1);
  keeping.change({ text: 'Hej' });
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(saved()).toEqual(['Hej']);
  expect(tell).toHaveBeenLastCalledWith('saved');
});

it('keeps nothing that was kept already', async () => {
  const keeping = keeper({ text: 'Hej' });
  keeping.change({ text: 'Hej' });
  keeping.change({ text: 'Hej!' });
  keeping.change({ text: 'Hej' });
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(save).not.toHaveBeenCalled();
});

it('forgets what was emptied', async () => {
  const keeping = keeper({ text: 'Hej' });
  keeping.change(undefined);
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(saved()).toEqual([undefined]);
  expect(tell).toHaveBeenLastCalledWith('nothing');
});

it('lets one call end before the next, so that the newest is last', async () => {
  const ends: (() => void)[] = [];
  save.mockImplementation(() => new Promise((resolve) => ends.push(resolve)));
  const keeping = keeper();
  keeping.change({ text: 'ett' });
  await vi.advanceTimersByTimeAsync(PAUSE);
  keeping.change({ text: 'två' });
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(saved()).toEqual(['ett']);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved()).toEqual(['ett', 'två']);
  expect(tell).not.toHaveBeenCalledWith('saved');
  ends[1]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(tell).toHaveBeenLastCalledWith('saved');
});

it('says that it failed, and tries again when asked', async () => {
  save.mockRejectedValueOnce(new Error('offline'));
  const keeping = keeper();
  keeping.change({ text: 'Hej' });
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(tell).toHaveBeenLastCalledWith('failed');
  await keeping.flush();
  expect(tell).toHaveBeenLastCalledWith('saved');
});

it('keeps nothing after it was sent, and waits for what is on its way', async () => {
  let end: () => void = () => undefined;
  save.mockImplementation(() => new Promise((resolve) => (end = resolve)));
  const keeping = keeper();
  keeping.change({ text: 'ett' });
  await vi.advanceTimersByTimeAsync(PAUSE);
  keeping.change({ text: 'två' });
  let isStopped = false;
  void keeping.stop().then(() => (isStopped = true));
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(isStopped).toBe(false);
  end();
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(isStopped).toBe(true);
  expect(saved()).toEqual(['ett']);
});

it('begins anew when it could not be sent after all', async () => {
  const keeping = keeper();
  keeping.change({ text: 'Hej' });
  await keeping.stop();
  keeping.change({ text: 'Hej' });
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(saved()).toEqual(['Hej']);
});
