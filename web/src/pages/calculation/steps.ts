import type { Calculation, Expense, Income, NormPerson, Period, Person } from '../../api/shapes';
import type { FromOffice, Saying } from '../../components/Said/Said';
import { money, type Dates } from '../../format/format';
import type { TextKey } from '../../language/language';

/** An amount with what it is, over the one that counts. */
export interface Figure {
  label: Saying;
  ore: number;
}

/** One line of a calculation. */
export interface Row {
  is: 'row';
  /** Names the row in a message about it. */
  id: string;
  name: string;
  /** The name is a caseworker's text. */
  fromOffice: boolean;
  person?: Person;
  /** What leads to the amount, in the order in which one reckons. */
  figures: Figure[];
  /** What counts. */
  ore: number;
  sentences: Saying[];
  /** Why, as the caseworker wrote it. */
  reason?: string;
  /** It differs from what one expects, and nobody wrote why. */
  isUnexplained: boolean;
}

export interface Sum {
  is: 'sum';
  label: TextKey;
  ore: number;
  /** Only of a part of the step. */
  isPart: boolean;
}

/** A part of the calculation, in the order in which one reckons. */
export interface Step {
  name: 'norm' | 'expenses' | 'otherNeeds' | 'incomes' | 'adjustments';
  lines: (Row | Sum)[];
  /** What goes into the result; incomes are taken off. */
  sum: number;
}

type Words = Pick<Dates, 'day' | 'month' | 'period'>;

const office = (text: string): FromOffice => ({ fromOffice: text });
const sum = (label: TextKey, ore: number, isPart = false): Sum => ({
  is: 'sum',
  label,
  ore,
  isPart,
});

/** The whole calculation, line by line. Nothing is recalculated: every amount is one that came. */
export function stepsOf(of: Calculation, dates: Words): Step[] {
  const group = (name: string) =>
    of.expenses.filter((expense) => (expense.group === 'other-needs') === (name === 'other-needs'));
  const adjustments = of.adjustments ?? [];
  const steps: Step[] = [
    {
      name: 'norm',
      lines: [
        ...of.persons.map((person, at) => normRow(person, at, of.period, dates)),
        ...(of.persons.length > 1 ? [sum('calculation.sum-persons', of.personSumOre, true)] : []),
        householdRow(of),
        sum('calculation.sum-norm', of.normSumOre),
      ],
      sum: of.normSumOre,
    },
    {
      name: 'expenses',
      lines: [
        ...group('livelihood').map(expenseRow),
        sum('calculation.sum-expenses', of.expenseSumOre),
      ],
      sum: of.expenseSumOre,
    },
    {
      name: 'otherNeeds',
      lines: [
        ...group('other-needs').map(expenseRow),
        sum('calculation.sum-otherNeeds', of.otherNeedsSumOre),
      ],
      sum: of.otherNeedsSumOre,
    },
    {
      name: 'incomes',
      lines: [
        ...of.incomes.map((income) => incomeRow(income, dates)),
        sum('calculation.sum-incomes', of.incomeSumOre),
      ],
      sum: -of.incomeSumOre,
    },
    {
      name: 'adjustments',
      lines: [
        ...adjustments.map((adjustment): Row => ({
          is: 'row',
          id: adjustment.id,
          name: adjustment.type,
          fromOffice: true,
          figures: [],
          ore: adjustment.amountOre,
          sentences: [
            {
              key: adjustment.amountOre < 0 ? 'calculation.takenOff' : 'calculation.added',
              values: { amount: money(Math.abs(adjustment.amountOre)) },
            },
          ],
          reason: adjustment.reason,
          isUnexplained: false,
        })),
        sum('calculation.sum-adjustments', of.adjustmentSumOre),
      ],
      sum: of.adjustmentSumOre,
    },
  ];
  // The norm and the incomes are always there, also when they are nothing.
  return steps.filter(
    ({ name, lines, sum }) =>
      name === 'norm' || name === 'incomes' || lines.length > 1 || sum !== 0,
  );
}

function normRow(person: NormPerson, at: number, whole: Period, { period }: Words): Row {
  const { amountOre, fullOre, days, ofDays, deviation, included, normRow } = person;
  const isPart = fullOre !== undefined && fullOre !== amountOre;
  const sentences: Saying[] = [];
  const amount = money(isPart ? fullOre : amountOre);
  if (!included) {
    sentences.push({ key: 'calculation.notIncluded', values: { name: person.name } });
  } else if (normRow === undefined) {
    sentences.push({
      key: isPart ? 'calculation.normWhole' : 'calculation.normPlain',
      values: { amount },
    });
  } else {
    sentences.push({
      key: isPart ? 'calculation.normWholeOf' : 'calculation.normOf',
      values: { row: office(normRow), amount },
    });
  }
  if (included && days !== undefined) {
    sentences.push(
      ofDays === undefined
        ? { key: 'calculation.days', values: { days } }
        : { key: 'calculation.daysOf', values: { days, ofDays } },
    );
  }
  if (included && isPart) {
    sentences.push({ key: 'calculation.becomes', values: { amount: money(amountOre) } });
  }
  if (deviation !== undefined && (deviation.from !== whole.from || deviation.to !== whole.to)) {
    sentences.push({ key: 'calculation.applies', values: { period: period(deviation) } });
  }
  const isOdd = isPart || !included || deviation !== undefined;
  return {
    is: 'row',
    id: `person-${at + 1}`,
    name: person.name,
    fromOffice: false,
    person,
    figures: isPart ? [{ label: { key: 'calculation.whole' }, ore: fullOre }] : [],
    ore: amountOre,
    sentences,
    ...because(deviation?.reason),
    isUnexplained: isOdd && deviation?.reason === undefined,
  };
}

