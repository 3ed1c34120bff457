import { useSay } from '../../language/language';
import './skeleton.css';

/** Grey lines where text will be: `lines` of them, in `blocks`. */
export function Skeleton({ lines = 3, blocks = 2 }: { lines?: number; blocks?: number }) {
  const say = useSay();
  return (
    <div class="skeleton" role="status">
      <span class="ds-sr-only">{say('common.loading')}</span>
      {Array.from({ length: blocks }, (_, block) => (
        <div class="skeleton-block" key={block} aria-hidden="true">
          {Array.from({ length: lines }, (_, line) => (
            <div class="ds-skeleton" key={line} />
          ))}
        </div>
      ))}
    </div>
  );
}
