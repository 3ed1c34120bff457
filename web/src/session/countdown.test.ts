import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Countdown, WARNED_BEFORE } from './countdown';

const check = vi.fn<() => void>();
const end = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  check.mockClear();
  end.mockClear();
});
afterEach(() => vi.useRealTimers());

it('asks two minutes before the end, and not sooner', () => {
  const isNear = new Countdown({ check, end }).until(Date.now() + 15 * 60_000);
  expect(isNear).toBe(false);
  vi.advanceTimersByTime(15 * 60_000 - WARNED_BEFORE);
  expect(check).not.toHaveBeenCalled();
  vi.advanceTimersByTime(50);
  expect(check).toHaveBeenCalledOnce();
  expect(end).not.toHaveBeenCalled();
});

it('warns in the last two minutes and ends after them', () => {
  const isNear = new Countdown({ check, end }).until(Date.now() + WARNED_BEFORE);
  expect(isNear).toBe(true);
  vi.advanceTimersByTime(WARNED_BEFORE);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(end).toHaveBeenCalledOnce();
});

it('forgets the former end when it was extended', () => {
  const countdown = new Countdown({ check, end });
  countdown.until(Date.now() + WARNED_BEFORE);
  countdown.until(Date.now() + 15 * 60_000);
  vi.advanceTimersByTime(5 * 60_000);
  expect(end).not.toHaveBeenCalled();
  countdown.stop();
  vi.advanceTimersByTime(60 * 60_000);
  expect(check).not.toHaveBeenCalled();
});