function householdRow({ householdCost }: Calculation): Row {
  const { amountOre, fullOre, householdSize, countedMembers, reason } = householdCost;
  const isPart = fullOre !== undefined && fullOre !== amountOre;
  const sentences: Saying[] = [];
  if (householdSize !== undefined) {
    sentences.push({
      key: householdSize === 1 ? 'calculation.household-one' : 'calculation.household-other',
      values: { count: householdSize, amount: money(isPart ? fullOre : amountOre) },
    });
  }
  if (countedMembers !== undefined && countedMembers !== householdSize) {
    sentences.push(
      householdSize === undefined
        ? { key: 'calculation.counted', values: { counted: countedMembers } }
        : {
            key: 'calculation.countedOf',
            values: { counted: countedMembers, size: householdSize },
          },
    );
  }
  if (isPart) {
    sentences.push({ key: 'calculation.becomes', values: { amount: money(amountOre) } });
  }
  if (sentences.length === 0) {
    sentences.push({ key: 'calculation.householdPlain', values: { amount: money(amountOre) } });
  }
  return {
    is: 'row',
    id: 'household-cost',
    name: '',
    fromOffice: false,
    figures: isPart ? [{ label: { key: 'calculation.whole' }, ore: fullOre }] : [],
    ore: amountOre,
    sentences,
    ...because(reason),
    isUnexplained: isPart && reason === undefined,
  };
}

function expenseRow({ id, type, person, appliedOre, grantedOre, reason }: Expense): Row {
  const isOther = appliedOre !== undefined && appliedOre !== grantedOre;
  const amount = money(grantedOre);
  const sentence = (): Saying => {
    if (appliedOre === undefined) {
      return { key: 'calculation.grants', values: { amount } };
    }
    if (!isOther) {
      return { key: 'calculation.grantsAll', values: { amount } };
    }
    const values = { applied: money(appliedOre), amount };
    if (grantedOre === 0) {
      return { key: 'calculation.grantsNothing', values };
    }
    return {
      key: grantedOre < appliedOre ? 'calculation.grantsPart' : 'calculation.grantsMore',
      values,
    };
  };
  return {
    is: 'row',
    id,
    name: type,
    fromOffice: true,
    ...(person === undefined ? {} : { person }),
    figures: isOther ? [{ label: { key: 'calculation.applied' }, ore: appliedOre }] : [],
    ore: grantedOre,
    sentences: [sentence()],
    ...because(reason),
    isUnexplained: isOther && reason === undefined,
  };
}

function incomeRow(income: Income, { day, month }: Words): Row {
  const { declaredOre, basisOre, countedOre, reason } = income;
  const authorities = income.authorities ?? [];
  const disregards = income.disregards ?? [];
  const names = office([...new Set(authorities.map(({ name }) => name))].join(', '));
  const fetchedOre = authorities.reduce((total, { amountOre }) => total + amountOre, 0);
  const isDeclaredOther = declaredOre !== undefined && declaredOre !== basisOre;
  const isFetchedOther = authorities.length > 0 && fetchedOre !== basisOre;
  const isOther = isDeclaredOther || isFetchedOther || disregards.length > 0;
  const figures: Figure[] = [];
  if (isOther) {
    if (declaredOre !== undefined) {
      figures.push({ label: { key: 'calculation.declared' }, ore: declaredOre });
    }
    for (const each of authorities) {
      const name = office(each.name);
      figures.push({
        label:
          each.month === undefined
            ? { key: 'calculation.fetched', values: { name } }
            : { key: 'calculation.fetchedFor', values: { name, month: month(each.month) } },
        ore: each.amountOre,
      });
    }
    // Where it is not plain to see from which amount the rest is taken off.
    if (disregards.length > 0 && (figures.length !== 1 || figures[0]?.ore !== basisOre)) {
      figures.push({ label: { key: 'calculation.basis' }, ore: basisOre });
    }
    for (const { rule, amountOre } of disregards) {
      figures.push({
        label: { key: 'calculation.disregard', values: { rule: office(rule) } },
        ore: -amountOre,
      });
    }
  }
  const amount = money(basisOre);
  const from = (): Saying => {
    if (declaredOre === undefined) {
      return authorities.length === 0
        ? { key: 'calculation.notDeclared', values: { amount } }
        : { key: 'calculation.onlyFetched', values: { names, amount: money(fetchedOre) } };
    }
    if (isDeclaredOther) {
      return authorities.length > 0 && !isFetchedOther
        ? { key: 'calculation.fetchedCounts', values: { names } }
        : { key: 'calculation.otherCounts', values: { amount } };
    }
    if (isFetchedOther) {
      return { key: 'calculation.declaredCounts', values: { names } };
    }
    return authorities.length === 0
      ? { key: 'calculation.declaredOnly', values: { amount } }
      : { key: 'calculation.bothSame', values: { names, amount } };
  };
  const sentences = [from()];
  if (disregards.length > 0) {
    sentences.push({ key: 'calculation.notAll', values: { amount: money(countedOre) } });
  }
  const fetched = new Set(authorities.flatMap(({ fetchedOn }) => fetchedOn ?? []));
  for (const on of fetched) {
    sentences.push({ key: 'calculation.fetchedOn', values: { day: day(on) } });
  }
  return {
    is: 'row',
    id: income.id,
    name: income.type,
    fromOffice: true,
    ...(income.person === undefined ? {} : { person: income.person }),
    figures,
    ore: countedOre,
    sentences,
    ...because(reason),
    isUnexplained:
      reason === undefined &&
      (isDeclaredOther ||
        isFetchedOther ||
        (declaredOre === undefined && authorities.length === 0)),
  };
}

function because(reason: string | undefined): { reason: string } | object {
  return reason === undefined ? {} : { reason };
}
