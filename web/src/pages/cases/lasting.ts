/** How long it was from one day to another, in the largest unit that says it well. */
export function lasting(
  from: string,
  to: string,
): { unit: 'days' | 'months' | 'years'; count: number } {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
  if (months >= 24) {
    return { unit: 'years', count: Math.floor(months / 12) };
  }
  if (months >= 2) {
    return { unit: 'months', count: months };
  }
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return { unit: 'days', count: Math.max(0, days) };
}
