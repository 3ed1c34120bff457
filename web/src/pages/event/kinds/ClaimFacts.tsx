import type { Claim } from '../../../api/shapes';
import { Facts } from '../../../components/Facts/Facts';
import { Meaning } from '../../../components/Meaning/Meaning';
import { money, useDates } from '../../../format/format';
import { useSay } from '../../../language/language';

/** Återkrav: how much is to be paid back, and how much of it is left. */
export function ClaimFacts({ of }: { of: Claim }) {
  const say = useSay();
  const { day } = useDates();
  return (
    <>
      <Facts
        of={[
          [say('decision.claimAmount'), money(of.amountOre)],
          [say('decision.claimRemaining'), money(of.remainingOre)],
          [say('decision.claimDue'), of.dueOn === undefined ? undefined : day(of.dueOn)],
        ]}
      />
      <Meaning of="claim" />
    </>
  );
}
